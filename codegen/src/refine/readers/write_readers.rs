//! Says for each type how it is read and written.

use super::write_checked::checked;
use super::write_checks::text;
use super::write_members::{by_pattern, members, seen, unlisted};
use super::write_values::values;
use crate::plan::{CheckedPlan, Choice, EnumPlan, ObjectPlan, Shape, UnionPlan, VariantPlan};
use crate::refine::module::{Module, TypeCode, call, code_span, doc, fields, ident, last_name};
use crate::refine::support::Pieces;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;
use syn::{Fields, Item, ItemStruct, Variant, parse_quote};

/// Says for each type how it is read and written: the logic is in the support code, once.
///
/// Applies to all types. serde's derived structs accept an array in place of an object, its
/// derived enums an object in place of a string, and its untagged enums try branch after branch
/// on a copy of the input.
pub(in crate::refine) fn write_readers(module: &mut Module<'_>) {
    let branches = object_branches(module);
    let Module { plan, types, pieces, .. } = module;
    let whole_numbers = plan.whole_numbers;
    for code in types {
        match &code.plan.shape {
            Shape::Object(plan) => object(code, plan, &branches, pieces),
            Shape::Enum(plan) => string_enum(code, plan, pieces),
            Shape::Text(plan) => text(code, plan, pieces),
            Shape::Union(plan) => union(code, plan, &branches, pieces),
            Shape::Checked(plan) => checked(code, plan, pieces),
            Shape::Newtype if code.rule.is_some() => checked(code, &CheckedPlan::default(), pieces),
            Shape::Newtype => newtype(code, pieces),
            Shape::Values(plan) => values(code, plan, whole_numbers, pieces),
        }
    }
}

/// The structs that are branches of a union with a tag: their members can be read one by one, but for a rule.
fn object_branches(module: &Module<'_>) -> BTreeSet<String> {
    let is_tagged = |shape: &Shape| matches!(shape, Shape::Union(plan) if plan.tag.is_some());
    let unions = module.types.iter().filter(|code| is_tagged(&code.plan.shape));
    let held: BTreeSet<String> =
        unions.flat_map(|code| fields(&code.item)).filter_map(|field| last_name(&field.ty)).collect();
    let is_plain = |code: &&TypeCode<'_>| matches!(code.plan.shape, Shape::Object(_)) && code.by_rule().is_none();
    let objects = module.types.iter().filter(is_plain);
    objects.map(|code| code.plan.name.clone()).filter(|name| held.contains(name)).collect()
}

