//! Objects with a tag that are read as anything else than a struct of members.

use super::Tagged;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, MapAccess};

impl<'de, A: MapAccess<'de>> Tagged<'_, 'de, A> {
    /// Reads any type from the held members and the others, as one map.
    pub(crate) fn other<T: Deserialize<'de>>(self) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(OneMap { members: self, is_rest: false }))
    }
}

struct OneMap<'h, 'de, A: MapAccess<'de>> {
    members: Tagged<'h, 'de, A>,
    /// Whether the next value is one of those that were not held.
    is_rest: bool,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for OneMap<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Tagged { held, rest } = &mut self.members;
        self.is_rest = held.is_empty();
        if self.is_rest { rest.next_key_seed(seed) } else { held.next_key_seed(seed) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let Tagged { held, rest } = &mut self.members;
        if self.is_rest { rest.next_value_seed(seed) } else { held.next_value_seed(seed) }
    }
}

impl<E> super::held_members::HeldMembers<'_, '_, E> {
    fn is_empty(&self) -> bool {
        self.tag.is_none() && self.before.len() == 0
    }
}
