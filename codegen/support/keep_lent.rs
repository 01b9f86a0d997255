//! Members that a type does not list are kept, with values that serde would read in another way.

use super::{Borrowing, Lent};
use serde::de::MapAccess;
use std::collections::BTreeMap;

pub(crate) fn read<'de, A, T>(kept: &mut BTreeMap<String, T>, name: String, map: &mut A) -> Result<(), A::Error>
where
    A: MapAccess<'de>,
    T: Lent<'de>,
{
    let Borrowing(value) = map.next_value()?;
    kept.insert(name, value);
    Ok(())
}
