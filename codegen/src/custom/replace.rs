//! Types of one's own in place of schemas.

use super::Entry;
use super::table::{Part, schema_pointer};
use crate::diagnostic::{Code, Diagnostic};

/// A type of one's own, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replacement {
    pub(crate) entry: Entry,
    pub(crate) schemas: Replaced,
    /// The path of the type, with its arguments.
    pub(crate) path: String,
    /// Whether it implements `Eq` and `Hash`.
    pub(crate) is_eq: bool,
}

/// Which schemas a type stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Replaced {
    /// All with this `format`.
    Format(String),
    /// The one at this JSON pointer.
    Schema(String),
}

const KEYS: &[&str] = &["type", "eq"];

pub(super) fn replacements(part: &Part<'_>, found: &mut Vec<Diagnostic>) -> Result<Vec<Replacement>, Diagnostic> {
    let mut read = Vec::new();
    for (key, part) in part.members()? {
        if !["format", "schema"].contains(&key.as_str()) {
            found.push(part.unknown(&["format", "schema"]));
            continue;
        }
        for (name, part) in part.members()? {
            match replacement(key == "format", &name, &part) {
                Ok(replacement) => read.push(replacement),
                Err(wrong) => found.push(wrong),
            }
        }
    }
    Ok(read)
}

fn replacement(is_format: bool, name: &str, part: &Part<'_>) -> Result<Replacement, Diagnostic> {
    let entry = part.entry.clone();
    let schemas = if is_format {
        Replaced::Format(name.to_owned())
    } else {
        Replaced::Schema(schema_pointer(name, &part.entry)?)
    };
    if !part.is_table() {
        return Ok(Replacement { entry, schemas, path: path(part)?, is_eq: false });
    }
    let (mut own, mut is_eq) = (None, false);
    for (key, member) in part.members()? {
        match key.as_str() {
            "type" => own = Some(path(&member)?),
            "eq" => is_eq = member.flag()?,
            _ => return Err(member.unknown(KEYS)),
        }
    }
    let no_type = || part.entry.error(Code::BadCustomisation, "no type is named".to_owned(), "write `type = \"...\"`");
    Ok(Replacement { path: own.ok_or_else(no_type)?, entry, schemas, is_eq })
}

/// The whole path of a type: code stands in several modules, so that a name alone says nothing.
pub(super) fn path(part: &Part<'_>) -> Result<String, Diagnostic> {
    let text = part.text()?;
    let is_whole = |path: &syn::Path| {
        let first = path.segments.first().map(|first| first.ident.to_string());
        let is_relative = first.is_none_or(|first| ["self", "super", "Self"].contains(&first.as_str()));
        path.segments.len() > 1 && !is_relative
    };
    match syn::parse_str::<syn::TypePath>(text) {
        Ok(ty) if ty.qself.is_none() && is_whole(&ty.path) => Ok(text.to_owned()),
        _ => Err(part.entry.error(
            Code::BadCustomisation,
            format!("`{text}` is no whole path of a Rust type"),
            "write it from its crate on, as in \"uuid::Uuid\" or \"crate::Money\"",
        )),
    }
}
