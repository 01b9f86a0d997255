//! Arrays in which no two elements are equal as JSON (JSON Schema 2020-12 validation, section 6.4.3).

use super::rule_unique::write_number;
use super::{InvalidValue, equal_elements, twins};
use serde::ser::Serialize;
use serde_json::Value;
use std::fmt::Write;

pub(crate) fn check<T: Serialize>(items: &[T], unique: bool) -> Result<(), InvalidValue> {
    if !unique {
        return Ok(());
    }
    let values: Result<Vec<Value>, _> = items.iter().map(serde_json::to_value).collect();
    let values = values.map_err(InvalidValue::new)?;
    match equal_elements(&values, write_key) {
        None => Ok(()),
        places => Err(InvalidValue::new(twins(places))),
    }
}

/// Writes a text that equal values have in common, and no others.
fn write_key(value: &Value, key: &mut String) {
    match value {
        Value::Number(number) => write_number(number, key),
        Value::Array(elements) => {
            key.push('[');
            for element in elements {
                write_key(element, key);
                key.push(',');
            }
            key.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            key.push('{');
            for (name, value) in members {
                let _ = write!(key, "{name:?}:");
                write_key(value, key);
                key.push(',');
            }
            key.push('}');
        }
        Value::Null => key.push_str("null"),
        Value::Bool(value) => key.push_str(if *value { "yes" } else { "no" }),
        Value::String(text) => drop(write!(key, "{text:?}")),
    }
}
