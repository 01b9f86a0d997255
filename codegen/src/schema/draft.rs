//! Which draft a document is written in, and what that means for its keywords.

use super::node::{Node, Schema};
use super::vocabulary::Draft;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Document;
use serde_json::Value;

/// The draft that `$schema` names.
pub(super) fn draft_of(uri: &str) -> Option<Draft> {
    let bare = uri.trim_end_matches('#').trim_start_matches("http://").trim_start_matches("https://");
    Some(match bare {
        "json-schema.org/draft-04/schema" | "json-schema.org/draft-03/schema" => Draft::D4,
        "json-schema.org/draft-06/schema" => Draft::D6,
        "json-schema.org/draft-07/schema" => Draft::D7,
        "json-schema.org/draft/2019-09/schema" => Draft::D2019,
        "json-schema.org/draft/2020-12/schema" => Draft::D2020,
        _ => return None,
    })
}

/// Formats that validators of draft-04 to draft-07 may check (draft-07 validation, section 7.3).
const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
];

impl Schema {
    /// Whether a validator may check a keyword that is a mere annotation here: up to draft-07 it is free to
    /// (draft-07 validation, sections 7.2 and 8.2), since 2019-09 it has to be asked to.
    pub(crate) fn may_be_asserted(&self, node: &Node, keyword: &str) -> bool {
        let format =
            || node.annotations.iter().find(|(name, _)| *name == "format").and_then(|(_, value)| value.as_str());
        match keyword {
            _ if self.is_dialect || self.draft > Draft::D7 => false,
            "format" => format().is_some_and(|format| FORMATS.contains(&format)),
            "contentEncoding" | "contentMediaType" => true,
            _ => false,
        }
    }
}

/// What names the draft of all schemas of an OpenAPI document (OpenAPI 3.1.1, "OpenAPI Object").
pub(super) fn dialect_of(document: &Document) -> Option<&Value> {
    document.root().get("jsonSchemaDialect").filter(|_| !is_old_openapi(document))
}

/// OpenAPI 3.1.1, "Schema Object": a dialect of its own is JSON Schema 2020-12 and a few annotations.
pub(super) fn unknown_dialect(document: &Document) -> Option<Diagnostic> {
    let uri = dialect_of(document)?.as_str().unwrap_or_default();
    let is_own = uri.starts_with("https://spec.openapis.org/oas/3.");
    (!is_own && draft_of(uri).is_none()).then(|| {
        Diagnostic::new(
            Severity::Warning,
            Code::NotEnforced,
            "/jsonSchemaDialect",
            format!("`{uri}` is no dialect that is known here: the schemas are read as JSON Schema 2020-12"),
            "name the draft of JSON Schema that they are written in, or leave it out",
        )
    })
}

pub(super) fn is_swagger(document: &Document) -> bool {
    document.root().get("swagger").is_some()
}

/// OpenAPI 3.0 has a dialect of its own; 3.1 and later take JSON Schema 2020-12 as it is.
pub(super) fn is_old_openapi(document: &Document) -> bool {
    let version = document.root().get("openapi").and_then(Value::as_str);
    version.is_none_or(|version| version.starts_with("3.0"))
}

pub(super) fn of_another_draft(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::NotEnforced,
        at,
        format!("`{keyword}` so written means nothing in the draft that `$schema` names, and is not enforced"),
        "name a draft that has it in `$schema`, or leave `$schema` out",
    )
}

/// What another file says of its draft.
pub(super) fn another_draft(at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::NotEnforced,
        at,
        "this file names another draft than the one that refers to it, and is read by the draft of that one",
        "name one draft in all files",
    )
}

pub(super) fn beside_a_reference(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::NotEnforced,
        at,
        format!("`{keyword}` beside `$ref` means nothing in the draft that `$schema` names, and is not enforced"),
        "put the `$ref` into an `allOf`, or name draft 2019-09 or later in `$schema`",
    )
}
