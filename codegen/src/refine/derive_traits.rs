//! Derives the traits that every part of a type allows.

use super::module::{Module, TypeCode};
use super::name_own::MAP;
use crate::plan::{EnumPlan, Presence, Shape, ValuesPlan};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit_mut::{VisitMut, visit_item_mut};
use syn::{Ident, Item, Type, parse_quote};

/// Derives the traits that every part of a type allows, and marks enums that may grow.
///
/// Applies to all types. `Eq` and `Hash` stop at a float, and at a type of the user's own that has neither,
/// and `Hash` at a map of the user's own; `Default` is for structs whose members may all be absent, never
/// for an enum; `Copy` and an order, that of the schema, for enums of nothing but listed values (Rust API
/// guidelines, C-COMMON-TRAITS).
pub(super) fn derive_traits(module: &mut Module<'_>) {
    let foreign = module.plan.foreign().iter().filter(|foreign| !foreign.is_eq);
    let inexact = holders(&mut module.types, foreign.map(|foreign| foreign.placeholder.as_str()).chain(["f64"]));
    let has_own_map = module.plan.custom.as_ref().is_some_and(|custom| custom.map.is_some());
    let unhashed = holders(&mut module.types, has_own_map.then_some(MAP).into_iter());
    for code in &mut module.types {
        let shape = &code.plan.shape;
        let is_exact = !inexact.contains(&code.plan.name);
        let (is_listed, is_optional) = (has_units_only(shape), has_default(shape));
        let traits = [
            ("Clone", true),
            ("Copy", is_listed),
            ("Debug", true),
            ("Default", is_optional),
            ("PartialEq", true),
            ("Eq", is_exact),
            ("PartialOrd", is_listed),
            ("Ord", is_listed),
            ("Hash", is_exact && !unhashed.contains(&code.plan.name)),
        ];
        let traits = traits.iter().filter(|(_, allowed)| *allowed).map(|(name, _)| super::module::ident(name));
        let traits: Vec<Ident> = traits.collect();
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

/// Whether it is an enum of listed values, and of nothing that holds another.
fn has_units_only(shape: &Shape) -> bool {
    matches!(shape, Shape::Enum(EnumPlan { unknown: None, .. }) | Shape::Values(ValuesPlan { unknown: None, .. }))
}

fn may_grow(shape: &Shape) -> bool {
    match shape {
        Shape::Enum(plan) => plan.unknown.is_some(),
        Shape::Values(plan) => plan.unknown.is_some(),
        Shape::Union(plan) => plan.unknown.is_some(),
        _ => false,
    }
}

/// The types that hold one of those somewhere.
pub(super) fn holders<'p>(types: &mut [TypeCode<'_>], held: impl Iterator<Item = &'p str>) -> BTreeSet<String> {
    let mut open: Vec<String> = held.map(str::to_owned).collect();
    let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in types.iter_mut().filter(|_| !open.is_empty()) {
        for part in Mentioned::in_item(&mut code.item) {
            holders.entry(part).or_default().push(code.plan.name.clone());
        }
    }
    let mut found = BTreeSet::new();
    while let Some(part) = open.pop() {
        open.extend(holders.remove(&part).unwrap_or_default());
        found.insert(part);
    }
    found
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
    /// Documentation mentions nothing, and is most of an item.
    fn visit_attribute_mut(&mut self, _: &mut syn::Attribute) {}

    fn visit_type_path_mut(&mut self, path: &mut syn::TypePath) {
        self.0.extend(path.path.segments.iter().map(|segment| segment.ident.to_string()));
        syn::visit_mut::visit_type_path_mut(self, path);
    }

    fn visit_type_tuple_mut(&mut self, tuple: &mut syn::TypeTuple) {
        self.0.insert(if tuple.elems.is_empty() { UNIT } else { TUPLE }.to_owned());
        syn::visit_mut::visit_type_tuple_mut(self, tuple);
    }
}
