//! Enums that have no other values than those the schema lists.

use serde::de::Error;
use std::fmt;

/// The error of parsing a string that an enum does not list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlistedValue {
    value: Box<str>,
    listed: &'static [&'static str],
}

impl UnlistedValue {
    pub(crate) fn new(value: &str, listed: &'static [&'static str]) -> Self {
        Self { value: value.into(), listed }
    }
}

impl fmt::Display for UnlistedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is none of ", self.value)?;
        let mut separator = "";
        for listed in self.listed {
            write!(f, "{separator}`{listed}`")?;
            separator = ", ";
        }
        Ok(())
    }
}

impl std::error::Error for UnlistedValue {}

/// The error of a string that an enum does not list.
#[cold]
#[inline(never)]
pub(crate) fn unlisted<E: Error>(text: &str, listed: &'static [&'static str]) -> E {
    E::unknown_variant(text, listed)
}

/// Reads and writes an enum as a JSON string.
macro_rules! closed_enum {
    ($name:ident { $($variant:ident = $wire:literal),+ $(,)? }) => {
        impl $name {
            /// The values, as the schema lists them.
            pub const LISTED: &'static [&'static str] = &[$($wire),+];

            /// All there are, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The string in JSON.
            #[must_use]
            pub const fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $wire,)+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::UnlistedValue;

            fn from_str(text: &str) -> Result<Self, support::UnlistedValue> {
                <Self as support::FromText>::from_text::<serde::de::value::Error>(text)
                    .map_err(|_| support::UnlistedValue::new(text, Self::LISTED))
            }
        }

        impl std::convert::TryFrom<&str> for $name {
            type Error = support::UnlistedValue;

            fn try_from(text: &str) -> Result<Self, support::UnlistedValue> {
                text.parse()
            }
        }

        impl support::FromText for $name {
            const EXPECTED: &'static str = concat!("a string (", stringify!($name), ")");

            fn from_text<E: serde::de::Error>(text: &str) -> Result<Self, E> {
                match text {
                    $($wire => Ok(Self::$variant),)+
                    _ => Err(support::unlisted(text, Self::LISTED)),
                }
            }
        }

        support::read_as_text!($name);
        support::string_traits!($name);
    };
}
pub(crate) use closed_enum;
