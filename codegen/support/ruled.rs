//! Types with a rule: it is walked over the JSON value before a type is made of that.

use super::{Rule, check_value};
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

/// Reads a value that keeps a rule.
pub(crate) fn kept<'de, D: Deserializer<'de>>(rule: &'static Rule, deserializer: D) -> Result<Value, D::Error> {
    let value = Value::deserialize(deserializer)?;
    check_value(rule, &value).map_err(D::Error::custom)?;
    Ok(value)
}

/// Lets a value of the type be checked after it was changed.
macro_rules! ruled {
    ($name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl $(<$life>)? $name $(<$life>)? {
            /// Checks the value as it would be written: what its type cannot hold of the schema.
            ///
            /// # Errors
            ///
            /// The first place where the value does not fit the schema.
            pub fn check(&self) -> Result<(), support::InvalidValue> {
                support::check_written(&$rule, self)
            }
        }
    };
}
pub(crate) use ruled;
