//! Values of an enum that the schema does not list, borrowed where they can be.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A string that the schema does not list for the enum `E`.
///
/// It is made by reading, or by `E::from`, and so is never one of the listed strings.
pub struct UnknownValue<'a, E> {
    text: Cow<'a, str>,
    of: PhantomData<fn() -> E>,
}

impl<'a, E> UnknownValue<'a, E> {
    pub(crate) fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), of: PhantomData }
    }

    /// The same value, borrowing nothing.
    pub(crate) fn without_borrowing<F>(self) -> UnknownValue<'static, F> {
        UnknownValue::new(self.text.into_owned())
    }

    /// The string, as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<E> Clone for UnknownValue<'_, E> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<E> fmt::Debug for UnknownValue<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<E> fmt::Display for UnknownValue<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> PartialEq for UnknownValue<'_, E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<E> Eq for UnknownValue<'_, E> {}

impl<E> Hash for UnknownValue<'_, E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
