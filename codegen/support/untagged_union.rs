//! Unions whose branches are told apart by what fits.

use super::Held;
use serde::de::{Deserialize, Deserializer, Error};

pub(crate) trait UntaggedUnion<'de>: Sized {
    /// Chooses a branch by what fits.
    fn by_fit(held: &mut Held<'de>) -> Result<Self, serde_json::Error>;
}

pub(crate) fn read_by_fit<'de, U: UntaggedUnion<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let mut held = Held::deserialize(deserializer)?;
    held.settle();
    U::by_fit(&mut held).map_err(D::Error::custom)
}

/// Reads and writes an enum as the value that its variant holds; `lent` stands behind one that serde would read in
/// another way, and a rule behind one that is told by it.
macro_rules! untagged_union {
    ($name:ident $(<$life:lifetime>)? $(by $rule:ident)?, $choice:ident, { $($variant:ident $(: $kind:ident)? $(if $letter:ident)?),+ $(,)? }) => {
        impl<'de $(: $life, $life)?> support::UntaggedUnion<'de> for $name $(<$life>)? {
            fn by_fit(held: &mut support::Held<'de>) -> Result<Self, serde_json::Error> {
                support::$choice(stringify!($name), held, &[
                    $(support::candidate!((stringify!($variant), |held: &mut support::Held<'de>| {
                        support::untagged_union!(@ held $(, $kind)?).map(Self::$variant)
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
    (@ $held:ident) => {
        serde::Deserialize::deserialize($held.replay(false))
    };
    (@ $held:ident, lent) => {
        support::Lent::lent($held.replay(false))
    };
}
pub(crate) use untagged_union;
