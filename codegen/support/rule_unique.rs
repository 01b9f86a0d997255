//! Elements that are equal as JSON: `1` is `1.0`, and members have no order (JSON Schema 2020-12 core, section 4.2.2).

use super::Decimal;
use serde_json::Number;
use std::collections::HashMap;
use std::fmt::Write;

/// The places of two elements that are equal, by a text that equal ones have in common.
pub(crate) fn equal_elements<T>(elements: &[T], write_key: fn(&T, &mut String)) -> Option<(usize, usize)> {
    let mut places = HashMap::new();
    let mut pairs = elements.iter().enumerate().map(|(index, element)| {
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

/// Writes a number by its value.
pub(super) fn write_number(number: &Number, key: &mut String) {
    let text = number.to_string();
    match Decimal::parse(&text) {
        Some(Decimal { negative, digits, point }) => drop(write!(key, "{negative}{digits}e{point}")),
        None => key.push_str(&text),
    }
}
