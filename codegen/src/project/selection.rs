//! Decides what of a document becomes types.

use super::choice::{api, no_operations};
use super::wanted::Wanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::names::type_ident;
use crate::openapi::{Api, Kind, Root, is_openapi, refuse_version};
use serde_json::Value;
use std::path::Path;

/// What of a document becomes types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Selection {
    /// The document is a schema, and this is the Rust name of its type.
    Document(String),
    /// The schemas of an OpenAPI document, all of them or some.
    Api(Box<Api>),
}

impl Selection {
    /// What the user asks for, in a document.
    ///
    /// The root of an OpenAPI document is the name of a schema, or the Rust name of one. Else it names
    /// the type of the whole document, which by default is called by the title, else by the file.
    pub(crate) fn of(document: &Document, wanted: &Wanted<'_>) -> Result<Self, Diagnostic> {
        refuse_version(document)?;
        if is_openapi(document) {
            return api(document, wanted).map(|api| Self::Api(Box::new(api)));
        }
        if !wanted.operations.is_empty() || !wanted.tags.is_empty() {
            return Err(no_operations());
        }
        root_name(document, wanted.root, wanted.title_prefix).map(Self::Document)
    }

    /// The schema of an OpenAPI document at a JSON pointer that stands in place.
    pub(super) fn in_place(&self, at: &str) -> Option<&Root> {
        match self {
            Self::Document(_) => None,
            Self::Api(api) => api.in_place(at),
        }
    }

    /// Whether a JSON pointer leads into a schema that was made of parameters, and to nothing in the document.
    pub(crate) fn is_made(&self, document: &Document, at: &str) -> bool {
        let Self::Api(api) = self else { return false };
        document.value(at).is_none() && api.around(at).is_some_and(|root| root.kind == Kind::Parameters)
    }

    /// The schema in place that is around a JSON pointer, and what its type is to be called.
    pub(super) fn around(&self, at: &str) -> Option<(&str, &str)> {
        match self {
            Self::Document(_) => None,
            Self::Api(api) => api.around(at).and_then(|root| Some((root.at.as_str(), root.name.as_deref()?))),
        }
    }

    /// The JSON pointer of the schema that the others are there for, if one is.
    pub(crate) fn root(&self) -> Option<&str> {
        match self {
            Self::Document(_) => Some(""),
            Self::Api(api) => api.root.as_deref(),
        }
    }
}

/// The name of the file without its extension.
pub(crate) fn stem(document: &Document) -> Option<&str> {
    document.has_file().then(|| Path::new(document.name()).file_stem()?.to_str()).flatten()
}

fn root_name(document: &Document, given: Option<&str>, title_prefix: &str) -> Result<String, Diagnostic> {
    if let Some(given) = given {
        return match type_ident(given) {
            Some(name) if name == given => Ok(name),
            other => Err(no_type_name(given, other)),
        };
    }
    let title = document.root().get("title").and_then(Value::as_str);
    let title = title.map(|title| title.strip_prefix(title_prefix).unwrap_or(title));
    let name = title.and_then(type_ident).or_else(|| stem(document).and_then(type_ident));
    Ok(name.unwrap_or_else(|| "Root".to_owned()))
}

fn no_type_name(given: &str, proposal: Option<String>) -> Diagnostic {
    Diagnostic::error(
        Code::NameCollision,
        "",
        format!("`{given}` is no name of a Rust type in upper camel case"),
        format!("name the root type `{}`", proposal.unwrap_or_else(|| "Root".to_owned())),
    )
}
