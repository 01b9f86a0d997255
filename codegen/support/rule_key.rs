//! Texts that values that are held have in common if they are equal as JSON.

use super::rule_unique::write_number;
use super::{Held, View};
use std::fmt::Write;

/// Writes a text that equal values have in common, and no others.
pub(super) fn write_key(value: &Held<'_>, key: &mut String) {
    match value.view() {
        View::Null => key.push_str("null"),
        View::Boolean(value) => key.push_str(if value { "yes" } else { "no" }),
        View::Number(number) => write_number(&number, key),
        View::String(text) => drop(write!(key, "{text:?}")),
        View::Array(elements) => {
            key.push('[');
            for element in elements {
                write_key(element, key);
                key.push(',');
            }
            key.push(']');
        }
        View::Object(members) => {
            let mut members: Vec<_> = members.0.iter().collect();
            members.sort_unstable_by(|one, next| one.name.cmp(&next.name));
            key.push('{');
            for member in members {
                let _ = write!(key, "{:?}:", member.name);
                write_key(&member.value, key);
                key.push(',');
            }
            key.push('}');
        }
    }
}
