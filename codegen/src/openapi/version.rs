//! Which documents are of OpenAPI, and of a version that is read.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::pointer;
use serde_json::Value;

/// Whether a document is one of OpenAPI (3.0.3 and 3.1.1, "OpenAPI Object": `openapi` is required) or of Swagger.
pub(crate) fn is_openapi(document: &Document) -> bool {
    document.root().get("openapi").is_some_and(Value::is_string) || is_swagger(document)
}

/// Swagger 2.0, "Swagger Object": `swagger` is a string, which YAML takes for a number where it has no quotes.
pub(super) fn is_swagger(document: &Document) -> bool {
    document.root().get("swagger").is_some_and(|version| version.is_string() || version.is_number())
}

/// Refuses the versions whose schemas may be written otherwise.
pub(crate) fn refuse_version(document: &Document) -> Result<(), Diagnostic> {
    let root = document.root();
    let (keyword, name, read) = if is_swagger(document) {
        ("swagger", "a Swagger", &["2.0"][..])
    } else {
        ("openapi", "an OpenAPI", &["3.0", "3.1", "3.2"][..])
    };
    let said = root.get(keyword).filter(|_| is_openapi(document));
    let Some(version) = said.map(|said| said.as_str().map_or_else(|| said.to_string(), str::to_owned)) else {
        return Ok(());
    };
    if read.iter().any(|own| version == *own || version.starts_with(&format!("{own}."))) {
        return Ok(());
    }
    Err(Diagnostic::error(
        Code::UnsupportedVersion,
        &pointer::join("", keyword),
        format!("this is {name} {version} document, and only OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read"),
        "convert it to one of them, and give the result",
    ))
}
