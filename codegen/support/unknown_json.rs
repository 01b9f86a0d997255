//! JSON values of an enum that the schema does not list.

use serde_json::Value;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A JSON value that the schema does not list for the enum `E`.
///
/// It is made by reading, or by `E::from`, and so is never one of the listed values.
pub struct UnknownJson<E> {
    value: Value,
    of: PhantomData<fn() -> E>,
}

impl<E> UnknownJson<E> {
    pub(crate) fn new(value: Value) -> Self {
        Self { value, of: PhantomData }
    }

    /// The value, as it was read.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.value
    }
}

impl<E> Clone for UnknownJson<E> {
    fn clone(&self) -> Self {
        Self::new(self.value.clone())
    }
}

impl<E> fmt::Debug for UnknownJson<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, f)
    }
}

impl<E> fmt::Display for UnknownJson<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value, f)
    }
}

impl<E> PartialEq for UnknownJson<E> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<E> Eq for UnknownJson<E> {}

impl<E> Hash for UnknownJson<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
