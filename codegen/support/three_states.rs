//! Members that may be absent, null or a value, which are three states.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A member of an object that is absent, null, or a value.
///
/// The three are kept apart, so that what is read is written back equal, and so that an update
/// can say "leave it", "clear it" and "set it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OptionalNullable<T> {
    /// The member is not there.
    #[default]
    Absent,
    /// The member is null.
    Null,
    /// The member has this value.
    Value(T),
}

impl<T> OptionalNullable<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the member is not there.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is there and null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for OptionalNullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// Null where there is no value.
impl<T: Serialize> Serialize for OptionalNullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_option().serialize(serializer)
    }
}

/// Null or a value; absence is for the object around it to see.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for OptionalNullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

pub(crate) fn absent<T, E>(_: &'static str) -> Result<OptionalNullable<T>, E> {
    Ok(OptionalNullable::Absent)
}

pub(crate) fn is_present<T>(value: &OptionalNullable<T>) -> bool {
    !value.is_absent()
}

pub(crate) fn write<M, T>(map: &mut M, name: &str, value: &OptionalNullable<T>) -> Result<(), M::Error>
where
    M: SerializeMap,
    T: Serialize,
{
    if value.is_absent() { Ok(()) } else { map.serialize_entry(name, value) }
}
