//! What an update breaks, in one line: the schemas against the texts that the sources still hold.

use super::{Leaf, Source, folder_name};
use crate::diff::{DiffOptions, diff};
use crate::load::{self, Document};
use crate::sync::Changes;
use std::path::{Path, PathBuf};

impl Leaf {
    /// One line for each schema whose text changed, and for each that is gone.
    pub(super) fn headlines(&self, sources: &[Source], changes: &Changes) -> Vec<String> {
        let texts = self.out.join("source");
        let is_text =
            |path: &&PathBuf| path.parent() == Some(texts.as_path()) && path.file_stem() != Some("mod".as_ref());
        let gone = changes.orphans.iter().filter(is_text);
        let gone = gone.map(|path| {
            let module = path.file_stem().unwrap_or_default().to_string_lossy();
            format!("the schema of `{module}` is gone, and with it its types; Rust API: major")
        });
        let updated = sources.iter().filter_map(|source| {
            let path = texts.join(&source.module).with_extension("rs");
            if changes.stale.contains(&path) { self.headline(source, &path) } else { None }
        });
        updated.chain(gone).collect()
    }

    /// Nothing for a schema that is new, or whose text is what it was.
    fn headline(&self, source: &Source, path: &Path) -> Option<String> {
        let text = held_text(&load::text(path)?)?;
        if text == source.document.json() {
            return None;
        }
        let options = DiffOptions { root: None, title_prefix: self.title_prefix.clone() };
        let file = folder_name(path);
        let said = match Document::parse(file, text).map_err(|report| vec![report]) {
            Ok(old) => diff(&old, &source.document, &options).map(|diff| diff.headline()),
            Err(reports) => Err(reports),
        };
        let said = said.unwrap_or_else(|_| "cannot be compared with what it was".to_owned());
        Some(format!("{}: {said}", source.name))
    }
}

/// The text of the schema in a source that holds one.
fn held_text(code: &str) -> Option<String> {
    let file = syn::parse_file(code).ok()?;
    file.items.iter().find_map(|item| match item {
        syn::Item::Const(item) if item.ident == "SCHEMA" => match &*item.expr {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}
