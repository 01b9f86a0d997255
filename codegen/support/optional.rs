//! Members that may be absent; null is a value of their type, or an error.

pub(crate) use super::none_if_absent::{absent, is_present, write};
use serde::de::{Deserialize, MapAccess};

pub(crate) fn read<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A) -> Result<Option<T>, A::Error> {
    map.next_value().map(Some)
}
