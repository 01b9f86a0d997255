//! The error of a number that is out of bounds.

use super::InvalidValue;
use std::fmt::Display;

#[cold]
#[inline(never)]
pub(crate) fn refuse_number(number: &dyn Display, why: &str, bound: &dyn Display) -> InvalidValue {
    InvalidValue::new(format_args!("{number} {why} {bound}"))
}
