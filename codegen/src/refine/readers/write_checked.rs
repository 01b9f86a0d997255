//! Says for each checked newtype what is checked.

use crate::plan::{CheckedPlan, NumberDemand};
use crate::refine::module::{TypeCode, call, ident};
use crate::refine::support::Pieces;
use bounds::{Check, Range};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::{Item, Type, Visibility};

mod bounds;

/// A newtype whose field is private: the ways to it check what it is made of.
pub(super) fn checked(code: &mut TypeCode<'_>, plan: &CheckedPlan, pieces: &mut Pieces) {
    let (name, by) = (code.path(), code.by_rule());
    let Some(inner) = hide_inner(&mut code.item) else { return };
    let reader = match by {
        Some(_) if code.is_lent(&inner) => "read_inner_ruled_lent",
        Some(_) => "read_inner_ruled",
        None if code.is_lent(&inner) => "read_inner_lent",
        None => "read_inner",
    };
    pieces.need("checked");
    pieces.need(reader);
    let reader = ident(reader);
    let mut checks: Vec<TokenStream> =
        plan.numbers.iter().filter_map(|demand| number_check(demand, &inner, pieces)).collect();
    checks.extend(item_checks(plan, pieces));
    code.code.push(call("checked", quote!(#name (#inner) #by, #reader { #(#checks,)* })));
    if is_number(&inner) {
        pieces.need("checked_number");
        code.code.push(call("checked_number", quote!(#name (#inner))));
    }
}

/// The type that a newtype holds, of which it makes a secret.
fn hide_inner(item: &mut Item) -> Option<Type> {
    let Item::Struct(item) = item else { return None };
    let field = item.fields.iter_mut().next()?;
    field.attrs.clear();
    field.vis = Visibility::Inherited;
    Some(field.ty.clone())
}

fn is_number(ty: &Type) -> bool {
    let name = name_of(ty);
    Range::of(&name).is_some() || ["i128", "u128", "f32", "f64", "Number"].contains(&name.as_str())
}

fn name_of(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A demand on a number, as a comparison where the type can hold the bound; none where all its values meet it.
fn number_check(demand: &NumberDemand, inner: &Type, pieces: &mut Pieces) -> Option<TokenStream> {
    let name = name_of(inner);
    let check = match Range::of(&name) {
        Some(range) => bounds::of_integer(demand, range),
        None if name == "f64" => bounds::of_float(demand),
        None => Check::Exact,
    };
    let (kind, demand) = match check {
        Check::Never => return None,
        Check::Whole(kind, bound) => (kind, Literal::i128_unsuffixed(bound).into_token_stream()),
        Check::Float(kind, bound) => (kind, Literal::f64_unsuffixed(bound).into_token_stream()),
        Check::Exact => ("exact", exact(demand)),
    };
    pieces.need(kind);
    let kind = ident(kind);
    Some(quote!(#kind: #demand))
}

/// A demand as data, whose number is kept as it is written.
pub(super) fn exact(demand: &NumberDemand) -> TokenStream {
    let (kind, text) = match demand {
        NumberDemand::Minimum(text) => ("Minimum", text),
        NumberDemand::Maximum(text) => ("Maximum", text),
        NumberDemand::ExclusiveMinimum(text) => ("ExclusiveMinimum", text),
        NumberDemand::ExclusiveMaximum(text) => ("ExclusiveMaximum", text),
        NumberDemand::MultipleOf(text) => ("MultipleOf", text),
    };
    let kind = ident(kind);
    quote!(support::NumberDemand::#kind(#text))
}

fn item_checks(plan: &CheckedPlan, pieces: &mut Pieces) -> Vec<TokenStream> {
    let mut checks = Vec::new();
    for (kind, count) in [("min_items", plan.min_items), ("max_items", plan.max_items)] {
        if let Some(count) = count {
            pieces.need(kind);
            let (kind, count) = (ident(kind), Literal::u64_unsuffixed(count));
            checks.push(quote!(#kind: #count));
        }
    }
    if plan.unique_items {
        pieces.need("unique_items");
        checks.push(quote!(unique_items: true));
    }
    checks
}
