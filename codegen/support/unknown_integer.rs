//! Integers of an enum that the schema does not list.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An integer that the schema does not list for the enum `E`.
///
/// It is made by reading, or by `E::from`, and so is never one of the listed integers.
pub struct UnknownInteger<E> {
    integer: i64,
    of: PhantomData<fn() -> E>,
}

impl<E> UnknownInteger<E> {
    pub(crate) const fn new(integer: i64) -> Self {
        Self { integer, of: PhantomData }
    }

    /// The integer, as it was read.
    #[must_use]
    pub const fn as_i64(&self) -> i64 {
        self.integer
    }
}

impl<E> Clone for UnknownInteger<E> {
    fn clone(&self) -> Self {
        Self::new(self.integer)
    }
}

impl<E> fmt::Debug for UnknownInteger<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.integer, f)
    }
}

impl<E> fmt::Display for UnknownInteger<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.integer, f)
    }
}

impl<E> PartialEq for UnknownInteger<E> {
    fn eq(&self, other: &Self) -> bool {
        self.integer == other.integer
    }
}

impl<E> Eq for UnknownInteger<E> {}

impl<E> Hash for UnknownInteger<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.integer.hash(state);
    }
}
