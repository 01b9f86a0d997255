//! The greatest number (JSON Schema 2020-12 validation, section 6.2.2).

use super::{InvalidValue, refuse_number};
use std::fmt::Display;

/// What is not ordered, such as `NaN`, is within no bounds.
#[inline]
pub(crate) fn check<T: Copy + PartialOrd + Display>(number: &T, greatest: T) -> Result<(), InvalidValue> {
    if *number <= greatest { Ok(()) } else { Err(refuse_number(number, "is greater than the maximum", &greatest)) }
}
