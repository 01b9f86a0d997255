//! What rules see of a value that is held.

use super::held_members::Member;
use super::held_order::sorts_names;
use super::{Held, Members, Nested};
use serde_json::Number;
use std::borrow::Cow;

/// A value as `serde_json::Value` has it: what is no number of JSON, such as `NaN`, is null.
pub(crate) enum View<'v> {
    Null,
    Boolean(bool),
    Number(Cow<'v, Number>),
    String(&'v str),
    Array(&'v [Held<'v>]),
    Object(&'v Members<'v>),
}

impl<'v> Held<'v> {
    pub(super) fn view(&'v self) -> View<'v> {
        match self {
            Held::Null => View::Null,
            Held::False => View::Boolean(false),
            Held::True => View::Boolean(true),
            Held::Unsigned(value) => View::Number(Cow::Owned((*value).into())),
            Held::Signed(value) => View::Number(Cow::Owned((*value).into())),
            Held::Float(value) => {
                Number::from_f64(*value).map_or(View::Null, |number| View::Number(Cow::Owned(number)))
            }
            Held::Text(text) => View::String(text),
            Held::Owned(text) => View::String(text),
            Held::Nested(nested) => match &**nested {
                Nested::Array(elements) => View::Array(elements),
                Nested::Object(members) => View::Object(members),
                Nested::Number(number) => View::Number(Cow::Borrowed(number)),
            },
        }
    }
}

/// Members that are settled.
impl<'de> Members<'de> {
    pub(super) fn find(&self, name: &str) -> Option<&Member<'de>> {
        // Names differ in length more often than not, which is soon seen.
        if self.0.len() > 16 && sorts_names() {
            let place = self.0.binary_search_by(|member| (*member.name).cmp(name)).ok()?;
            return self.0.get(place);
        }
        self.0.iter().find(|member| member.name == name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }
}
