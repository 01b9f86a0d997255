//! Pieces of schemas.

use crate::plan::{Json, JsonType};
use serde_json::{Value, json};

/// A reference to a definition.
pub(super) fn reference(name: &str) -> Value {
    let token = name.replace('~', "~0").replace('/', "~1");
    let token: String = token.bytes().map(encoded).collect();
    json!({"$ref": format!("#/definitions/{token}")})
}

/// A byte of a fragment (RFC 3986, sections 2.1 and 3.5).
fn encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'$' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    }
}

/// Adds a keyword to a schema, where there is a value.
pub(super) fn put(schema: &mut Value, keyword: &str, value: Option<Value>) {
    if let (Some(members), Some(value)) = (schema.as_object_mut(), value) {
        members.insert(keyword.to_owned(), value);
    }
}

pub(super) fn type_name(one: JsonType) -> &'static str {
    match one {
        JsonType::Null => "null",
        JsonType::Boolean => "boolean",
        JsonType::Integer | JsonType::PlainInteger => "integer",
        JsonType::Number => "number",
        JsonType::String => "string",
        JsonType::Array => "array",
        JsonType::Object => "object",
    }
}

/// A JSON value as `serde_json` has it.
pub(crate) fn value_of(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Boolean(value) => Value::Bool(*value),
        Json::Number(text) => serde_json::from_str(text).unwrap_or_default(),
        Json::String(text) => Value::from(text.as_str()),
        Json::Array(elements) => elements.iter().map(value_of).collect(),
        Json::Object(members) => members.iter().map(|(name, inner)| (name.clone(), value_of(inner))).collect(),
    }
}
