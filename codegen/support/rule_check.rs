//! Whether a value keeps a rule, and why it does not.

use super::rule_walk::walk;
use super::{Evaluated, Held, InvalidValue, Rule};

/// Whether a value keeps a rule.
pub(crate) fn check_value(rule: &'static Rule, value: &Held<'_>) -> Result<(), InvalidValue> {
    walk(rule, value, 0, &mut Evaluated::default()).map_err(InvalidValue::new)
}
