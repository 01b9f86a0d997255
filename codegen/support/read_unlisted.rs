//! Members that a type does not list are read in one way for all values.

use super::Unlisted;
use serde::de::MapAccess;

/// What becomes of the value of such a member.
pub(crate) trait ReadUnlisted<'de>: Unlisted {
    fn read<A: MapAccess<'de>>(&mut self, name: Self::Name, map: &mut A) -> Result<(), A::Error>;
}
