//! Writes what the user named in place of what stood for it.

use super::Refined;
use crate::plan::Plan;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::BTreeMap;

/// What stands for the type of maps.
pub(super) const MAP: &str = "BTreeMap";

/// Some support code, with the user's own type of maps.
pub(crate) fn with_map(text: &str, map: Option<&str>) -> String {
    match map {
        Some(map) => text.replace("use std::collections::BTreeMap;\n", "").replace(MAP, map),
        None => text.to_owned(),
    }
}

/// Writes the paths of the user's own types in place of what stood for them.
///
/// Applies to all code, also inside of macros, and to the type of maps. Until here such a type has one name, which no pass takes for anything
/// else.
pub(super) fn name_own(mut refined: Refined, plan: &Plan) -> Refined {
    let named = plan.foreign().iter().filter_map(|own| Some((own.placeholder.clone(), own.path.parse().ok()?)));
    let mut paths: BTreeMap<String, TokenStream> = named.collect();
    let map = plan.map();
    paths.extend(map.and_then(|map| Some((MAP.to_owned(), map.parse().ok()?))));
    refined.support = with_map(&refined.support, map);
    if paths.is_empty() {
        return refined;
    }
    for file in std::iter::once(&mut refined.file).chain(refined.parts.iter_mut().map(|(_, file)| file)) {
        // Paths stand where names stood, so that this is as it was but for them.
        if let Ok(named) = syn::parse2(replaced(file.to_token_stream(), &paths)) {
            *file = named;
        }
    }
    refined
}

fn replaced(tokens: TokenStream, paths: &BTreeMap<String, TokenStream>) -> TokenStream {
    let one = |token: TokenTree| match token {
        TokenTree::Ident(name) => match paths.get(&name.to_string()) {
            Some(path) => path.clone(),
            None => TokenTree::from(name).into(),
        },
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), replaced(group.stream(), paths));
            inner.set_span(group.span());
            TokenTree::from(inner).into()
        }
        token => token.into(),
    };
    tokens.into_iter().map(one).collect()
}
