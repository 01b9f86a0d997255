//! Objects with a tag that are read as a map, with values that serde would read in another way.

use super::{Borrowing, Lent, Tagged};
use serde::de::MapAccess;

impl<'de, A: MapAccess<'de>> Tagged<'_, 'de, A> {
    /// Reads any type from the held members and the others, as one map.
    pub(crate) fn other_lent<T: Lent<'de>>(self) -> Result<T, A::Error> {
        self.other().map(|Borrowing(value)| value)
    }
}