fn object(code: &mut TypeCode<'_>, plan: &ObjectPlan, branches: &BTreeSet<String>, pieces: &mut Pieces) {
    let (name, by) = (code.path(), code.by_rule());
    let kind = if branches.contains(&code.plan.name) { "branch" } else { "object" };
    pieces.need(kind);
    let members = members(code, plan, pieces);
    let seen = seen(code, plan, pieces);
    let check = seen.as_ref().map(|_| quote!(, check));
    let macro_call = if plan.patterns.is_empty() {
        let rest = unlisted(code, plan, pieces);
        call(kind, quote!(#name #by, unlisted: #rest, { #(#members)* } #check))
    } else {
        let by_pattern = by_pattern(code, plan, pieces);
        let kind = ident(kind);
        call("by_pattern", quote!(#kind, #name #by, #by_pattern, { #(#members)* } #check))
    };
    code.code.push(macro_call);
    code.code.extend(seen);
}

fn string_enum(code: &mut TypeCode<'_>, plan: &EnumPlan, pieces: &mut Pieces) {
    let (name, lifetime) = (code.path(), code.borrows.then(|| quote!('a,)));
    let unknown = plan.unknown.as_deref().map(ident);
    if let Item::Enum(item) = &mut code.item {
        item.variants = plan.variants.iter().map(documented).collect();
        if let Some(unknown) = &unknown {
            item.variants.push(parse_quote! {
                /// A string that the schema does not list.
                #unknown(UnknownValue<#lifetime #name>)
            });
        }
    }
    let values = plan.variants.iter().map(|variant| {
        let (ident, wire) = (ident(&variant.ident), &variant.wire);
        quote!(#ident = #wire,)
    });
    let values: Vec<TokenStream> = values.collect();
    if let Some(unknown) = unknown {
        pieces.need("open_enum");
        pieces.need(if code.borrows { "unknown_value_lent" } else { "unknown_value" });
        code.code.push(call("open_enum", quote!(#name { #(#values)* }, else #unknown)));
    } else {
        pieces.need("closed_enum");
        code.code.push(call("closed_enum", quote!(#name { #(#values)* })));
    }
}

fn documented(planned: &VariantPlan) -> Variant {
    let (name, says) = (ident(&planned.ident), doc(&code_span(&planned.wire)));
    Variant { attrs: vec![says], ident: name, fields: Fields::Unit, discriminant: None }
}

fn union(code: &mut TypeCode<'_>, plan: &UnionPlan, branches: &BTreeSet<String>, pieces: &mut Pieces) {
    let (name, by) = (code.path(), code.by_rule());
    let unknown = plan.unknown.as_deref().map(ident);
    set_variants(&mut code.item, plan, unknown.as_ref(), pieces);
    let choice = match plan.choice {
        Choice::First => "first",
        Choice::FirstByLetter(_) if plan.tag.is_some() => "first_by_letter_untagged",
        Choice::FirstByLetter(_) => "first_by_letter",
        Choice::ExactlyOne => "exactly_one",
        Choice::Default(_) => "default_branch",
    };
    pieces.need(choice);
    let choice = ident(choice);
    let variants: Vec<syn::Ident> = plan.branches.iter().map(|branch| ident(&branch.variant)).collect();
    let Some(tag) = &plan.tag else {
        pieces.need("untagged_union");
        let whole = whole(code);
        if whole.contains(&true) {
            pieces.need("lent");
        }
        let lent = whole.into_iter().map(|is_whole| is_whole.then(|| quote!(: lent)));
        let lines = variants.iter().zip(lent).zip(code.by_letters());
        let lines: Vec<TokenStream> = lines.map(|((variant, lent), letter)| quote!(#variant #lent #letter,)).collect();
        code.code.push(call("untagged_union", quote!(#name #by, #choice, { #(#lines)* })));
        return;
    };
    pieces.need("tagged_union");
    let types: Vec<Option<String>> = fields(&code.item).map(|field| last_name(&field.ty)).collect();
    let types = types.into_iter().zip(whole(code));
    let lines = plan.branches.iter().zip(&variants).zip(types).zip(code.by_letters());
    let lines = lines.map(|(((branch, variant), (ty, is_whole)), letter)| {
        let kind = match ty {
            Some(ty) if branches.contains(&ty) => "object",
            _ if is_whole => "other_lent",
            _ => "other",
        };
        pieces.need(kind);
        let (tags, kind) = (&branch.tags, ident(kind));
        (quote!(#(#tags)|* => #variant: #kind #letter,), quote!(, otherwise #variant: #kind))
    });
    let (mut lines, defaults): (Vec<TokenStream>, Vec<TokenStream>) = lines.unzip();
    let otherwise = unknown.map(|unknown| quote!(, else #unknown));
    let otherwise = otherwise.or_else(|| default_first(&plan.choice, &mut lines, defaults));
    let tokens = quote!(#name #by, tag: #tag, untagged: #choice, { #(#lines)* } #otherwise);
    code.code.push(call("tagged_union", tokens));
}

/// Puts the default branch first, where the choice takes it, and says what it is.
fn default_first(choice: &Choice, lines: &mut Vec<TokenStream>, defaults: Vec<TokenStream>) -> Option<TokenStream> {
    let Choice::Default(index) = *choice else { return None };
    if index >= lines.len() {
        return None;
    }
    let default = lines.remove(index);
    lines.insert(0, default);
    defaults.into_iter().nth(index)
}

/// Names the variants of a union, and documents them.
fn set_variants(item: &mut Item, plan: &UnionPlan, unknown: Option<&syn::Ident>, pieces: &mut Pieces) {
    if let Item::Struct(own) = item {
        *item = one_branch(own);
    }
    if let Item::Enum(item) = item {
        for (index, (variant, planned)) in item.variants.iter_mut().zip(&plan.branches).enumerate() {
            variant.ident = ident(&planned.variant);
            let is_default = plan.choice == Choice::Default(index);
            variant.attrs = vec![branch_doc(index, plan.tag.as_deref(), &planned.tags, is_default)];
        }
        if let Some(unknown) = unknown {
            pieces.need("unknown_object");
            item.variants.push(parse_quote! {
                /// An object whose tag the schema does not know.
                #unknown(UnknownObject)
            });
        }
    }
}

/// Which branches are made of integers, of which `1.0` is one.
fn whole(code: &TypeCode<'_>) -> Vec<bool> {
    fields(&code.item).map(|field| code.is_whole(&field.ty)).collect()
}

/// typify makes a struct of a union of one branch.
fn one_branch(item: &ItemStruct) -> Item {
    let (attrs, name, generics) = (&item.attrs, &item.ident, &item.generics);
    let branch = item.fields.iter().next().map(|field| &field.ty);
    parse_quote! {
        #(#attrs)*
        pub enum #name #generics {
            Only(#branch),
        }
    }
}

fn branch_doc(index: usize, tag: Option<&str>, values: &[String], is_default: bool) -> syn::Attribute {
    let Some(tag) = tag else { return doc(&format!("Branch {index} of the schema, counted from 0.")) };
    let values: Vec<String> = values.iter().map(|value| code_span(value)).collect();
    let others = if is_default { ", absent, or what means no other branch" } else { "" };
    doc(&format!("`{tag}` is {}{others}.", values.join(" or ")))
}

fn newtype(code: &mut TypeCode<'_>, pieces: &mut Pieces) {
    let name = code.path();
    if let Item::Struct(item) = &mut code.item {
        for field in &mut item.fields {
            field.attrs.clear();
            field.vis = parse_quote!(pub);
        }
    }
    let is_lent = fields(&code.item).any(|field| code.is_lent(&field.ty));
    let kind = if is_lent { "newtype_lent" } else { "newtype" };
    pieces.need(kind);
    code.code.push(call(kind, name));
}
