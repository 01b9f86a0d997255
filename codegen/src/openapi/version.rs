//! Which documents are of OpenAPI, and of a version that is read.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use serde_json::Value;

/// Whether a document is one of OpenAPI (OpenAPI 3.0.3 and 3.1.1, "OpenAPI Object": `openapi` is required).
pub(crate) fn is_openapi(document: &Document) -> bool {
    document.root().get("openapi").is_some_and(Value::is_string)
}

/// Refuses the versions of OpenAPI whose schemas are written otherwise.
pub(crate) fn refuse_version(document: &Document) -> Result<(), Diagnostic> {
    let said = |keyword: &str| document.root().get(keyword).and_then(Value::as_str);
    let is_read =
        |version: &str| ["3.0", "3.1"].iter().any(|own| version == *own || version.starts_with(&format!("{own}.")));
    match (said("swagger"), said("openapi")) {
        (Some(version), None) => Err(Diagnostic::error(
            Code::UnsupportedVersion,
            "/swagger",
            format!("this is a Swagger {version} document, and only OpenAPI 3.0 and 3.1 are read"),
            "convert it to OpenAPI 3.0, for instance with swagger2openapi, and give the result",
        )),
        (_, Some(version)) if !is_read(version) => Err(Diagnostic::error(
            Code::UnsupportedVersion,
            "/openapi",
            format!("this is an OpenAPI {version} document, and only OpenAPI 3.0 and 3.1 are read"),
            "convert it to OpenAPI 3.0 or 3.1, and give the result",
        )),
        _ => Ok(()),
    }
}
