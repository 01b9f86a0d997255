//! Enums of integers that also have values which the schema does not list.

/// Reads and writes an enum as a JSON integer, and keeps integers that are not listed.
macro_rules! open_integer_enum {
    ($name:ident, whole: $whole:literal, { $($variant:ident = $value:literal),+ $(,)? }, else $unknown:ident) => {
        impl $name {
            /// The values that the schema lists.
            pub const LISTED: &'static [i64] = &[$($value),+];

            /// All that the schema lists, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The integer in JSON.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)+
                    Self::$unknown(value) => value.as_i64(),
                }
            }

            /// Whether the schema lists this value.
            #[must_use]
            pub const fn is_listed(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }

            fn of<E>(integer: i64) -> Result<Self, E> {
                Ok(integer.into())
            }
        }

        impl std::convert::From<i64> for $name {
            fn from(integer: i64) -> Self {
                match integer {
                    $($value => Self::$variant,)+
                    _ => Self::$unknown(support::UnknownInteger::new(integer)),
                }
            }
        }

        support::integer_traits!($name, whole: $whole);
    };
}
pub(crate) use open_integer_enum;
