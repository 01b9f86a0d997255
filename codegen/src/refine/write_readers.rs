//! Says for each type how it is read and written.

use super::borrow_strings::is_lent;
use super::module::{Module, TypeCode, doc, fields, ident};
use super::support::Pieces;
use super::write_checks::text;
use crate::plan::{Choice, EnumPlan, FieldPlan, ObjectPlan, Presence, Shape, UnionPlan, Unlisted, VariantPlan};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;
use syn::{Item, ItemStruct, Type, Variant, parse_quote};

/// Says for each type how it is read and written: the logic is in the support code, once.
///
/// Applies to all types. serde's derived structs accept an array in place of an object, its
/// derived enums an object in place of a string, and its untagged enums try branch after branch
/// on a copy of the input.
pub(super) fn write_readers(module: &mut Module<'_>) {
    let branches = object_branches(module);
    let Module { types, pieces, .. } = module;
    for code in types {
        match &code.plan.shape {
            Shape::Object(plan) => object(code, plan, &branches, pieces),
            Shape::Enum(plan) => string_enum(code, plan, pieces),
            Shape::Text(plan) => text(code, plan, pieces),
            Shape::Union(plan) => union(code, plan, &branches, pieces),
            Shape::Newtype => newtype(code, pieces),
        }
    }
}

/// The structs that are branches of a union with a tag: their members can be read one by one.
fn object_branches(module: &Module<'_>) -> BTreeSet<String> {
    let is_tagged = |shape: &Shape| matches!(shape, Shape::Union(plan) if plan.tag.is_some());
    let unions = module.types.iter().filter(|code| is_tagged(&code.plan.shape));
    let held: BTreeSet<String> =
        unions.flat_map(|code| fields(&code.item)).filter_map(|field| name_of(&field.ty)).collect();
    let objects = module.types.iter().filter(|code| matches!(code.plan.shape, Shape::Object(_)));
    objects.map(|code| code.plan.name.clone()).filter(|name| held.contains(name)).collect()
}

fn name_of(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
}

/// How a member is read, which is also the piece that does it.
fn presence(field: &FieldPlan, item: &Item) -> &'static str {
    let is_lent = field_type(item, &field.ident).is_some_and(|ty| is_lent(&ty));
    match (field.presence, is_lent) {
        (Presence::Required, false) => "required",
        (Presence::Required, true) => "required_lent",
        (Presence::Optional, false) => "optional",
        (Presence::Optional, true) => "optional_lent",
        (Presence::Lenient, false) => "lenient",
        (Presence::Lenient, true) => "lenient_lent",
        (Presence::OptionalNullable, false) => "optional_nullable",
        (Presence::OptionalNullable, true) => "optional_nullable_lent",
    }
}

fn object(code: &mut TypeCode<'_>, plan: &ObjectPlan, branches: &BTreeSet<String>, pieces: &mut Pieces) {
    let name = code.path();
    let call = if branches.contains(&code.plan.name) { "branch" } else { "object" };
    pieces.need(call);
    let call = ident(call);
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
        let (wire, name, kind) = (&field.wire, ident(&field.ident), presence(field, &code.item));
        pieces.need(kind);
        let kind = ident(kind);
        quote!(#wire => #name: #kind,)
    });
    let members: Vec<TokenStream> = members.collect();
    let conditions = conditions(plan, &code.item);
    code.code.push(parse_quote!(support::#call!(#name, unlisted: #rest, { #(#members)* } #conditions);));
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

fn conditions(plan: &ObjectPlan, item: &Item) -> TokenStream {
    if plan.any_of.is_empty() {
        return TokenStream::new();
    }
    let lists = plan.any_of.iter().map(|names| {
        let fields = plan.fields.iter().filter(|field| names.contains(&field.ident));
        let needed = fields.map(|field| {
            let (name, kind) = (ident(&field.ident), ident(presence(field, item)));
            quote!(#name: #kind)
        });
        quote!([#(#needed),*])
    });
    quote!(, any of: #(#lists)|*)
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

fn union(code: &mut TypeCode<'_>, plan: &UnionPlan, branches: &BTreeSet<String>, pieces: &mut Pieces) {
    let name = code.path();
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
    let types: Vec<Option<String>> = fields(&code.item).map(|field| name_of(&field.ty)).collect();
    let lines = plan.branches.iter().zip(&variants).zip(types).map(|((branch, variant), ty)| {
        let kind = if ty.is_some_and(|ty| branches.contains(&ty)) { "object" } else { "other" };
        pieces.need(kind);
        let (tags, kind) = (&branch.tags, ident(kind));
        quote!(#(#tags)|* => #variant: #kind,)
    });
    let lines: Vec<TokenStream> = lines.collect();
    let otherwise = unknown.map(|unknown| quote!(, else #unknown));
    code.code
        .push(parse_quote!(support::tagged_union!(#name, tag: #tag, untagged: #choice, { #(#lines)* } #otherwise);));
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

fn branch_doc(index: usize, tag: Option<&str>, values: &[String]) -> syn::Attribute {
    let Some(tag) = tag else { return doc(&format!("Branch {index} of the schema, counted from 0.")) };
    let values: Vec<String> = values.iter().map(|value| code_span(value)).collect();
    doc(&format!("`{tag}` is {}.", values.join(" or ")))
}

fn newtype(code: &mut TypeCode<'_>, pieces: &mut Pieces) {
    let name = code.path();
    let mut kind = "newtype";
    if let Item::Struct(item) = &mut code.item {
        for field in &mut item.fields {
            field.attrs.clear();
            field.vis = parse_quote!(pub);
            kind = if is_lent(&field.ty) { "newtype_lent" } else { "newtype" };
        }
    }
    pieces.need(kind);
    let kind = ident(kind);
    code.code.push(parse_quote!(support::#kind!(#name);));
}
