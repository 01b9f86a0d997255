//! Whether a document holds a schema at all.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use serde_json::Value;

/// Keywords of which one at least says something about values, or holds schemas that do.
const TELLING: &[&str] = &[
    "$ref",
    "$defs",
    "definitions",
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "oneOf",
    "anyOf",
    "allOf",
    "pattern",
    "minLength",
    "maxLength",
    "patternProperties",
    "prefixItems",
    "not",
    "if",
];

/// Refuses a document that says nothing about values: compared with a schema, everything would seem removed.
pub(super) fn check(document: &Document) -> Result<(), Diagnostic> {
    let Value::Object(members) = document.root() else { return Ok(()) };
    let tells = |keyword: &&str| match members.get(*keyword) {
        Some(Value::Object(inner)) if matches!(*keyword, "$defs" | "definitions") => !inner.is_empty(),
        found => found.is_some(),
    };
    if TELLING.iter().any(tells) {
        return Ok(());
    }
    let is_description = ["openapi", "swagger", "components", "paths"].iter().any(|name| members.contains_key(*name));
    let help = if is_description {
        "this is a description of a whole API: give a file that holds the one schema"
    } else {
        "is it the right file and revision? A schema says what its values are, by `type` or by `properties`"
    };
    Err(Diagnostic::error(
        Code::NotASchema,
        "",
        "there is no schema here: the document says nothing about any value, so there is nothing to compare",
        help,
    ))
}
