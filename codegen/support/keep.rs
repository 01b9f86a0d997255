//! Members that a type does not list are kept, with values of one type.

use super::ReadUnlisted;
use serde::de::{Deserialize, MapAccess};
use std::collections::BTreeMap;

impl<'de, T: Deserialize<'de>> ReadUnlisted<'de> for BTreeMap<String, T> {
    fn read<A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}
