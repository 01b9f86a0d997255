//! The names that places in a document give.

use super::selection::Selection;
use crate::names::{type_ident, variant_ident};
use crate::pointer;

/// The name of a definition, or of the place of a schema that stands in another.
pub(super) fn name_of_place(selection: &Selection, at: &str) -> String {
    let mut name = match selection {
        Selection::Document(name) => name.clone(),
        Selection::Api(_) => String::new(),
    };
    let mut rest = at;
    if let Some((root, own)) = selection.around(at) {
        name.push_str(own);
        rest = at.strip_prefix(root).unwrap_or(at);
    }
    let mut tokens = pointer::tokens(rest);
    while let Some(token) = tokens.next() {
        let part = match token.as_str() {
            "$defs" | "definitions" => {
                name.clear();
                tokens.next().unwrap_or_default()
            }
            "components" => {
                tokens.next();
                tokens.next().unwrap_or_default()
            }
            "properties" => tokens.next().unwrap_or_default(),
            "items" => "Item".to_owned(),
            "additionalProperties" => "Value".to_owned(),
            other => other.to_owned(),
        };
        name.push_str(&variant_ident(&part).unwrap_or_else(|| "X".to_owned()));
    }
    type_ident(&name).unwrap_or(name)
}
