//! The schemas of a document that have names of their own.

use super::root::{Kind, Root};
use super::version::is_swagger;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::pointer;
use serde_json::Value;

/// Where the schemas of a document are (OpenAPI 3.0.3, "Components Object"; Swagger 2.0, "Swagger Object").
pub(crate) fn place(document: &Document) -> &'static str {
    if is_swagger(document) { "/definitions" } else { "/components/schemas" }
}

/// The schemas, in the order of the text.
pub(super) fn named(document: &Document) -> Vec<Root> {
    let place = place(document);
    let members = document.root().pointer(place).and_then(Value::as_object).into_iter().flatten();
    let root = |(name, schema): (&String, &Value)| Root {
        at: pointer::join(place, name),
        schema: schema.clone(),
        name: None,
        kind: Kind::Named,
    };
    members.map(root).collect()
}

pub(crate) fn no_schemas(document: &Document) -> Diagnostic {
    Diagnostic::error(
        Code::NoSchemas,
        place(document),
        "this document has no schemas from which types are made, neither with names nor in place",
        "is it the right file? Types are made of components.schemas (Swagger: definitions) and of what operations send as JSON",
    )
}
