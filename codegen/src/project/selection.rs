//! Decides what of a document becomes types.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::names::type_ident;
use crate::openapi::{Api, Kind, Root, is_openapi, list, no_schemas, place, refuse_version};
use crate::schema::distance;
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
    /// What `given`, the name that the user asked for, means in a document.
    ///
    /// In an OpenAPI document it is the name of a schema, or the Rust name of one. Else it names
    /// the type of the whole document, which by default is called by the title, else by the file.
    pub(crate) fn of(document: &Document, given: Option<&str>, title_prefix: &str) -> Result<Self, Diagnostic> {
        refuse_version(document)?;
        if !is_openapi(document) {
            return root_name(document, given, title_prefix).map(Self::Document);
        }
        let mut api = list(document);
        if api.roots.is_empty() {
            return Err(no_schemas(document));
        }
        if let Some(given) = given {
            let root = component(document, &api.roots, given)?;
            api.keep(&[root.clone()], &[]);
            api.root = Some(root);
        }
        Ok(Self::Api(Box::new(api)))
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
        document.root().pointer(at).is_none() && api.around(at).is_some_and(|root| root.kind == Kind::Parameters)
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

/// The JSON pointer of the schema that is called so, or whose type would be.
fn component(document: &Document, all: &[Root], given: &str) -> Result<String, Diagnostic> {
    let exactly = all.iter().find(|root| root.own_name() == given);
    let by_type = || all.iter().find(|root| root.type_name().as_deref() == Some(given));
    exactly.or_else(by_type).map(|root| root.at.clone()).ok_or_else(|| no_component(place(document), all, given))
}

fn no_type_name(given: &str, proposal: Option<String>) -> Diagnostic {
    Diagnostic::error(
        Code::NameCollision,
        "",
        format!("`{given}` is no name of a Rust type in upper camel case"),
        format!("name the root type `{}`", proposal.unwrap_or_else(|| "Root".to_owned())),
    )
}

/// How many names a diagnostic proposes.
const MOST_NAMES: usize = 5;

fn no_component(place: &str, all: &[Root], given: &str) -> Diagnostic {
    let mut names: Vec<String> = all.iter().map(Root::own_name).collect();
    names.sort_by_cached_key(|name| distance(&name.to_lowercase(), &given.to_lowercase()));
    let nearest: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    let which = if names.len() > MOST_NAMES { "the nearest of its names are" } else { "it has" };
    Diagnostic::error(
        Code::UnknownRoot,
        place,
        format!("no schema is called `{given}`, nor would any get that Rust name"),
        format!("name a schema of this document; {which} {}", nearest.join(", ")),
    )
}
