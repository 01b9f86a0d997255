//! Derives the traits that every part of a type allows.

use super::module::{Module, TypeCode};
use crate::plan::{Presence, Shape};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit_mut::{VisitMut, visit_item_mut};
use syn::{Ident, Item, Type, parse_quote};

/// Derives the traits that every part of a type allows, and marks enums that may grow.
///
/// Applies to all types. `Eq` and `Hash` stop at a float; `Default` is for structs whose members
/// may all be absent, never for an enum (Rust API guidelines, C-COMMON-TRAITS).
pub(super) fn derive_traits(module: &mut Module<'_>) {
    let inexact = inexact_types(&mut module.types);
    for code in &mut module.types {
        let mut traits: Vec<Ident> =
            ["Clone", "Debug", "PartialEq"].iter().map(|name| super::module::ident(name)).collect();
        if !inexact.contains(&code.plan.name) {
            traits.extend(["Eq", "Hash"].iter().map(|name| super::module::ident(name)));
        }
        if has_default(&code.plan.shape) {
            traits.insert(2, super::module::ident("Default"));
        }
        let grows = may_grow(&code.plan.shape);
        if let Some(attrs) = code.attrs_mut() {
            attrs.push(parse_quote!(#[derive(#(#traits),*)]));
            if grows {
                attrs.push(parse_quote!(#[non_exhaustive]));
            }
        }
    }
}

fn has_default(shape: &Shape) -> bool {
    matches!(shape, Shape::Object(plan) if plan.fields.iter().all(|field| field.presence != Presence::Required))
}

fn may_grow(shape: &Shape) -> bool {
    match shape {
        Shape::Enum(plan) => plan.unknown.is_some(),
        Shape::Values(plan) => plan.unknown.is_some(),
        Shape::Union(plan) => plan.unknown.is_some(),
        _ => false,
    }
}

/// The types that hold a float somewhere.
fn inexact_types(types: &mut [TypeCode<'_>]) -> BTreeSet<String> {
    let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in types {
        for part in Mentioned::in_item(&mut code.item) {
            holders.entry(part).or_default().push(code.plan.name.clone());
        }
    }
    let mut inexact = BTreeSet::new();
    let mut open = vec!["f64".to_owned()];
    while let Some(part) = open.pop() {
        open.extend(holders.remove(&part).unwrap_or_default());
        inexact.insert(part);
    }
    inexact
}

/// How the type of null is mentioned.
pub(super) const UNIT: &str = "()";

/// How a tuple is mentioned.
pub(super) const TUPLE: &str = "(,)";

/// The identifiers that the fields of a type mention.
pub(super) struct Mentioned(BTreeSet<String>);

impl Mentioned {
    pub(super) fn in_item(item: &mut Item) -> BTreeSet<String> {
        let mut mentioned = Self(BTreeSet::new());
        visit_item_mut(&mut mentioned, item);
        mentioned.0
    }

    pub(super) fn in_type(ty: &Type) -> BTreeSet<String> {
        let mut mentioned = Self(BTreeSet::new());
        mentioned.visit_type_mut(&mut ty.clone());
        mentioned.0
    }
}

impl VisitMut for Mentioned {
    fn visit_type_path_mut(&mut self, path: &mut syn::TypePath) {
        self.0.extend(path.path.segments.iter().map(|segment| segment.ident.to_string()));
        syn::visit_mut::visit_type_path_mut(self, path);
    }

    fn visit_type_tuple_mut(&mut self, tuple: &mut syn::TypeTuple) {
        self.0.insert(if tuple.elems.is_empty() { UNIT } else { TUPLE }.to_owned());
        syn::visit_mut::visit_type_tuple_mut(self, tuple);
    }
}
