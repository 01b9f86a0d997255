//! Members that must be present, with values that serde would read in another way.

pub(crate) use super::error_if_absent::{absent, is_present, write};
use super::{Borrowing, Lent};
use serde::de::MapAccess;

pub(crate) fn read<'de, A: MapAccess<'de>, T: Lent<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value().map(|Borrowing(value)| value)
}
