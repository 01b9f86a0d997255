//! Members that a type does not list are kept, whatever they are.

use super::{ReadUnlisted, Unlisted};
use serde::de::{Error, MapAccess};
use serde_json::{Map, Value};

impl Unlisted for Map<String, Value> {
    type Name = String;

    fn name<E: Error>(name: &str, _: &'static [&'static str]) -> Result<String, E> {
        Ok(name.to_owned())
    }
}

impl<'de> ReadUnlisted<'de> for Map<String, Value> {
    fn read<A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}
