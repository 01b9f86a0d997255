//! Unions whose branches are told apart by a tag.

/// Reads and writes an enum as the object that its variant holds.
///
/// Each line is a branch: the values of the tag that mean it, and its variant.
macro_rules! tagged_union {
    ($name:ident, tag: $tag:literal, untagged: $choice:ident, {
        $($variant:ident: $($value:literal)|+),+ $(,)?
    } $(, else $unknown:ident)?) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error;
                let members = support::Members::read(deserializer, concat!("an object (", stringify!($name), ")"))?;
                match members.tag::<D::Error>($tag)? {
                    $(Some($($value)|+) => members.into_type().map(Self::$variant).map_err(D::Error::custom),)+
                    $(Some(tag) => {
                        let tag = tag.to_owned();
                        Ok(Self::$unknown(support::UnknownObject::new(tag, members)))
                    })?
                    #[allow(unreachable_patterns, reason = "unknown tags may be kept above")]
                    Some(tag) => Err(D::Error::custom(format_args!(
                        "{}: {}", $tag, <D::Error as Error>::unknown_variant(tag, &[$($($value),+),+])
                    ))),
                    None => support::$choice(stringify!($name), &members, &[
                        $((stringify!($variant), |members| members.into_type().map(Self::$variant)),)+
                    ]),
                }
            }
        }

        impl serde::Serialize for $name {
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
