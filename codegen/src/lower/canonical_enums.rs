//! Writes every list of allowed values as an `enum` of strings.

use super::draft::{Draft, Schema, source};
use super::notes;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::Value;

/// Writes `const` as an `enum` of one, and keeps only enums of strings.
///
/// Applies to all subschemas. A `const` is an `enum` of one value (JSON Schema 2020-12
/// validation, section 6.1.3). Values that are no strings leave only their type, and are reported.
pub(super) fn canonical_enums(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, diagnostics| {
        if let Some(value) = schema.remove("const") {
            schema.insert("enum".to_owned(), Value::Array(vec![value]));
        }
        let Some(Value::Array(mut values)) = schema.remove("enum") else { return };
        let mut seen = Vec::new();
        values.retain(|value| {
            !seen.contains(value) && {
                seen.push(value.clone());
                true
            }
        });
        if values.is_empty() {
            diagnostics.push(no_value(schema));
        } else if values.iter().all(Value::is_string) {
            schema.remove("type");
            schema.insert("enum".to_owned(), Value::Array(values));
        } else {
            diagnostics.push(keep_type_only(schema, values));
        }
    });
}

fn no_value(schema: &Schema) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchema,
        &pointer::join(source(schema), "enum"),
        "an enum without values allows nothing",
        "list the values, or leave the keyword out",
    )
}

fn keep_type_only(schema: &mut Schema, values: Vec<Value>) -> Diagnostic {
    let mut names: Vec<&str> = values.iter().map(type_name).collect();
    names.dedup();
    if let ([only], false) = (names.as_slice(), schema.contains_key("type")) {
        schema.insert("type".to_owned(), Value::from(*only));
    }
    notes::add(schema, notes::unchecked("enum", &Value::Array(values)));
    Diagnostic::new(
        Severity::Warning,
        Code::UncheckedKeyword,
        &pointer::join(source(schema), "enum"),
        "an enum of other values than strings is not checked: the types read more than the schema allows",
        "check the value where you use it; the documentation of the type says so as well",
    )
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
