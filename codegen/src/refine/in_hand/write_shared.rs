//! Shows what all branches of a union have.

use super::views::{View, unboxed, view};
use crate::plan::{ObjectPlan, Shape, UnionPlan};
use crate::refine::module::{Module, TypeCode, call, fields, ident, inside, last_name};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Item, ItemStruct, Type, parse_quote};

/// What values of a union have other functions for, by themselves or by traits that are in scope everywhere.
const TAKEN: &[&str] = &[
    "as_mut",
    "as_ref",
    "borrow",
    "borrow_mut",
    "check",
    "clone",
    "deref",
    "deref_mut",
    "eq",
    "into",
    "into_owned",
    "ne",
    "serialize",
    "to_owned",
    "try_into",
    "type_id",
];

/// An object: what is planned of it, and the struct it is.
type Object<'c> = (&'c ObjectPlan, &'c ItemStruct);

/// Gives each union of objects a function for each member that all its branches have with one type.
///
/// Applies to unions of which every branch is a struct. What an unknown branch has is not known, so there is nothing.
pub(in crate::refine) fn write_shared(module: &mut Module<'_>) {
    let objects: BTreeMap<&str, Object<'_>> = module.types.iter().filter_map(object).collect();
    let shared: Vec<Option<Item>> = module.types.iter().map(|code| shared(code, &objects)).collect();
    for (code, shared) in module.types.iter_mut().zip(shared) {
        if shared.is_some() {
            module.pieces.need("shared");
        }
        code.code.extend(shared);
    }
}

fn object<'c>(code: &'c TypeCode<'_>) -> Option<(&'c str, Object<'c>)> {
    match (&code.plan.shape, &code.item) {
        (Shape::Object(plan), Item::Struct(item)) => Some((&code.plan.name, (plan, item))),
        _ => None,
    }
}

fn shared(code: &TypeCode<'_>, objects: &BTreeMap<&str, Object<'_>>) -> Option<Item> {
    let Shape::Union(plan) = &code.plan.shape else { return None };
    let held = fields(&code.item).take(plan.branches.len());
    let branches: Option<Vec<&Object<'_>>> =
        held.map(|field| objects.get(last_name(unboxed(&field.ty))?.as_str())).collect();
    let lines = lines(plan, &branches?);
    if lines.is_empty() {
        return None;
    }
    let (name, variants) = (code.path(), plan.branches.iter().map(|branch| ident(&branch.variant)));
    let unknown = plan.unknown.as_deref().map(ident).map(|unknown| quote!(; #unknown));
    Some(call("shared", quote!(#name, [#(#variants),* #unknown], { #(#lines)* })))
}

/// A line for each member that all have: what its function is called, the field, how that is shown, and as what.
fn lines(plan: &UnionPlan, branches: &[&Object<'_>]) -> Vec<TokenStream> {
    let Some((first, others)) = branches.split_first() else { return Vec::new() };
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    taken.extend(plan.branches.iter().flat_map(|branch| ["as_", "into_"].map(|what| what.to_owned() + &branch.method)));
    let members = members(first).filter(|member| others.iter().all(|other| members(other).any(|own| own == *member)));
    let line = |(_, name, ty): (&str, &str, &Type)| {
        let mut method = name.to_owned();
        while !taken.insert(method.clone()) {
            method.push('_');
        }
        let (how, shown) = shown(ty, plan.unknown.is_some());
        let (method, field, how) = (ident(&method), ident(name), ident(how));
        quote!(#method => #field: #how(#shown),)
    };
    members.map(line).collect()
}

/// The members of an object: the name in JSON, the field and its type.
fn members<'c>((plan, item): &Object<'c>) -> impl Iterator<Item = (&'c str, &'c str, &'c Type)> + use<'c> {
    let both = plan.fields.iter().zip(&item.fields);
    both.map(|(planned, field)| (planned.wire.as_str(), planned.ident.as_str(), &field.ty))
}

/// How a field is shown, and as what; where a branch may be unknown, as one that may be absent.
fn shown(ty: &Type, may_be_unknown: bool) -> (&'static str, Type) {
    if let Some(inner) = inside("Option", ty) {
        let View { ty: shown, is_copied } = view(inner);
        let is_itself = shown == parse_quote!(&#inner);
        let how = if is_copied {
            "copied"
        } else if is_itself {
            "optional"
        } else {
            "optional_inner"
        };
        return (how, parse_quote!(Option<#shown>));
    }
    let View { ty: shown, is_copied } = view(ty);
    match (may_be_unknown, is_copied) {
        (false, false) => ("itself", shown),
        (false, true) => ("copied", shown),
        (true, false) => ("some", parse_quote!(Option<#shown>)),
        (true, true) => ("some_copied", parse_quote!(Option<#shown>)),
    }
}
