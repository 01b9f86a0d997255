//! Says for each type how it is read and written.

use super::module::{Module, TypeCode, doc, ident};
use super::support::Pieces;
use super::write_checks::text;
use crate::plan::{Choice, EnumPlan, ObjectPlan, Presence, Shape, UnionPlan, Unlisted, VariantPlan};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;
use syn::{Item, ItemStruct, Variant, parse_quote};

/// Says for each type how it is read and written: the logic is in the support code, once.
///
/// Applies to all types. serde's derived structs accept an array in place of an object, its
/// derived enums an object in place of a string, and its untagged enums try branch after branch
/// on a copy of the input.
pub(super) fn write_readers(module: &mut Module<'_>) {
    let Module { plan, types, pieces, .. } = module;
    let objects = plan.types.iter().filter(|planned| matches!(planned.shape, Shape::Object(_)));
    let objects: BTreeSet<&str> = objects.map(|planned| planned.name.as_str()).collect();
    for code in types {
        match &code.plan.shape {
            Shape::Object(plan) => object(code, plan, pieces),
            Shape::Enum(plan) => string_enum(code, plan, pieces),
            Shape::Text(plan) => text(code, plan, pieces),
            Shape::Union(plan) => union(code, plan, &objects, pieces),
            Shape::Newtype => newtype(code, pieces),
        }
    }
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Lenient => "lenient",
        Presence::OptionalNullable => "optional_nullable",
    }
}

