//! Says the type that a schema means but does not name.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, SOURCE, Schema, text, texts};
use super::take_off_foreign::ABOUT;
use serde_json::{Value, json};

/// Says the type that a schema means but does not name, and lists each required property.
///
/// Applies to all subschemas. By the letter a keyword such as `properties` says nothing about
/// other types (JSON Schema 2020-12 core, section 10.3.2.1); in the dialect a schema that has it
/// is an object (OpenAPI 3.0.3, "Schema Object": `type` is one type, and tools read it from the
/// keywords where it is left out).
pub(super) fn infer_types(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        if let Some(name) = implied_type(schema) {
            schema.insert("type".to_owned(), Value::from(name));
        }
        if text(schema, "type") == Some("object") {
            list_required(schema);
        }
    });
}

fn implied_type(schema: &Schema) -> Option<&'static str> {
    let says = ["type", "$ref", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.contains_key(*keyword));
    let implies = |keywords: &[&str]| keywords.iter().any(|keyword| schema.contains_key(*keyword));
    ABOUT.iter().find(|(_, keywords)| !says && implies(keywords)).map(|(name, _)| *name)
}

/// A property that is required but not described may have any value.
fn list_required(schema: &mut Schema) {
    let conditions = schema.get(ANY_OF_REQUIRED).and_then(Value::as_array).into_iter().flatten();
    let conditional = conditions.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
    let names: Vec<String> = texts(schema, "required").chain(conditional).map(str::to_owned).collect();
    let at = schema.get(SOURCE).cloned().unwrap_or_default();
    if names.is_empty() {
        return;
    }
    let properties = schema.entry("properties").or_insert_with(|| json!({}));
    for name in names {
        if let Some(properties) = properties.as_object_mut() {
            properties.entry(name).or_insert_with(|| json!({SOURCE: at}));
        }
    }
}
