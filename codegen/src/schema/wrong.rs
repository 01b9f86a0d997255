//! What is wrong with a document as a schema, and what is only unknown.

use super::node::Discriminator;
use super::vocabulary::{Kind, Word};
use crate::diagnostic::{Code, Diagnostic, Severity};
use serde_json::Value;

pub(super) fn discriminator(value: &Value) -> Discriminator {
    let mapping = value.get("mapping").and_then(Value::as_object).into_iter().flatten();
    let text = |keyword: &str| value.get(keyword).and_then(Value::as_str).map(str::to_owned);
    Discriminator {
        property: text("propertyName"),
        default: text("defaultMapping"),
        mapping: mapping.filter_map(|(key, to)| Some((key.clone(), to.as_str()?.to_owned()))).collect(),
    }
}

pub(super) fn not_a_schema(value: &Value, at: &str) -> Diagnostic {
    let what = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    Diagnostic::error(
        Code::NotASchema,
        at,
        format!("{what} is no schema that a type can be made from"),
        "write an object of JSON Schema keywords, such as {\"type\": \"object\"}",
    )
}

pub(super) fn wrong_kind(word: &Word, value: &Value, at: &str) -> Option<Diagnostic> {
    let keyword = word.name;
    (!has_kind(value, word.kind)).then(|| {
        Diagnostic::error(
            Code::NotASchema,
            at,
            format!("`{keyword}` is not {}", word.kind.expected()),
            format!("give `{keyword}` a value of the kind that JSON Schema wants, or remove it"),
        )
    })
}

const TYPE_NAMES: &[&str] = &["null", "boolean", "object", "array", "number", "string", "integer"];

fn has_kind(value: &Value, kind: Kind) -> bool {
    let is_type_name = |value: &Value| value.as_str().is_some_and(|name| TYPE_NAMES.contains(&name));
    let all = |test: fn(&Value) -> bool| value.as_array().is_some_and(|elements| elements.iter().all(test));
    match kind {
        Kind::Any | Kind::Schema | Kind::SchemaOrList => true,
        Kind::Bound => value.is_number() || value.is_boolean(),
        Kind::Count => {
            value.as_u64().is_some() || value.as_f64().is_some_and(|count| count >= 0.0 && count.fract() == 0.0)
        }
        Kind::Flag => value.is_boolean(),
        Kind::List | Kind::SchemaList => value.is_array(),
        Kind::Dependencies | Kind::Mapping | Kind::SchemaMap => value.is_object(),
        Kind::Number => value.is_number(),
        Kind::Text => value.is_string(),
        Kind::Texts => all(Value::is_string),
        Kind::TypeNames => is_type_name(value) || value.as_array().is_some_and(|names| names.iter().all(is_type_name)),
    }
}

pub(super) fn unknown(keyword: &str, near: Option<&'static str>, at: &str) -> Diagnostic {
    let Some(near) = near else { return dropped(keyword, at) };
    Diagnostic::new(
        Severity::Warning,
        Code::UnknownKeyword,
        at,
        format!("`{keyword}` is no keyword, and means nothing here: did you mean `{near}`?"),
        format!("write `{near}`, or a name that begins with `x-` if it is meant to be your own"),
    )
}

pub(super) fn dropped(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        at,
        format!("`{keyword}` has no place in the types"),
        "nothing to do: it changes no document that is read or written",
    )
}
