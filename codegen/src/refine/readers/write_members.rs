//! Says for each member of an object how it is read and written.

use super::write_checks::class_sequence;
use crate::plan::{FieldPlan, Matcher, ObjectPlan, PatternPlan, Presence, Unlisted};
use crate::refine::module::{TypeCode, ident};
use crate::refine::support::Pieces;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;
use syn::{Item, Type, parse_quote};

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
    let reader = ty.and_then(|ty| reader(code, ty, pieces)).map(|reader| quote!(: #reader));
    quote!(#ty, in #field #reader)
}

/// The fields for members by pattern, the one for all others among them, and what happens where there is none.
pub(super) fn by_pattern(code: &TypeCode<'_>, plan: &ObjectPlan, pieces: &mut Pieces) -> TokenStream {
    pieces.need("by_pattern");
    let types = field_types(&code.item);
    let field = |name: &str, check: TokenStream, pieces: &mut Pieces| {
        let ty = types.get(name);
        let reader = ty.and_then(|ty| reader(code, ty, pieces)).map(|reader| quote!(; #reader));
        let name = ident(name);
        quote!(#name: (#ty #reader) if #check,)
    };
    let mut lines = Vec::new();
    for planned in &plan.patterns {
        let check = name_check(&planned.pattern, pieces);
        lines.push(field(&planned.ident, check, pieces));
    }
    let others = match &plan.unlisted {
        Unlisted::Refuse => policy("refuse", "Refuse", pieces),
        Unlisted::Ignore => policy("ignore", "Ignore", pieces),
        Unlisted::Keep(name) => {
            lines.push(field(name, quote!(any), pieces));
            policy("refuse", "Refuse", pieces)
        }
    };
    quote!({ #(#lines)* }, unlisted: #others)
}

/// Whether a name matches a pattern, for the macro `by_pattern`.
fn name_check(plan: &PatternPlan, pieces: &mut Pieces) -> TokenStream {
    let text = &plan.text;
    let flags = match &plan.matcher {
        Matcher::Classes(sequence) => {
            let sequence = class_sequence(sequence, pieces);
            return quote!(classes(#sequence));
        }
        Matcher::UnicodeRegex => "u",
        Matcher::Regex => "",
    };
    pieces.need("regex");
    quote!(regex(#text, #flags))
}

/// What reads the values of a map, where it is not serde.
fn reader(code: &TypeCode<'_>, ty: &Type, pieces: &mut Pieces) -> Option<syn::Ident> {
    if code.is_lent(ty) {
        pieces.need("keep_lent");
        return Some(ident("keep_lent"));
    }
    pieces.need(if quote!(#ty).to_string().starts_with("serde_json :: Map") { "keep_any" } else { "keep" });
    None
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

/// What is asked of a struct besides the types of its members, if its fields show it.
pub(super) fn seen(code: &TypeCode<'_>, plan: &ObjectPlan, pieces: &mut Pieces) -> Option<Item> {
    let rule = code.rule.as_ref().filter(|_| code.is_seen());
    if rule.is_none() && plan.any_of.is_empty() {
        return None;
    }
    pieces.need("seen");
    let name = code.path();
    let conditions = conditions(code, plan);
    let by_rule = rule.map(|rule| {
        let types = field_types(&code.item);
        let shown = plan.fields.iter().map(|field| {
            let (wire, name, kind) = (&field.wire, ident(&field.ident), ident(presence(field, code, &types)));
            quote!(#wire => #name: #kind,)
        });
        let kept = plan.kept().map(ident);
        let looked: Vec<TokenStream> = looked_into(plan).collect();
        if !looked.is_empty() {
            pieces.need("seen_values");
        }
        let into = (!looked.is_empty()).then(|| quote!(into #(#looked),*));
        quote!(, by #rule { #(#shown)* } #(in #kept)* #into)
    });
    Some(parse_quote!(support::seen!(#name #conditions #by_rule);))
}

fn looked_into(plan: &ObjectPlan) -> impl Iterator<Item = TokenStream> {
    let seen = plan.seen.as_deref().unwrap_or_default();
    plan.fields.iter().filter(|field| seen.contains(&field.ident)).map(|field| {
        let (wire, name) = (&field.wire, ident(&field.ident));
        quote!(#wire => #name)
    })
}

/// Lists of members, of one of which all must be present.
fn conditions(code: &TypeCode<'_>, plan: &ObjectPlan) -> TokenStream {
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
