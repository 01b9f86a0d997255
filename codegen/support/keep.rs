//! Members that a type does not list are kept, with values of one type.

use super::{ReadUnlisted, Unlisted};
use serde::de::{Deserialize, Error, MapAccess};
use std::collections::BTreeMap;

impl<T> Unlisted for BTreeMap<String, T> {
    type Name = String;

    fn name<E: Error>(name: &str, _: &'static [&'static str]) -> Result<String, E> {
        Ok(name.to_owned())
    }
}

impl<'de, T: Deserialize<'de>> ReadUnlisted<'de> for BTreeMap<String, T> {
    fn read<A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}
