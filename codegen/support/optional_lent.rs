//! Members that may be absent, with values that serde would read in another way; null is one of them, or an error.

pub(crate) use super::none_if_absent::{absent, is_present, write};
use super::{Borrowing, Lent};
use serde::de::MapAccess;

pub(crate) fn read<'de, A: MapAccess<'de>, T: Lent<'de>>(map: &mut A) -> Result<Option<T>, A::Error> {
    map.next_value().map(|Borrowing(value)| Some(value))
}
