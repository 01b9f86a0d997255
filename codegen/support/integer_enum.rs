//! Enums of integers that have no other values than those the schema lists.

/// Reads and writes an enum as a JSON integer.
macro_rules! integer_enum {
    ($name:ident, whole: $whole:literal, { $($variant:ident = $value:literal),+ $(,)? }) => {
        impl $name {
            /// The values, as the schema lists them.
            pub const LISTED: &'static [i64] = &[$($value),+];

            /// All there are, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The integer in JSON.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)+
                }
            }

            fn of<E: serde::de::Error>(integer: i64) -> Result<Self, E> {
                Self::try_from(integer).map_err(support::UnlistedJson::into_error)
            }
        }

        impl std::convert::TryFrom<i64> for $name {
            type Error = support::UnlistedJson;

            fn try_from(integer: i64) -> Result<Self, support::UnlistedJson> {
                match integer {
                    $($value => Ok(Self::$variant),)+
                    _ => Err(support::UnlistedJson::new(&integer, Self::LISTED)),
                }
            }
        }

        support::integer_traits!($name, whole: $whole);
    };
}
pub(crate) use integer_enum;
