//! Members that a type does not list are an error.

use super::{ReadUnlisted, Unlisted};
use serde::de::{Error, MapAccess};
use std::convert::Infallible;

#[derive(Default)]
pub(crate) struct Refuse;

impl Unlisted for Refuse {
    type Name = Infallible;

    fn name<E: Error>(name: &str, listed: &'static [&'static str]) -> Result<Infallible, E> {
        Err(E::unknown_field(name, listed))
    }
}

impl<'de> ReadUnlisted<'de> for Refuse {
    fn read<A: MapAccess<'de>>(&mut self, name: Infallible, _: &mut A) -> Result<(), A::Error> {
        match name {}
    }
}
