//! Gives every subschema the JSON pointer it came from.

use super::draft::{Draft, SOURCE, Schema, children_mut};
use super::vocabulary::{Kind, Treatment, kind_of, treatment_of};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::{Value, json};

/// Gives every subschema the JSON pointer it came from, and refuses what is no schema.
///
/// Applies to all subschemas. A schema is an object or a boolean, and each keyword has a value of
/// its kind (JSON Schema 2020-12 core, sections 4.3 and 8 to 10; validation, section 6); the
/// boolean schema `true` becomes the empty schema it stands for (core, section 4.3.2).
pub(super) fn mark_sources(draft: &mut Draft<'_>) {
    for (key, definition) in &mut draft.definitions {
        mark(definition, key, &mut draft.diagnostics);
    }
}

fn mark(value: &mut Value, at: &str, diagnostics: &mut Vec<Diagnostic>) {
    if *value == Value::Bool(true) && !at.is_empty() {
        *value = json!({});
    }
    let Some(schema) = value.as_object_mut() else {
        diagnostics.push(not_a_schema(value, at));
        return;
    };
    refuse_wrong_kinds(schema, at, diagnostics);
    for (keyword, inner) in schema.iter_mut() {
        let may_be_boolean = keyword == "additionalProperties" || treatment_of(keyword) != Treatment::Carried;
        if may_be_boolean && inner.is_boolean() {
            continue;
        }
        let under = pointer::join(at, keyword);
        for (tokens, child) in children_mut(keyword, inner) {
            let place = tokens.iter().fold(under.clone(), |parent, token| pointer::join(&parent, token));
            mark(child, &place, diagnostics);
        }
    }
    schema.insert(SOURCE.to_owned(), Value::from(at));
}

fn not_a_schema(value: &Value, at: &str) -> Diagnostic {
    let what = match value {
        Value::Null => "null",
        Value::Bool(true) => "the schema `true`, which allows everything,",
        Value::Bool(false) => "the schema `false`, which allows nothing,",
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

/// Takes off the keywords of a wrong kind, so that the passes after this one find no second fault in them.
fn refuse_wrong_kinds(schema: &mut Schema, at: &str, diagnostics: &mut Vec<Diagnostic>) {
    schema.retain(|keyword, value| {
        let place = pointer::join(at, keyword);
        let found = match kind_of(keyword) {
            _ if keyword.starts_with("x-lower-") => Some(reserved(keyword, &place)),
            Some(kind) if !has_kind(value, kind) => Some(wrong_kind(keyword, kind, &place)),
            _ => None,
        };
        let is_right = found.is_none();
        diagnostics.extend(found);
        is_right
    });
}

fn wrong_kind(keyword: &str, kind: Kind, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchema,
        at,
        format!("`{keyword}` is not {}", kind.expected()),
        format!("give `{keyword}` a value of the kind that JSON Schema wants, or remove it"),
    )
}

/// Keywords that begin so are what the passes tell each other.
fn reserved(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        at,
        format!("`{keyword}` has no place in the types"),
        "nothing to do: it changes no document that is read or written",
    )
}

const TYPE_NAMES: &[&str] = &["null", "boolean", "object", "array", "number", "string", "integer"];

fn has_kind(value: &Value, kind: Kind) -> bool {
    let is_type_name = |value: &Value| value.as_str().is_some_and(|name| TYPE_NAMES.contains(&name));
    let all = |test: fn(&Value) -> bool| value.as_array().is_some_and(|elements| elements.iter().all(test));
    match kind {
        Kind::Any | Kind::Schema => true,
        Kind::Count => value.is_u64(),
        Kind::Flag => value.is_boolean(),
        Kind::List | Kind::SchemaList => value.is_array(),
        Kind::Mapping | Kind::SchemaMap => value.is_object(),
        Kind::Number => value.is_number(),
        Kind::Text => value.is_string(),
        Kind::Texts => all(Value::is_string),
        Kind::TypeNames => is_type_name(value) || value.as_array().is_some_and(|names| names.iter().all(is_type_name)),
    }
}
