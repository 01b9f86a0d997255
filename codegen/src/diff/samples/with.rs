//! Values with a part of them changed.

use serde_json::Value;

/// An object with a member set, or without it.
pub(super) fn with(object: &Value, name: &str, value: Option<Value>) -> Value {
    let mut object = object.clone();
    if let Some(members) = object.as_object_mut() {
        match value {
            Some(value) => members.insert(name.to_owned(), value),
            None => members.shift_remove(name),
        };
    }
    object
}

/// A list with one of its elements set.
pub(super) fn with_element(mut list: Value, place: usize, value: Value) -> Value {
    if let Some(element) = list.get_mut(place) {
        *element = value;
    }
    list
}
