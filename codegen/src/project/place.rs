//! What types are called by their places.

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
    } else if let Some((own, inner)) = elsewhere(at) {
        name = own;
        rest = inner;
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

/// Between these and a name there is a schema inside another.
const INNER: &[&str] = &["properties", "items", "additionalProperties", "$defs", "definitions"];

/// What a schema in another file is called, and the place of a schema inside it: what leads there is no part of the
/// name.
fn elsewhere(at: &str) -> Option<(String, &str)> {
    pointer::other_file(at)?;
    let tokens = at.match_indices('/').map(|(slash, _)| (slash, at.get(slash + 1..).unwrap_or_default()));
    let is_inner = |rest: &str| rest.split('/').next().is_some_and(|token| INNER.contains(&token));
    let end = tokens.into_iter().find(|(_, rest)| is_inner(rest)).map_or(at.len(), |(slash, _)| slash);
    let (outer, inner) = at.split_at(end);
    Some((pointer::own_name(outer).and_then(|own| variant_ident(&own)).unwrap_or_default(), inner))
}
