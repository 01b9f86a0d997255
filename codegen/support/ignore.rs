//! Members that a type does not list are read over.

use super::{ReadUnlisted, Unlisted};
use serde::de::{Error, IgnoredAny, MapAccess};

#[derive(Default)]
pub(crate) struct Ignore;

impl Unlisted for Ignore {
    type Name = ();

    fn name<E: Error>(_: &str, _: &'static [&'static str]) -> Result<(), E> {
        Ok(())
    }
}

impl<'de> ReadUnlisted<'de> for Ignore {
    fn read<A: MapAccess<'de>>(&mut self, (): (), map: &mut A) -> Result<(), A::Error> {
        map.next_value().map(|IgnoredAny| ())
    }
}
