//! Strings that are checked.

use std::fmt;

/// The error of making a checked string of a string that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidText(Box<str>);

impl InvalidText {
    pub(crate) fn new(text: &str, demand: fmt::Arguments<'_>) -> Self {
        Self(format!("{text:?} {demand}").into())
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidText {}

/// Reads and writes a checked string as a JSON string.
macro_rules! text {
    ($name:ident { $($check:ident: $demand:tt),+ $(,)? }) => {
        impl $name {
            /// The string.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = support::InvalidText;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                $(support::$check!(text, $demand);)+
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = support::InvalidText;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::try_from(text.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::InvalidText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::try_from(text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl support::FromText for $name {
            const EXPECTED: &'static str = concat!("a string (", stringify!($name), ")");

            fn from_text<E: serde::de::Error>(text: &str) -> Result<Self, E> {
                Self::try_from(text).map_err(E::custom)
            }
        }

        support::string_traits!($name);
    };
}
pub(crate) use text;
