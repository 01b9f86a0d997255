//! Members that a type does not list are kept, with values of one type.

use super::Unlisted;
use serde::de::{Deserialize, Error, MapAccess};
use std::collections::BTreeMap;

impl<T: for<'any> Deserialize<'any>> Unlisted for BTreeMap<String, T> {
    type Name = String;

    fn name<E: Error>(name: &str, _: &'static [&'static str]) -> Result<String, E> {
        Ok(name.to_owned())
    }

    fn read<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}
