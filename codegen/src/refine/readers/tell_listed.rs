//! Says what of a type must be listed, where a union asks for it.

use super::write_checked::holds_number;
use crate::plan::{Plan, Shape};
use crate::refine::derive_traits::{Mentioned, TUPLE, UNIT};
use crate::refine::module::{Module, call, ident};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Field, Fields, Item};

/// Says what of a type must be listed, for the types that a union without its tag may hold.
///
/// Applies to unions and to all that their branches are made of: where the tag is absent, the
/// branch is told by its listed values first.
pub(in crate::refine) fn tell_listed(module: &mut Module<'_>) {
    let parts: BTreeMap<String, BTreeSet<String>> =
        module.types.iter_mut().map(|code| (code.plan.name.clone(), Mentioned::in_item(&mut code.item))).collect();
    let asked = asked_types(module.plan, &parts);
    for code in &mut module.types {
        if !asked.contains(&code.plan.name) {
            continue;
        }
        module.pieces.need("listed");
        let name = code.path();
        let body = body(&code.plan.shape, &code.item, module.plan);
        code.code.push(call("listed", quote!(#name #body)));
    }
    let mentions = |names: &[&str]| {
        let all = asked.iter().filter_map(|name| parts.get(name));
        all.flatten().any(|part| names.contains(&part.as_str()))
    };
    let parts_of_types: [(&str, &[&str]); 4] = [
        ("listed_integers", WIDTHS),
        ("listed_number", &["Number"]),
        ("listed_null", &[UNIT]),
        ("listed_tuples", &[TUPLE]),
    ];
    for (piece, names) in parts_of_types {
        if mentions(names) {
            module.pieces.need(piece);
        }
    }
    for (used, piece) in [("three_states", "listed_three_states"), ("into_owned", "listed_lent")] {
        if !asked.is_empty() && module.pieces.has(used) {
            module.pieces.need(piece);
        }
    }
}

/// Integers of other widths than most have.
const WIDTHS: &[&str] = &["i8", "i16", "u8", "u16", "u32", "u64"];

fn asked_types(plan: &Plan, parts: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let unions = plan.types.iter().filter(|planned| matches!(planned.shape, Shape::Union(_)));
    let mut asked = BTreeSet::new();
    let mut open: Vec<String> = unions.map(|planned| planned.name.clone()).collect();
    while let Some(name) = open.pop() {
        if let Some(inner) = parts.get(&name) {
            open.extend(inner.iter().filter(|part| **part != name && !asked.contains(*part)).cloned());
            asked.insert(name);
        }
    }
    asked
}

fn body(shape: &Shape, item: &Item, plan: &Plan) -> TokenStream {
    match shape {
        Shape::Object(_) => {
            let own = fields(item).into_iter().flatten().filter(|field| !holds_foreign(field, plan));
            let names = own.filter_map(|field| field.ident.clone());
            quote!({ #(#names,)* })
        }
        Shape::Checked(_) if holds_number(item) => TokenStream::new(),
        Shape::Checked(_) | Shape::Newtype
            if fields(item).into_iter().flatten().any(|field| holds_foreign(field, plan)) =>
        {
            TokenStream::new()
        }
        Shape::Checked(_) | Shape::Newtype => quote!({ 0, }),
        Shape::Text(_) => TokenStream::new(),
        Shape::Enum(plan) => but(plan.unknown.as_deref()),
        Shape::Values(plan) => but(plan.unknown.as_deref()),
        Shape::Union(union) => {
            let is_foreign = |at: usize| match item {
                Item::Enum(item) => item
                    .variants
                    .iter()
                    .nth(at)
                    .is_some_and(|variant| variant.fields.iter().any(|field| holds_foreign(field, plan))),
                _ => false,
            };
            let variants = union.branches.iter().map(|branch| ident(&branch.variant)).enumerate();
            let (any, variants): (Vec<_>, Vec<_>) = variants.partition(|(at, _)| is_foreign(*at));
            let (any, variants) = (any.iter().map(|(_, name)| name), variants.iter().map(|(_, name)| name));
            let any = (any.len() > 0).then(|| quote!(, any of { #(#any,)* }));
            let unknown = union.unknown.as_deref().map(ident).map(|unknown| quote!(, not #unknown));
            quote!(, one of { #(#variants,)* } #any #unknown)
        }
    }
}

/// Whether a field holds a type of the user's own: of that, all is listed.
fn holds_foreign(field: &Field, plan: &Plan) -> bool {
    let foreign = plan.foreign();
    if foreign.is_empty() {
        return false;
    }
    let mentioned = Mentioned::in_type(&field.ty);
    foreign.iter().any(|own| mentioned.contains(&own.placeholder))
}

/// All variants but the one that keeps what is not listed.
fn but(unknown: Option<&str>) -> TokenStream {
    unknown.map(ident).map(|unknown| quote!(, not #unknown)).unwrap_or_default()
}

fn fields(item: &Item) -> Option<&Fields> {
    match item {
        Item::Struct(item) => Some(&item.fields),
        _ => None,
    }
}
