//! The number that others are less than (JSON Schema 2020-12 validation, section 6.2.3).

use super::{InvalidValue, refuse_number};
use std::fmt::Display;

/// What is not ordered, such as `NaN`, is within no bounds.
#[inline]
pub(crate) fn check<T: Copy + PartialOrd + Display>(number: &T, bound: T) -> Result<(), InvalidValue> {
    if *number < bound { Ok(()) } else { Err(refuse_number(number, "is not less than", &bound)) }
}
