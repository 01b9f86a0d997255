//! Paragraphs for the documentation of a type or a field.

use super::draft::{Schema, text, texts};
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

/// An assertion that the types do not check, in words.
pub(super) fn unchecked(keyword: &str, value: &Value) -> String {
    format!("Not checked: `{keyword}` {}.", code(value))
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

/// All that is to be said about a schema: title, description, notes.
pub(super) fn paragraphs(schema: &Schema, rust_name: Option<&str>) -> Vec<String> {
    let title = text(schema, "title").filter(|title| rust_name != Some(title));
    let description = text(schema, "description");
    let written = title.into_iter().filter(|_| description != title).chain(description).flat_map(split);
    written.chain(texts(schema, NOTES).map(str::to_owned)).collect()
}

/// One paragraph per paragraph, trimmed.
fn split(text: &str) -> Vec<String> {
    let trimmed = text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    trimmed.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
