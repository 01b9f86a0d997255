//! Values whose strings are borrowed from the input where they can be.

use super::Borrowing;
use serde::de::{Deserialize, Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A value that is read by borrowing: serde copies the string of a `Cow`.
pub(crate) trait Lent<'de>: Sized {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de: 'a, 'a> Lent<'de> for Cow<'a, str> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(StringVisitor)
    }
}

struct StringVisitor;

impl<'de> Visitor<'de> for StringVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text))
    }
}

impl<'de, T: Lent<'de>> Lent<'de> for Option<T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Option<Borrowing<T>> = Option::deserialize(deserializer)?;
        Ok(value.map(|Borrowing(value)| value))
    }
}

impl<'de, T: Lent<'de>> Lent<'de> for Vec<T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let elements: Vec<Borrowing<T>> = Vec::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|Borrowing(element)| element).collect())
    }
}
