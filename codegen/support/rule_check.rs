//! Whether a value keeps a rule, and why it does not.

use super::rule_walk::walk;
use super::{Evaluated, InvalidValue, Rule};
use serde::ser::Serialize;
use serde_json::Value;

/// Whether a value keeps a rule.
pub(crate) fn check_value(rule: &'static Rule, value: &Value) -> Result<(), InvalidValue> {
    walk(rule, value, 0, &mut Evaluated::default()).map_err(InvalidValue::new)
}

/// Whether what a value is written as keeps a rule.
pub(crate) fn check_written(rule: &'static Rule, value: &impl Serialize) -> Result<(), InvalidValue> {
    check_value(rule, &serde_json::to_value(value).map_err(InvalidValue::new)?)
}
