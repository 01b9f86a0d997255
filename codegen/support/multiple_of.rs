//! Integers that are multiples of another (JSON Schema 2020-12 validation, section 6.2.1).

use super::{InvalidValue, refuse_number};
use std::fmt::Display;
use std::ops::Rem;

#[inline]
pub(crate) fn check<T>(number: &T, divisor: T) -> Result<(), InvalidValue>
where
    T: Copy + Default + PartialEq + Rem<Output = T> + Display,
{
    let is_multiple = *number % divisor == T::default();
    if is_multiple { Ok(()) } else { Err(refuse_number(number, "is not a multiple of", &divisor)) }
}
