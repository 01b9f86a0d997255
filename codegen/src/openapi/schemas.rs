//! The schemas of a document that have names of their own.

use super::root::{Kind, Root};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::pointer;
use serde_json::Value;

/// Where the schemas of an OpenAPI document are (OpenAPI 3.0.3, "Components Object").
pub(crate) const PLACE: &str = "/components/schemas";

/// The schemas, in the order of the text.
pub(super) fn named(document: &Document) -> Vec<Root> {
    let members = document.root().pointer(PLACE).and_then(Value::as_object).into_iter().flatten();
    let root = |(name, schema): (&String, &Value)| Root {
        at: pointer::join(PLACE, name),
        schema: schema.clone(),
        name: None,
        kind: Kind::Named,
    };
    members.map(root).collect()
}

pub(crate) fn no_schemas() -> Diagnostic {
    Diagnostic::error(
        Code::NoSchemas,
        PLACE,
        "this OpenAPI document has no schemas from which types are made, neither under components.schemas nor in place",
        "is it the right file? Types are made of components.schemas and of what operations send as JSON",
    )
}
