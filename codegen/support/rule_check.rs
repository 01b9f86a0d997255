//! Whether a value keeps a rule, and why it does not.

use super::rule_walk::walk;
use super::{Evaluated, Held, InvalidValue, Rule};
use serde::de::Deserialize;
use serde::ser::Serialize;

/// Whether a value keeps a rule.
pub(crate) fn check_value(rule: &'static Rule, value: &Held<'_>) -> Result<(), InvalidValue> {
    walk(rule, value, 0, &mut Evaluated::default()).map_err(InvalidValue::new)
}

/// Whether what a value is written as keeps a rule.
pub(crate) fn check_written(rule: &'static Rule, value: &impl Serialize) -> Result<(), InvalidValue> {
    let written = serde_json::to_value(value).map_err(InvalidValue::new)?;
    check_value(rule, &Held::deserialize(&written).map_err(InvalidValue::new)?)
}
