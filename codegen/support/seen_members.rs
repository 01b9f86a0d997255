//! What a rule is shown of an object: the names of its members.

use super::held_members::Member;
use super::{Held, InvalidValue, Members, Nested, Rule, check_value};
use serde::de::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

/// The members that are there; null stands for a value that no rule looks into.
#[derive(Default)]
pub(crate) struct SeenMembers<'s>(pub(super) Vec<(&'s str, Value)>);

impl<'s> SeenMembers<'s> {
    pub(crate) fn show(&mut self, name: &'s str, is_present: bool) {
        if is_present {
            self.0.push((name, Value::Null));
        }
    }

    pub(crate) fn keep(self, rule: &'static Rule) -> Result<(), InvalidValue> {
        let mut members = Members::default();
        for (name, value) in &self.0 {
            let value = Held::deserialize(value).map_err(InvalidValue::new)?;
            members.0.push(Member { name: Cow::Borrowed(name), value });
        }
        let mut object = Held::from(Nested::Object(members));
        object.settle();
        check_value(rule, &object)
    }
}
