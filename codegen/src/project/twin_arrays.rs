//! What arrays accept, for a twin.

use super::words::put;
use crate::model::ArrayShape;
use serde_json::{Value, json};

pub(super) fn array(shape: &ArrayShape, item: Option<Value>) -> Value {
    let mut spelled = json!({"type": "array"});
    let told = [("minItems", shape.min_items.map(Value::from)), ("maxItems", shape.max_items.map(Value::from))];
    let unique = ("uniqueItems", shape.unique_items.then_some(Value::Bool(true)));
    for (keyword, value) in told.into_iter().chain([unique, ("items", item)]) {
        put(&mut spelled, keyword, value);
    }
    spelled
}

/// Draft-04 has `items` for the list of 2020-12's `prefixItems`.
pub(super) fn tuple(elements: &[Value], is_2020: bool) -> Value {
    let (count, list) = (elements.len(), if is_2020 { "prefixItems" } else { "items" });
    json!({"type": "array", list: elements, "minItems": count, "maxItems": count})
}
