//! Members of an object that are held, in their order.

use super::held_name::{GivenName, Name};
use super::{Held, Nested};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Error, MapAccess};
use serde_json::Value;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::slice;

#[derive(Default)]
pub(crate) struct Members<'de>(pub(super) Vec<Member<'de>>);

pub(super) struct Member<'de> {
    pub(super) name: Cow<'de, str>,
    pub(super) value: Held<'de>,
}

/// Where serde_json keeps numbers as they are written, it gives them as objects whose only member is this.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Members<'de> {
    pub(super) fn hold_all<A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
        let mut members = Vec::new();
        while let Some(Name(name)) = object.next_key()? {
            members.push(Member { name, value: object.next_value()? });
        }
        Ok(Self(members))
    }

    /// An object, or the number that serde_json means by it.
    pub(super) fn into_held(mut self) -> Held<'de> {
        if matches!(self.0.as_slice(), [only] if only.name == NUMBER) {
            let map: HeldMembers<'_, 'de, serde_json::Error> = self.as_map(false);
            if let Ok(Value::Number(number)) = Value::deserialize(MapAccessDeserializer::new(map)) {
                return Nested::Number(number).into();
            }
        }
        Nested::Object(self).into()
    }

    /// The members, to be read as a type. Their strings are given away if nobody reads them again.
    pub(super) fn as_map<E>(&mut self, gives: bool) -> HeldMembers<'_, 'de, E> {
        HeldMembers::new(&mut self.0, gives)
    }
}

/// Members that are held, and a tag if there is one, as the members of an object.
pub(crate) struct HeldMembers<'h, 'de, E> {
    pub(super) before: slice::IterMut<'h, Member<'de>>,
    /// The value of the member whose name was given.
    next: Option<&'h mut Held<'de>>,
    gives: bool,
    pub(super) name: &'static str,
    pub(super) tag: Option<Cow<'de, str>>,
    error: PhantomData<E>,
}

impl<'h, 'de, E> HeldMembers<'h, 'de, E> {
    pub(super) fn new(members: &'h mut [Member<'de>], gives: bool) -> Self {
        Self { before: members.iter_mut(), next: None, gives, name: "", tag: None, error: PhantomData }
    }
}

impl<'de, E: Error> MapAccess<'de> for HeldMembers<'_, 'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        if let Some(member) = self.before.next() {
            self.next = Some(&mut member.value);
            return seed.deserialize(GivenName::new(&member.name)).map(Some);
        }
        if self.tag.is_none() {
            return Ok(None);
        }
        seed.deserialize(GivenName::new(&Cow::Borrowed(self.name))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        match self.next.take() {
            Some(value) => seed.deserialize(value.replay(self.gives)),
            None => seed.deserialize(tag_value(self.tag.take()).replay(true)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.before.len() + usize::from(self.tag.is_some()))
    }
}

fn tag_value(tag: Option<Cow<'_, str>>) -> Held<'_> {
    match tag {
        Some(Cow::Borrowed(text)) => Held::Text(text),
        Some(Cow::Owned(text)) => Held::Owned(text.into()),
        None => Held::Null,
    }
}
