//! What a rule is shown of an object: the names of its members.

use super::{InvalidValue, Rule, check_value};
use serde_json::{Map, Value};

/// The members that are there; null stands for a value that no rule looks into.
#[derive(Default)]
pub(crate) struct SeenMembers(pub(super) Map<String, Value>);

impl SeenMembers {
    pub(crate) fn show(&mut self, name: &str, is_present: bool) {
        if is_present {
            self.0.insert(name.to_owned(), Value::Null);
        }
    }

    pub(crate) fn keep(self, rule: &'static Rule) -> Result<(), InvalidValue> {
        check_value(rule, &Value::Object(self.0))
    }
}
