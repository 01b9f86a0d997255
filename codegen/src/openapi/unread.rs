//! What of a document is not read, and said to be so.

use super::version::is_openapi;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Document;
use crate::pointer;
use serde_json::Value;

/// What of an OpenAPI document describes no schema with a name, if there is anything of the kind.
pub(crate) fn not_read(document: &Document) -> Option<Diagnostic> {
    let root = document.root().as_object().filter(|_| is_openapi(document))?;
    let own = root.keys().filter(|name| !["openapi", "info", "components"].contains(&name.as_str()));
    let own = own.map(|name| pointer::join("", name));
    let parts = root.get("components").and_then(Value::as_object).into_iter().flatten();
    let parts = parts.filter(|(name, _)| *name != "schemas").map(|(name, _)| pointer::join("/components", name));
    let places = own.chain(parts).filter(|place| !is_nothing(document.root().pointer(place)));
    let places: Vec<String> = places.filter(|place| !place.starts_with("/x-")).collect();
    let names: Vec<String> =
        places.iter().map(|place| format!("`{}`", pointer::tokens(place).collect::<Vec<_>>().join("."))).collect();
    places.first().map(|first| {
        Diagnostic::new(
            Severity::Note,
            Code::DroppedAnnotation,
            first,
            format!("only components.schemas is read, not {}", names.join(", ")),
            "nothing to do, unless a schema stands there in place: then move it to components.schemas",
        )
    })
}

fn is_nothing(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Object(members)) => members.is_empty(),
        Some(Value::Array(elements)) => elements.is_empty(),
        Some(_) => false,
    }
}
