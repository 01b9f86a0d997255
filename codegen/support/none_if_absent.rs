//! What `optional` and `lenient` members have in common: absence is `None`.

use serde::ser::{Serialize, SerializeMap};

pub(crate) fn absent<T, E>(_: &'static str) -> Result<Option<T>, E> {
    Ok(None)
}

pub(crate) fn is_present<T>(value: &Option<T>) -> bool {
    value.is_some()
}

pub(crate) fn write<M, T>(map: &mut M, name: &str, value: &Option<T>) -> Result<(), M::Error>
where
    M: SerializeMap,
    T: Serialize,
{
    value.as_ref().map_or(Ok(()), |value| map.serialize_entry(name, value))
}
