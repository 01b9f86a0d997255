//! Members that may be absent, null or a value.

use super::OptionalNullable;
pub(crate) use super::three_states::{absent, is_present, write};
use serde::de::{Deserialize, MapAccess};

pub(crate) fn read<'de, A, T>(map: &mut A) -> Result<OptionalNullable<T>, A::Error>
where
    A: MapAccess<'de>,
    T: Deserialize<'de>,
{
    map.next_value()
}
