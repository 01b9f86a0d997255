//! Whether a document holds a schema at all.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::schema::{Role, find};
use serde_json::Value;

/// Refuses a document that says nothing about values: compared with a schema, everything would seem removed.
pub(super) fn check(document: &Document) -> Result<(), Diagnostic> {
    let Value::Object(members) = document.root() else { return Ok(()) };
    // A keyword that holds no schemas says nothing of values, however many it places.
    let tells = |(keyword, value): (&String, &Value)| match find(keyword).map(|word| word.role) {
        Some(Role::Assertion) => true,
        Some(Role::Place) => value.as_object().is_some_and(|inner| !inner.is_empty()),
        _ => false,
    };
    if members.iter().any(tells) {
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
