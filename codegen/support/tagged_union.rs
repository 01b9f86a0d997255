//! Unions whose branches are told apart by a tag.
//!
//! What stands after the tag is read once, straight into the branch. What stands before it is held:
//! it may belong to any branch, and to one that the schema does not know.

use super::{Held, Members, Nested, Tagged};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

pub(crate) trait TaggedUnion<'de>: Sized {
    /// The name of the tag.
    const TAG: &'static str;
    /// The values of the tag that the schema knows.
    const TAGS: &'static [&'static str];
    /// What an error says was expected.
    const EXPECTED: &'static str;

    /// Reads the branch that the tag means.
    fn by_tag<A: MapAccess<'de>>(object: Tagged<'_, 'de, A>) -> Result<Self, A::Error>;

    /// Chooses a branch by what fits.
    fn by_fit(held: &mut Held<'de>) -> Result<Self, serde_json::Error>;
}

pub(crate) fn read_union<'de, U: TaggedUnion<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    deserializer.deserialize_map(UnionVisitor(PhantomData))
}

struct UnionVisitor<U>(PhantomData<U>);

impl<'de, U: TaggedUnion<'de>> Visitor<'de> for UnionVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(U::EXPECTED)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<U, A::Error> {
        let mut members = Members::default();
        match members.up_to_tag(U::TAG, U::TAGS, &mut map)? {
            None => U::by_fit(&mut Nested::Object(members).into()).map_err(A::Error::custom),
            Some(tag) => U::by_tag(Tagged::new(&mut members, U::TAG, tag, map)),
        }
    }
}

/// Reads and writes an enum as the object that its variant holds.
///
/// Each line is a branch: the values of the tag that mean it, its variant, how that is read, and the rule that it is
/// told by where there is no tag, if another branch reads alike. Behind them stands the variant for other tags: one that
/// keeps what it does not know, or the branch that is meant then.
macro_rules! tagged_union {
    ($name:ident $(<$life:lifetime>)? $(by $rule:ident)?, tag: $tag:literal, untagged: $choice:ident, {
        $($($value:literal)|+ => $variant:ident: $kind:ident $(if $letter:ident)?),+ $(,)?
    } $(, else $unknown:ident)? $(, otherwise $default:ident: $default_kind:ident)?) => {
        impl<'de $(: $life, $life)?> support::TaggedUnion<'de> for $name $(<$life>)? {
            const TAG: &'static str = $tag;
            const TAGS: &'static [&'static str] = &[$($($value),+),+];
            const EXPECTED: &'static str = concat!("an object (", stringify!($name), ")");

            fn by_tag<ObjectMap: serde::de::MapAccess<'de>>(
                object: support::Tagged<'_, 'de, ObjectMap>,
            ) -> Result<Self, ObjectMap::Error> {
                match object.tag() {
                    $($($value)|+ => object.$kind().map(Self::$variant),)+
                    $(_ => support::UnknownObject::read(object).map(Self::$unknown),)?
                    $(_ => object.$default_kind().map(Self::$default),)?
                    #[allow(unreachable_patterns, reason = "other tags may be read above")]
                    _ => Err(object.unlisted_tag(Self::TAGS)),
                }
            }

            fn by_fit(held: &mut support::Held<'de>) -> Result<Self, serde_json::Error> {
                support::$choice(stringify!($name), held, &[
                    $(support::candidate!((stringify!($variant), |held: &mut support::Held<'de>| {
                        held.untagged().$kind().map(Self::$variant)
                    }) $(, $letter)?),)+
                ])
            }
        }

        support::read_as!(read_union, $name $(<$life>)? $(by $rule)?);

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => branch.serialize(serializer),)+
                    $(Self::$unknown(object) => object.serialize(serializer),)?
                }
            }
        }
    };
}
pub(crate) use tagged_union;
