//! Writes every list of allowed values as an `enum` of strings.

use super::draft::{Draft, Schema, source, text};
use super::notes;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::Value;

/// Writes `const` as an `enum` of one, and keeps only enums of strings.
///
/// Applies to all subschemas. A `const` is an `enum` of one value (JSON Schema 2020-12
/// validation, section 6.1.3); a `type` beside it leaves the values of that type. Values that are
/// no strings leave only their type, and are reported; so are the checks beside strings.
pub(super) fn canonical_enums(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, diagnostics| {
        let Some((keyword, values)) = take_values(schema) else { return };
        let at = pointer::join(source(schema), keyword);
        if values.is_empty() {
            diagnostics.push(no_value(&at));
        } else if values.iter().all(Value::is_string) {
            schema.remove("type");
            diagnostics.extend(CHECKS.iter().filter_map(|check| take_off_check(schema, check)));
            schema.insert("enum".to_owned(), Value::Array(values));
        } else {
            diagnostics.push(keep_type_only(schema, values, &at));
        }
    });
}

/// What may stand beside strings that are listed anyway.
const CHECKS: &[&str] = &["pattern", "minLength", "maxLength"];

/// The values that the type allows, each once, and the keyword that lists them.
fn take_values(schema: &mut Schema) -> Option<(&'static str, Vec<Value>)> {
    let (keyword, listed) = match (schema.remove("const"), schema.remove("enum")) {
        (Some(only), Some(Value::Array(listed))) => {
            ("const", listed.into_iter().filter(|value| *value == only).collect())
        }
        (Some(only), _) => ("const", vec![only]),
        (None, Some(Value::Array(listed))) => ("enum", listed),
        (None, _) => return None,
    };
    let mut values: Vec<Value> = Vec::new();
    for value in listed {
        if !values.contains(&value) && text(schema, "type").is_none_or(|name| has_type(&value, name)) {
            values.push(value);
        }
    }
    Some((keyword, values))
}

fn has_type(value: &Value, name: &str) -> bool {
    let own = type_name(value);
    own == name || (own == "integer" && name == "number")
}

fn take_off_check(schema: &mut Schema, keyword: &str) -> Option<Diagnostic> {
    let value = schema.remove(keyword)?;
    notes::add(schema, notes::unchecked(keyword, &value));
    Some(Diagnostic::new(
        Severity::Warning,
        Code::UncheckedKeyword,
        &pointer::join(source(schema), keyword),
        format!("`{keyword}` is not checked beside a list of values: the types read all of them"),
        "list only the values that it allows, and leave the keyword out",
    ))
}

fn no_value(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchema,
        at,
        "this allows no value: nothing is listed, or nothing that is also allowed by what stands beside it",
        "list values that the schema around it allows, or leave the keyword out",
    )
}

fn keep_type_only(schema: &mut Schema, values: Vec<Value>, at: &str) -> Diagnostic {
    let mut names: Vec<&str> = values.iter().map(type_name).collect();
    names.dedup();
    if let ([only], false) = (names.as_slice(), schema.contains_key("type")) {
        schema.insert("type".to_owned(), Value::from(*only));
    }
    notes::add(schema, notes::unchecked("enum", &Value::Array(values)));
    Diagnostic::new(
        Severity::Warning,
        Code::UncheckedKeyword,
        at,
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