fn object(code: &mut TypeCode<'_>, plan: &ObjectPlan, pieces: &mut Pieces) {
    let name = code.ident();
    pieces.need("object");
    let rest = match &plan.unlisted {
        Unlisted::Refuse => policy("refuse", "Refuse", pieces),
        Unlisted::Ignore => policy("ignore", "Ignore", pieces),
        Unlisted::Keep(field) => {
            let ty = field_type(&code.item, field);
            pieces.need(if quote!(#ty).to_string().starts_with("serde_json") { "keep_any" } else { "keep" });
            let field = ident(field);
            quote!(#ty, in #field)
        }
    };
    let members = plan.fields.iter().map(|field| {
        let (wire, ident, kind) = (&field.wire, ident(&field.ident), presence(field.presence));
        pieces.need(kind);
        let kind = super::module::ident(kind);
        quote!(#wire => #ident: #kind,)
    });
    let members: Vec<TokenStream> = members.collect();
    let conditions = conditions(plan);
    code.code.push(parse_quote!(support::object!(#name, unlisted: #rest, { #(#members)* } #conditions);));
}

fn policy(piece: &'static str, name: &str, pieces: &mut Pieces) -> TokenStream {
    pieces.need(piece);
    let name = ident(name);
    quote!(support::#name)
}

fn field_type(item: &Item, name: &str) -> Option<syn::Type> {
    let Item::Struct(item) = item else { return None };
    let field = item.fields.iter().find(|field| field.ident.as_ref().is_some_and(|ident| ident == name))?;
    Some(field.ty.clone())
}

fn conditions(plan: &ObjectPlan) -> TokenStream {
    if plan.any_of.is_empty() {
        return TokenStream::new();
    }
    let lists = plan.any_of.iter().map(|names| {
        let fields = plan.fields.iter().filter(|field| names.contains(&field.ident));
        let needed = fields.map(|field| {
            let (name, kind) = (ident(&field.ident), ident(presence(field.presence)));
            quote!(#name: #kind)
        });
        quote!([#(#needed),*])
    });
    quote!(, any of: #(#lists)|*)
}

fn string_enum(code: &mut TypeCode<'_>, plan: &EnumPlan, pieces: &mut Pieces) {
    let name = code.ident();
    let unknown = plan.unknown.as_deref().map(ident);
    if let Item::Enum(item) = &mut code.item {
        item.variants = plan.variants.iter().map(documented).collect();
        if let Some(unknown) = &unknown {
            item.variants.push(parse_quote! {
                /// A string that the schema does not list.
                #unknown(UnknownValue<#name>)
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
        code.code.push(parse_quote!(support::open_enum!(#name { #(#values)* }, else #unknown);));
    } else {
        pieces.need("closed_enum");
        code.code.push(parse_quote!(support::closed_enum!(#name { #(#values)* });));
    }
}

fn documented(planned: &VariantPlan) -> Variant {
    let (name, says) = (ident(&planned.ident), doc(&code_span(&planned.wire)));
    parse_quote!(#says #name)
}

/// A string as code in documentation, whatever is in it.
fn code_span(text: &str) -> String {
    if text.is_empty() || text.contains(['`', '\n', '\r']) || text.trim() != text {
        return format!("`{}`", text.escape_debug()).replace("``", "the empty string");
    }
    format!("`{text}`")
}

fn union(code: &mut TypeCode<'_>, plan: &UnionPlan, objects: &BTreeSet<&str>, pieces: &mut Pieces) {
    let name = code.ident();
    let unknown = plan.unknown.as_deref().map(ident);
    if let Item::Struct(item) = &code.item {
        code.item = one_branch(item);
    }
    if let Item::Enum(item) = &mut code.item {
        for (index, (variant, planned)) in item.variants.iter_mut().zip(&plan.branches).enumerate() {
            variant.ident = ident(&planned.variant);
            variant.attrs = vec![branch_doc(index, plan.tag.as_deref(), &planned.tags)];
        }
        if let Some(unknown) = &unknown {
            pieces.need("unknown_object");
            item.variants.push(parse_quote! {
                /// An object whose tag the schema does not know.
                #unknown(UnknownObject)
            });
        }
    }
    let choice = match plan.choice {
        Choice::First => "first",
        Choice::ExactlyOne => "exactly_one",
    };
    pieces.need(choice);
    let choice = ident(choice);
    let variants: Vec<syn::Ident> = plan.branches.iter().map(|branch| ident(&branch.variant)).collect();
    let Some(tag) = &plan.tag else {
        pieces.need("untagged_union");
        code.code.push(parse_quote!(support::untagged_union!(#name, #choice, { #(#variants,)* });));
        return;
    };
    pieces.need("tagged_union");
    let branches = plan.branches.iter().zip(&variants).enumerate().map(|(index, (branch, variant))| {
        let kind = if is_object(&code.item, index, objects) { "object" } else { "other" };
        pieces.need(kind);
        let (tags, kind) = (&branch.tags, ident(kind));
        quote!(#(#tags)|* => #variant: #kind,)
    });
    let branches: Vec<TokenStream> = branches.collect();
    let otherwise = unknown.map(|unknown| quote!(, else #unknown));
    code.code
        .push(parse_quote!(support::tagged_union!(#name, tag: #tag, untagged: #choice, { #(#branches)* } #otherwise);));
}

/// Whether the branch is a struct of members, which can be read one by one.
fn is_object(item: &Item, index: usize, objects: &BTreeSet<&str>) -> bool {
    let Item::Enum(item) = item else { return false };
    let ty = item.variants.iter().nth(index).and_then(|variant| variant.fields.iter().next()).map(|field| &field.ty);
    objects.contains(quote!(#ty).to_string().as_str())
}

/// typify makes a struct of a union of one branch.
fn one_branch(item: &ItemStruct) -> Item {
    let (attrs, name) = (&item.attrs, &item.ident);
    let branch = item.fields.iter().next().map(|field| &field.ty);
    parse_quote! {
        #(#attrs)*
        pub enum #name {
            Only(#branch),
        }
    }
}

fn branch_doc(index: usize, tag: Option<&str>, values: &[String]) -> syn::Attribute {
    let Some(tag) = tag else { return doc(&format!("Branch {index} of the schema, counted from 0.")) };
    let values: Vec<String> = values.iter().map(|value| code_span(value)).collect();
    doc(&format!("`{tag}` is {}.", values.join(" or ")))
}

fn newtype(code: &mut TypeCode<'_>, pieces: &mut Pieces) {
    let name = code.ident();
    pieces.need("newtype");
    if let Item::Struct(item) = &mut code.item {
        for field in &mut item.fields {
            field.attrs.clear();
            field.vis = parse_quote!(pub);
        }
    }
    code.code.push(parse_quote!(support::newtype!(#name);));
}
