//! Equality with a value that a schema lists: `1` is `1.0`, and members have no order (JSON Schema 2020-12 core,
//! section 4.2.2).

use super::{Decimal, Json};
use serde_json::Value;

/// Whether a value is the one that a schema lists.
pub(crate) fn is_equal(listed: &Json, value: &Value) -> bool {
    match (listed, value) {
        (Json::Null, Value::Null) => true,
        (Json::Boolean(listed), Value::Bool(value)) => listed == value,
        (Json::Number(listed), Value::Number(value)) => Decimal::parse(listed) == Decimal::parse(&value.to_string()),
        (Json::String(listed), Value::String(value)) => listed == value,
        (Json::Array(listed), Value::Array(values)) => {
            listed.len() == values.len() && listed.iter().zip(values).all(|(listed, value)| is_equal(listed, value))
        }
        (Json::Object(listed), Value::Object(members)) => {
            let has = |(name, listed): &(&str, Json)| members.get(*name).is_some_and(|value| is_equal(listed, value));
            listed.len() == members.len() && listed.iter().all(has)
        }
        _ => false,
    }
}
