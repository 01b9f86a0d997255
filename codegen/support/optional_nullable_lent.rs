//! Members that may be absent, null or a value, which serde would read in another way.

pub(crate) use super::three_states::{absent, is_present, write};
use super::{Borrowing, Lent, OptionalNullable};
use serde::de::MapAccess;

pub(crate) fn read<'de, A, T>(map: &mut A) -> Result<OptionalNullable<T>, A::Error>
where
    A: MapAccess<'de>,
    T: Lent<'de>,
{
    let Borrowing(value) = map.next_value::<Borrowing<Option<T>>>()?;
    Ok(value.map_or(OptionalNullable::Null, OptionalNullable::Value))
}
