//! Writes two schemas that describe the same value as one.

use super::draft::{SOURCE, Schema, source, visit_subschemas};
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use serde_json::{Value, json};

/// Keywords that say what a value is; the others only speak about the schema.
const STRUCTURAL: &[&str] = &[
    "$ref",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "oneOf",
    "anyOf",
    "allOf",
    "discriminator",
    "pattern",
    "minLength",
    "maxLength",
    "x-speakeasy-unknown-values",
];

pub(super) fn is_structural(schema: &Schema) -> bool {
    schema.keys().any(|keyword| is_structural_keyword(keyword))
}

pub(super) fn is_structural_keyword(keyword: &str) -> bool {
    STRUCTURAL.contains(&keyword)
}

/// Writes into one schema what another says about the same value.
pub(super) fn unite(whole: &mut Schema, part: Schema) -> Result<(), Diagnostic> {
    let at = source(whole).to_owned();
    let was_telling = whole.contains_key("properties");
    for (keyword, value) in part {
        match keyword.as_str() {
            "properties" => unite_properties(whole, value, &at)?,
            "required" => unite_required(whole, value),
            "additionalProperties" if was_telling => unite_additional(whole, &value, &at)?,
            _ if !whole.contains_key(&keyword) => {
                whole.insert(keyword, value);
            }
            _ if whole.get(&keyword) == Some(&value) || !speaks(&keyword) => {}
            _ => return Err(conflict(&keyword, &at)),
        }
    }
    Ok(())
}

/// Whether two parts that differ in a keyword contradict each other.
fn speaks(keyword: &str) -> bool {
    keyword == "type" || is_structural_keyword(keyword)
}

fn unite_properties(whole: &mut Schema, value: Value, at: &str) -> Result<(), Diagnostic> {
    let Value::Object(added) = value else { return Ok(()) };
    let closed = whole.get("additionalProperties") == Some(&Value::Bool(false));
    let properties = whole.entry("properties").or_insert_with(|| json!({}));
    let Some(properties) = properties.as_object_mut() else { return Ok(()) };
    let had_any = !properties.is_empty();
    for (name, property) in added {
        match properties.get(&name) {
            None if closed && had_any => return Err(closed_part(&name, at)),
            None => {
                properties.insert(name, property);
            }
            Some(other) if same_meaning(other, &property) => {}
            Some(_) => return Err(conflict(&format!("properties/{name}"), at)),
        }
    }
    Ok(())
}

fn unite_required(whole: &mut Schema, value: Value) {
    let required = whole.entry("required").or_insert_with(|| json!([]));
    if let (Some(required), Value::Array(added)) = (required.as_array_mut(), value) {
        for name in added {
            if !required.contains(&name) {
                required.push(name);
            }
        }
    }
}

/// An object that one part closes has no members but that part's.
fn unite_additional(whole: &mut Schema, value: &Value, at: &str) -> Result<(), Diagnostic> {
    match (whole.get("additionalProperties"), value) {
        (Some(own), added) if own == added => Ok(()),
        (_, Value::Bool(true)) => Ok(()),
        _ => Err(conflict("additionalProperties", at)),
    }
}

/// Whether two schemas differ at most in where they came from.
pub(super) fn same_meaning(one: &Value, other: &Value) -> bool {
    let bare = |value: &Value| {
        let mut value = value.clone();
        visit_subschemas(&mut value, &mut |schema| {
            schema.retain(|keyword, _| !matches!(keyword.as_str(), "title" | "description" | "x-lower-notes"));
            schema.remove(SOURCE);
        });
        value
    };
    bare(one) == bare(other)
}

fn conflict(what: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        &pointer::join(at, "allOf"),
        format!("the schemas that together describe this value disagree on `{what}`: no one type can be made of them"),
        "write the value out in one schema",
    )
}

fn closed_part(name: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        &pointer::join(at, "allOf"),
        format!("one part of this `allOf` forbids the member `{name}` that another part describes"),
        "take `additionalProperties: false` off the part that does not list the member",
    )
}
