//! A schema of a leaf.

use super::{Leaf, folder_name};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::Document;
use crate::names::field_ident;
use crate::project::{Selection, Wanted, stem};
use std::path::Path;

/// A schema file, and what its module is called.
pub(super) struct Source {
    pub(super) document: Document,
    /// The name of the file.
    pub(super) file: String,
    /// Its path from the folder above `schemas`, the same on every machine.
    pub(super) name: String,
    pub(super) module: String,
    pub(super) subject: Selection,
}

impl Source {
    pub(super) fn read(path: &Path, leaf: &Leaf) -> Result<Self, Report> {
        let document = Document::read_with(path, &leaf.sources)?;
        let wanted = Wanted { title_prefix: &leaf.title_prefix, ..Wanted::default() };
        let subject = Selection::of(&document, &wanted).map_err(|found| document.report(vec![found]))?;
        let file = folder_name(path);
        let name = format!("{}/{file}", folder_name(&leaf.schemas));
        let module = match &subject {
            Selection::Document(root) => field_ident(root),
            Selection::Api(_) => field_ident(stem(&document).unwrap_or_default()),
        };
        Ok(Self { document, file, name, module, subject })
    }

    /// The Rust name of the root type, which an OpenAPI document has not.
    pub(super) fn root(&self) -> Option<&str> {
        match &self.subject {
            Selection::Document(root) => Some(root),
            Selection::Api(_) => None,
        }
    }
}

pub(super) fn same_name(source: &Source, other: &Source) -> Report {
    let (at, help) = match source.root() {
        Some(_) => ("/title", "give one of the two schemas another title"),
        None => ("/openapi", "rename the file: the module of an OpenAPI document is named by it"),
    };
    let found = Diagnostic::error(
        Code::NameCollision,
        at,
        format!("`{}` and `{}` would both be the module `{}`", source.name, other.name, source.module),
        help,
    );
    source.document.report(vec![found])
}
