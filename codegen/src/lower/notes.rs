//! Paragraphs for the documentation of a type or a field.

use super::draft::Schema;
use serde_json::Value;

/// The keyword under which they are.
pub(super) const NOTES: &str = "x-lower-notes";

/// Notes something about a schema.
pub(super) fn add(schema: &mut Schema, note: String) {
    let notes = schema.entry(NOTES).or_insert_with(|| Value::Array(Vec::new()));
    if let Some(notes) = notes.as_array_mut() {
        notes.push(Value::String(note));
    }
}

/// An annotation in words.
pub(super) fn annotation(keyword: &str, value: &Value) -> Option<String> {
    match (keyword, value) {
        ("deprecated" | "readOnly" | "writeOnly", Value::Bool(false)) => None,
        ("deprecated", _) => Some("Deprecated.".to_owned()),
        ("readOnly", _) => Some("Read-only.".to_owned()),
        ("writeOnly", _) => Some("Write-only.".to_owned()),
        ("format", Value::String(format)) => Some(format!("Format: `{format}`.")),
        ("default", _) => Some(format!("Default: {}.", code(value))),
        ("examples", Value::Array(examples)) => Some(format!("Examples: {}.", all(examples))),
        _ => Some(format!("Example: {}.", code(value))),
    }
}

fn all(examples: &[Value]) -> String {
    examples.iter().map(code).collect::<Vec<_>>().join(", ")
}

/// How what is said of a rule begins.
pub(crate) const UNCHECKED: &str = "Not checked: ";

/// An assertion that the types do not check, in words.
pub(super) fn unchecked(keyword: &str, value: &Value) -> String {
    format!("{UNCHECKED}`{keyword}` {}.", code(value))
}

/// JSON as a code span, cut where a line of documentation ends.
fn code(value: &Value) -> String {
    const MOST: usize = 80;
    let written = value.to_string().replace('`', "'");
    if written.chars().count() <= MOST {
        return format!("`{written}`");
    }
    format!("`{}…`", written.chars().take(MOST).collect::<String>())
}
