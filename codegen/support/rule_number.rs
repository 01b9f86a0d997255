//! Demands on numbers of JSON.

use super::{Decimal, NumberDemand};
use serde_json::Number;
use std::cmp::Ordering;

impl NumberDemand {
    pub(crate) fn is_met(self, number: &Number) -> bool {
        match self.order(number) {
            Some(order) => self.allows(order),
            None => self.is_met_by_text(&number.to_string()),
        }
    }

    /// How an integer stands to a bound that is one as well, without a detour.
    fn order(self, number: &Number) -> Option<Ordering> {
        let bound: i64 = if matches!(self, Self::MultipleOf(_)) { None } else { self.text().parse().ok() }?;
        number.as_i64().map(|number| number.cmp(&bound))
    }
}

/// Whether a number has no fraction.
pub(crate) fn is_whole(number: &Number) -> bool {
    !number.is_f64() || Decimal::parse(&number.to_string()).is_some_and(|number| number.exponent() >= 0)
}
