//! What a rule is shown of an object: the names of its members, and the values of some.

use super::{InvalidValue, Rule, check_value};
use serde::ser::Serialize;
use serde_json::{Map, Value};

/// The members that are there; null stands for a value that no rule looks into.
#[derive(Default)]
pub(crate) struct SeenMembers(Map<String, Value>);

impl SeenMembers {
    pub(crate) fn show(&mut self, name: &str, is_present: bool) {
        if is_present {
            self.0.insert(name.to_owned(), Value::Null);
        }
    }

    pub(crate) fn look_into(&mut self, name: &str, value: &impl Serialize) -> Result<(), InvalidValue> {
        if let Some(seen) = self.0.get_mut(name) {
            *seen = serde_json::to_value(value).map_err(InvalidValue::new)?;
        }
        Ok(())
    }

    pub(crate) fn keep(self, rule: &'static Rule) -> Result<(), InvalidValue> {
        check_value(rule, &Value::Object(self.0))
    }
}
