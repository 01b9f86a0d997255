//! Lets users of a union look at its branches, and make it of one.

use super::views::{View, unboxed, view};
use crate::plan::{BranchPlan, Shape, UnionPlan};
use crate::refine::module::{Module, call, fields, ident, last_name};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

/// Gives each union functions `as_…` and `into_…` for its branches, and `From` for those of which it has but one.
///
/// Applies to all unions. Where two branches have one type, a value of it does not say which of them is meant.
pub(in crate::refine) fn write_branches(module: &mut Module<'_>) {
    for code in &mut module.types {
        let Shape::Union(plan) = &code.plan.shape else { continue };
        let types: Vec<Type> = fields(&code.item).take(plan.branches.len()).map(|field| field.ty.clone()).collect();
        if types.is_empty() {
            continue;
        }
        module.pieces.need("branches");
        let (name, lines) = (code.path(), lines(&code.plan.name, plan, &types));
        code.code.push(call("branches", quote!(#name { #(#lines)* })));
    }
}

/// A line for each branch: its variant, how it is looked at and taken out, and whether what it holds alone says it.
fn lines(name: &str, plan: &UnionPlan, types: &[Type]) -> Vec<TokenStream> {
    let inner: Vec<&Type> = types.iter().map(unboxed).collect();
    let is_only = |ty: &Type| inner.iter().filter(|other| **other == ty).count() == 1;
    let line = |(branch, ty): (&BranchPlan, &Type)| {
        let (variant, inner) = (ident(&branch.variant), unboxed(ty));
        let (look, take) = (ident(&format!("as_{}", branch.method)), ident(&format!("into_{}", branch.method)));
        let View { ty: shown, is_copied } = view(ty);
        let copied = is_copied.then(|| quote!(; *));
        let taken_out = (inner != ty).then(|| quote!((*)));
        let is_itself = last_name(inner).is_some_and(|inner| inner == name);
        let from = (is_only(inner) && !is_itself).then(|| quote!(From));
        quote!(#variant(#inner): #look(#shown #copied) #take #taken_out #from,)
    };
    plan.branches.iter().zip(types).map(line).collect()
}
