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
    ($name:ident $(<$life:lifetime>)? { $($check:ident: $demand:tt),+ $(,)? }) => {
        impl $(<$life>)? $name $(<$life>)? {
            /// The string.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            fn check(text: &str) -> Result<(), support::InvalidText> {
                $(support::$check!(text, $demand);)+
                Ok(())
            }
        }

        impl $(<$life>)? std::convert::TryFrom<&$($life)? str> for $name $(<$life>)? {
            type Error = support::InvalidText;

            fn try_from(text: &$($life)? str) -> Result<Self, Self::Error> {
                Self::check(text).map(|()| Self(text.into()))
            }
        }

        impl $(<$life>)? std::convert::TryFrom<String> for $name $(<$life>)? {
            type Error = support::InvalidText;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::check(&text).map(|()| Self(text.into()))
            }
        }

        impl $(<$life>)? std::str::FromStr for $name $(<$life>)? {
            type Err = support::InvalidText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::try_from(text.to_owned())
            }
        }

        impl $(<$life>)? std::convert::From<$name $(<$life>)?> for String {
            fn from(text: $name $(<$life>)?) -> Self {
                text.0.into()
            }
        }

        support::converted!($name $(<$life>)?);
        support::string_traits!($name $(<$life>)?);
    };
}
pub(crate) use text;
