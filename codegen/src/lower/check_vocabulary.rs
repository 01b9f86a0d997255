//! Reports every keyword that is not carried, and turns annotations into notes.

use super::draft::{Draft, Schema, source, text};
use super::notes;
use super::vocabulary::{Treatment, treatment_of};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::Value;

/// Reports every keyword that is not carried into the types, and removes it.
///
/// Applies to all subschemas. Annotations (JSON Schema 2020-12 validation, sections 7 and 9)
/// become notes for the documentation, and so do assertions that the types do not check.
pub(super) fn check_vocabulary(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, diagnostics| {
        let keywords: Vec<String> = schema.keys().cloned().collect();
        for keyword in keywords {
            treat(schema, &keyword, diagnostics);
        }
    });
}

fn treat(schema: &mut Schema, keyword: &str, diagnostics: &mut Vec<Diagnostic>) {
    let at = pointer::join(source(schema), keyword);
    match treatment_of(keyword) {
        _ if keyword.starts_with("x-lower-") => {}
        Treatment::Carried if schema.get(keyword).is_some_and(|value| is_vacuous(keyword, value)) => {
            schema.remove(keyword);
        }
        Treatment::Carried => {}
        Treatment::Noted => note(schema, keyword),
        Treatment::Dropped => {
            schema.remove(keyword);
            diagnostics.push(dropped(keyword, &at));
        }
        Treatment::Unchecked => {
            let value = schema.remove(keyword).unwrap_or_default();
            if !is_vacuous(keyword, &value) {
                notes::add(schema, notes::unchecked(keyword, &value));
                diagnostics.push(unchecked(keyword, &at));
            }
        }
        Treatment::Unsupported => diagnostics.push(unsupported(keyword, &at)),
    }
}

fn note(schema: &mut Schema, keyword: &str) {
    if keyword == "format" && decides_a_type(schema) {
        return;
    }
    if let Some(value) = schema.remove(keyword)
        && let Some(written) = notes::annotation(keyword, &value)
    {
        notes::add(schema, written);
    }
}

/// OpenAPI 3.0.3, "Data Types": `int32` is signed 32 bits, `int64` signed 64 bits.
fn decides_a_type(schema: &Schema) -> bool {
    let integer = match schema.get("type") {
        Some(Value::Array(names)) => names.iter().any(|name| name == "integer"),
        Some(name) => name == "integer",
        None => false,
    };
    integer && matches!(text(schema, "format"), Some("int32" | "int64"))
}

/// A bound that every value keeps.
fn is_vacuous(keyword: &str, value: &Value) -> bool {
    match keyword {
        "minItems" | "minProperties" | "minLength" => value.as_u64() == Some(0),
        "uniqueItems" => *value == Value::Bool(false),
        _ => false,
    }
}

fn dropped(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        at,
        format!("`{keyword}` has no place in the types"),
        "nothing to do: it changes no document that is read or written",
    )
}

fn unchecked(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::UncheckedKeyword,
        at,
        format!("`{keyword}` is not checked: the types read more than the schema allows"),
        "check the value where you use it; the documentation of the type says so as well",
    )
}

fn unsupported(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        at,
        format!("`{keyword}` cannot be carried into Rust types"),
        "say the same with properties, items, additionalProperties or oneOf, or leave the keyword out",
    )
}
