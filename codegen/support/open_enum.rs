//! Enums that also have values which the schema does not list.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A string that the schema does not list for the enum `E`.
///
/// It is made by reading, or by `E::from`, and so is never one of the listed strings.
pub struct UnknownValue<E> {
    text: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> UnknownValue<E> {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.into(), of: PhantomData }
    }

    /// The string, as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<E> Clone for UnknownValue<E> {
    fn clone(&self) -> Self {
        Self::new(&self.text)
    }
}

impl<E> fmt::Debug for UnknownValue<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<E> fmt::Display for UnknownValue<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> PartialEq for UnknownValue<E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<E> Eq for UnknownValue<E> {}

impl<E> Hash for UnknownValue<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// Reads and writes an enum as a JSON string, and keeps strings that are not listed.
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $wire:literal),+ $(,)? }, else $unknown:ident) => {
        impl $name {
            /// The values that the schema lists.
            pub const LISTED: &'static [&'static str] = &[$($wire),+];

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

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)+
                    _ => Self::$unknown(support::UnknownValue::new(text)),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl support::FromText for $name {
            const EXPECTED: &'static str = concat!("a string (", stringify!($name), ")");

            fn from_text<E: serde::de::Error>(text: &str) -> Result<Self, E> {
                Ok(Self::from(text))
            }
        }

        support::string_traits!($name);
    };
}
pub(crate) use open_enum;
