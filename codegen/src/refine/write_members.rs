//! Says for each member of an object how it is read and written.

use super::module::{TypeCode, ident};
use super::support::Pieces;
use crate::plan::{FieldPlan, ObjectPlan, Presence, Unlisted};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;
use syn::{Item, Type};

/// How a member is read, which is also the piece that does it.
fn presence(field: &FieldPlan, code: &TypeCode<'_>, types: &FieldTypes<'_>) -> &'static str {
    let is_lent = types.get(&field.ident).is_some_and(|ty| code.is_lent(ty));
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

/// A line for each member that is listed.
pub(super) fn members(code: &TypeCode<'_>, plan: &ObjectPlan, pieces: &mut Pieces) -> Vec<TokenStream> {
    if !plan.fields.is_empty() {
        pieces.need("about");
        pieces.need("expect_empty");
    }
    let types = field_types(&code.item);
    let line = |field: &FieldPlan| {
        let (wire, name, kind) = (&field.wire, ident(&field.ident), presence(field, code, &types));
        pieces.need(kind);
        let kind = ident(kind);
        quote!(#wire => #name: #kind,)
    };
    plan.fields.iter().map(line).collect()
}

/// What happens to members that are not listed.
pub(super) fn unlisted(code: &TypeCode<'_>, plan: &ObjectPlan, pieces: &mut Pieces) -> TokenStream {
    let name = match &plan.unlisted {
        Unlisted::Refuse => return policy("refuse", "Refuse", pieces),
        Unlisted::Ignore => return policy("ignore", "Ignore", pieces),
        Unlisted::Keep(name) => name,
    };
    let (ty, field) = (field_types(&code.item).remove(name), ident(name));
    if ty.is_some_and(|ty| code.is_lent(ty)) {
        pieces.need("keep_lent");
        return quote!(#ty, in #field: keep_lent);
    }
    pieces.need(if quote!(#ty).to_string().starts_with("serde_json :: Map") { "keep_any" } else { "keep" });
    quote!(#ty, in #field)
}

fn policy(piece: &'static str, name: &str, pieces: &mut Pieces) -> TokenStream {
    pieces.need(piece);
    let name = ident(name);
    quote!(support::#name)
}

/// The types of fields, by name.
type FieldTypes<'i> = BTreeMap<String, &'i Type>;

fn field_types(item: &Item) -> FieldTypes<'_> {
    let Item::Struct(item) = item else { return FieldTypes::new() };
    item.fields.iter().filter_map(|field| Some((field.ident.as_ref()?.to_string(), &field.ty))).collect()
}

/// Lists of members, of one of which all must be present.
pub(super) fn conditions(code: &TypeCode<'_>, plan: &ObjectPlan) -> TokenStream {
    if plan.any_of.is_empty() {
        return TokenStream::new();
    }
    let types = field_types(&code.item);
    let lists = plan.any_of.iter().map(|names| {
        let fields = plan.fields.iter().filter(|field| names.contains(&field.ident));
        let needed = fields.map(|field| {
            let (name, kind) = (ident(&field.ident), ident(presence(field, code, &types)));
            quote!(#name: #kind)
        });
        quote!([#(#needed),*])
    });
    quote!(, any of: #(#lists)|*)
}
