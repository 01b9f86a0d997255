//! Values that serde would read in another way, for where it is serde that reads.

use super::Lent;
use serde::de::{Deserialize, Deserializer};

/// Reads what it holds as [`Lent`] says.
pub(crate) struct Borrowing<T>(pub(crate) T);

impl<'de, T: Lent<'de>> Deserialize<'de> for Borrowing<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lent(deserializer).map(Self)
    }
}
