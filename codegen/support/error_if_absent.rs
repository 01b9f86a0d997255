//! What members that must be present have in common: absence is an error.

use serde::de::Error;
use serde::ser::{Serialize, SerializeMap};

pub(crate) fn absent<T, E: Error>(name: &'static str) -> Result<T, E> {
    Err(missing(name))
}

#[cold]
#[inline(never)]
fn missing<E: Error>(name: &'static str) -> E {
    E::missing_field(name)
}

pub(crate) fn is_present<T>(_: &T) -> bool {
    true
}

pub(crate) fn write<M: SerializeMap, T: Serialize>(map: &mut M, name: &str, value: &T) -> Result<(), M::Error> {
    map.serialize_entry(name, value)
}
