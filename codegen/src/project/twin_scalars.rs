//! What strings and listed values accept, for a twin.

use super::words::put;
use crate::model::TextShape;
use serde_json::{Value, json};

/// Open values: others of the same type are read too.
pub(super) fn open_values(listed: &[Value]) -> Value {
    match listed {
        all if all.iter().all(Value::is_string) => json!({"type": "string"}),
        all if all.iter().all(Value::is_i64) => json!({"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX}),
        _ => json!({}),
    }
}

pub(super) fn text(shape: &TextShape) -> Value {
    let mut spelled = json!({"type": "string"});
    let told = [
        ("pattern", shape.pattern.clone().map(Value::from)),
        ("minLength", shape.min_length.map(Value::from)),
        ("maxLength", shape.max_length.map(Value::from)),
    ];
    for (keyword, value) in told {
        put(&mut spelled, keyword, value);
    }
    spelled
}
