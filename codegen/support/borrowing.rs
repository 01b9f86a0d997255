//! Values that are read by borrowing.

use super::Lent;
use serde::de::{Deserialize, Deserializer};

/// Reads what it holds by borrowing.
pub(crate) struct Borrowing<T>(pub(crate) T);

impl<'de, T: Lent<'de>> Deserialize<'de> for Borrowing<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lent(deserializer).map(Self)
    }
}
