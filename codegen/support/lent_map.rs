//! Maps whose values serde would read in another way.

use super::{Borrowing, Lent};
use serde::de::{Deserializer, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

impl<'de, T: Lent<'de>> Lent<'de> for BTreeMap<String, T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LentMapVisitor(PhantomData))
    }
}

struct LentMapVisitor<T>(PhantomData<T>);

impl<'de, T: Lent<'de>> Visitor<'de> for LentMapVisitor<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, Borrowing(value))) = map.next_entry()? {
            members.insert(name, value);
        }
        Ok(members)
    }
}
