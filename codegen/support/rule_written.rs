//! Whether what a value is written as keeps a rule.

use super::{Held, InvalidValue, Rule, check_value};
use serde::de::Deserialize;
use serde::ser::Serialize;

/// Whether what a value is written as keeps a rule.
pub(crate) fn check_written(rule: &'static Rule, value: &impl Serialize) -> Result<(), InvalidValue> {
    let written = serde_json::to_value(value).map_err(InvalidValue::new)?;
    check_value(rule, &Held::deserialize(&written).map_err(InvalidValue::new)?)
}
