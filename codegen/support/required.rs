//! Members that must be present.

use serde::de::{Deserialize, Error, MapAccess};
use serde::ser::{Serialize, SerializeMap};

pub(crate) fn read<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value()
}

pub(crate) fn absent<T, E: Error>(name: &'static str) -> Result<T, E> {
    Err(E::missing_field(name))
}

pub(crate) fn is_present<T>(_: &T) -> bool {
    true
}

pub(crate) fn write<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, value: &T) -> Result<(), M::Error> {
    map.serialize_entry(name, value)
}
