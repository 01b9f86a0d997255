//! Elements that are equal as JSON: `1` is `1.0`, and members have no order (JSON Schema 2020-12 core, section 4.2.2).

use super::Decimal;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;

/// The places of two elements that are equal.
pub(crate) fn equal_elements<'v>(elements: impl IntoIterator<Item = &'v Value>) -> Option<(usize, usize)> {
    let mut places = HashMap::new();
    let mut pairs = elements.into_iter().enumerate().map(|(index, element)| {
        let mut key = String::new();
        write_key(element, &mut key);
        places.insert(key, index).map(|first| (first, index))
    });
    pairs.find_map(|pair| pair)
}

/// The reason of elements that are equal.
pub(crate) fn twins(places: Option<(usize, usize)>) -> String {
    let (first, second) = places.unwrap_or_default();
    format!("elements {first} and {second} are equal")
}

/// Writes a text that equal values have in common, and no others.
fn write_key(value: &Value, key: &mut String) {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            match Decimal::parse(&text) {
                Some(Decimal { negative, digits, point }) => drop(write!(key, "{negative}{digits}e{point}")),
                None => key.push_str(&text),
            }
        }
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
