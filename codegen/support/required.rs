//! Members that must be present.

pub(crate) use super::error_if_absent::{absent, is_present, write};
use serde::de::{Deserialize, MapAccess};

pub(crate) fn read<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value()
}
