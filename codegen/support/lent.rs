//! Values that serde would read in another way: it copies the strings of a `Cow`, and refuses `1.0` for an integer.

use super::Borrowing;
use serde::de::{Deserialize, Deserializer};

/// A value that is read with strings that are borrowed, or with whole numbers in all their spellings.
pub(crate) trait Lent<'de>: Sized {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de, T: Lent<'de>> Lent<'de> for Option<T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Option<Borrowing<T>> = Option::deserialize(deserializer)?;
        Ok(value.map(|Borrowing(value)| value))
    }
}

impl<'de, T: Lent<'de>> Lent<'de> for Box<T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lent(deserializer).map(Self::new)
    }
}

impl<'de, T: Lent<'de>> Lent<'de> for Vec<T> {
    fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let elements: Vec<Borrowing<T>> = Vec::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|Borrowing(element)| element).collect())
    }
}
