//! Numbers that are checked by their decimal digits.

use super::{InvalidValue, NumberDemand};
use std::fmt::Display;

pub(crate) fn check(number: &impl Display, demand: NumberDemand) -> Result<(), InvalidValue> {
    let text = number.to_string();
    if demand.is_met_by_text(&text) {
        return Ok(());
    }
    Err(InvalidValue::new(format_args!("{text} {}", demand.reason())))
}
