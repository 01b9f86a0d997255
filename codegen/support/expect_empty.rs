//! No member stands in an object twice.

use serde::de::Error;

/// A second member of the same name is an error.
pub(crate) fn expect_empty<T, E: Error>(slot: &Option<T>, name: &'static str) -> Result<(), E> {
    if slot.is_some() { Err(duplicate(name)) } else { Ok(()) }
}

#[cold]
#[inline(never)]
fn duplicate<E: Error>(name: &'static str) -> E {
    E::duplicate_field(name)
}
