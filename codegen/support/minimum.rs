//! The least number (JSON Schema 2020-12 validation, section 6.2.4).

use super::{InvalidValue, refuse_number};
use std::fmt::Display;

/// What is not ordered, such as `NaN`, is within no bounds.
#[inline]
pub(crate) fn check<T: Copy + PartialOrd + Display>(number: &T, least: T) -> Result<(), InvalidValue> {
    if *number >= least { Ok(()) } else { Err(refuse_number(number, "is less than the minimum", &least)) }
}
