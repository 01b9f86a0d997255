//! The error of a value that a schema refuses.

use std::fmt;

/// The error of a value that does not fit the schema of its type: where in it, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidValue(Box<str>);

impl InvalidValue {
    #[cold]
    pub(crate) fn new(reason: impl fmt::Display) -> Self {
        Self(reason.to_string().into())
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidValue {}
