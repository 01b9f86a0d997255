//! Maps whose values are borrowed from the input where they can be.

use super::{Borrowing, Lent};
use serde::de::{Deserialize, Deserializer};
use std::collections::BTreeMap;

impl<'de, T: Lent<'de>> Lent<'de> for BTreeMap<String, T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members: BTreeMap<String, Borrowing<T>> = BTreeMap::deserialize(deserializer)?;
        Ok(members.into_iter().map(|(name, Borrowing(value))| (name, value)).collect())
    }
}
