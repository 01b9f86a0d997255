//! Enums that also have values which the schema does not list.

/// Reads and writes an enum as a JSON string, and keeps strings that are not listed; a constant borrows for ever.
macro_rules! open_enum {
    ($name:ident $(<$life:lifetime>)? { $($variant:ident = $wire:literal),+ $(,)? }, else $unknown:ident) => {
        impl $(<$life>)? $name $(<$life>)? {
            /// The values that the schema lists.
            pub const LISTED: &'static [&'static str] = &[$($wire),+];

            /// All that the schema lists, in its order.
            pub const ALL: &'static [support::open_enum!(# $name $(<$life>)?)] = &[$($name::$variant),+];

            /// The string in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)+
                    Self::$unknown(value) => value.as_str(),
                }
            }

            /// Whether the schema lists this value.
            #[must_use]
            pub fn is_listed(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }
        }

        impl $(<$life>)? std::convert::From<&$($life)? str> for $name $(<$life>)? {
            fn from(text: &$($life)? str) -> Self {
                match text {
                    $($wire => Self::$variant,)+
                    _ => Self::$unknown(support::UnknownValue::new(text)),
                }
            }
        }

        impl $(<$life>)? std::convert::From<String> for $name $(<$life>)? {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($wire => Self::$variant,)+
                    _ => Self::$unknown(support::UnknownValue::new(text)),
                }
            }
        }

        impl $(<$life>)? std::str::FromStr for $name $(<$life>)? {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, std::convert::Infallible> {
                Ok(text.to_owned().into())
            }
        }

        support::converted!($name $(<$life>)?);
        support::string_traits!($name $(<$life>)?);
    };
    (# $name:ident) => {
        $name
    };
    (# $name:ident <$life:lifetime>) => {
        $name<'static>
    };
}
pub(crate) use open_enum;
