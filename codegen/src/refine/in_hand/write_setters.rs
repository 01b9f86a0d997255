//! Gives each object functions that set its members one after the other.

use super::write_constructors::{identities, only_value};
use crate::names::Taken;
use crate::plan::{FieldPlan, Shape};
use crate::refine::module::{Module, ident, inside};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Item, parse_quote};

/// Gives each object a function `with_…` for each member, where the user asks for it.
///
/// Applies to all structs. A member that may be absent or null is set to a value; an identity has but one and has none.
pub(in crate::refine) fn write_setters(module: &mut Module<'_>) {
    if !module.style.setters {
        return;
    }
    let identities = identities(module.plan);
    for code in &mut module.types {
        let (Shape::Object(plan), Item::Struct(item)) = (&code.plan.shape, &code.item) else { continue };
        let mut taken = Taken::default();
        let members = plan.fields.iter().zip(&item.fields);
        let settable = members.filter(|(_, field)| only_value(&field.ty, &identities).is_none());
        let line = |(planned, field): (&FieldPlan, &Field)| {
            // A keyword got an underscore that it does not need here.
            let member = planned.ident.strip_suffix('_').unwrap_or(&planned.ident);
            let (method, name) = (ident(&taken.take(format!("with_{member}"))), ident(&planned.ident));
            let inner = ["Option", "OptionalNullable"].iter().find_map(|holder| inside(holder, &field.ty));
            let value = inner.unwrap_or(&field.ty);
            quote!(#method => #name(#value),)
        };
        let lines: Vec<TokenStream> = settable.map(line).collect();
        if lines.is_empty() {
            continue;
        }
        module.pieces.need("setters");
        let name = code.path();
        code.code.push(parse_quote!(support::setters!(#name { #(#lines)* });));
    }
}
