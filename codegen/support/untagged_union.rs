//! Unions whose branches are told apart by what fits.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

pub(crate) trait UntaggedUnion: Sized {
    /// Chooses a branch by what fits.
    fn by_fit(value: &Value) -> Result<Self, serde_json::Error>;
}

pub(crate) fn read_by_fit<'de, U: UntaggedUnion, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let value = Value::deserialize(deserializer)?;
    U::by_fit(&value).map_err(D::Error::custom)
}

/// Reads and writes an enum as the value that its variant holds; `lent` stands behind one that serde would read in
/// another way, and a rule behind one that is told by it.
macro_rules! untagged_union {
    ($name:ident $(<$life:lifetime>)? $(by $rule:ident)?, $choice:ident, { $($variant:ident $(: $kind:ident)? $(if $letter:ident)?),+ $(,)? }) => {
        impl $(<$life>)? support::UntaggedUnion for $name $(<$life>)? {
            fn by_fit(value: &serde_json::Value) -> Result<Self, serde_json::Error> {
                support::$choice(stringify!($name), value, &[
                    $(support::candidate!((stringify!($variant), |value: serde_json::Value| {
                        support::untagged_union!(@ value $(, $kind)?).map(Self::$variant)
                    }) $(, $letter)?),)+
                ])
            }
        }

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => branch.serialize(serializer),)+
                }
            }
        }

        support::read_as!(read_by_fit, $name $(<$life>)? $(by $rule)?);
    };
    (@ $value:ident) => {
        serde::Deserialize::deserialize($value)
    };
    (@ $value:ident, lent) => {
        support::Lent::lent($value)
    };
}
pub(crate) use untagged_union;
