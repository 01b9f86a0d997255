//! Puts the fields into the order of the schema, and says what their absence means.

use super::module::{Module, ident, inside};
use crate::plan::{FieldPlan, ObjectPlan, Presence, Shape, Unlisted};
use std::collections::BTreeMap;
use syn::{Field, Fields, Item, Type, parse_quote};

/// Puts the fields into the order of the schema, and gives each the type of its presence.
///
/// Applies to all structs. typify sorts fields by name, leaves absent and empty lists the same,
/// and has one `Option` for absence and null.
pub(super) fn set_fields(module: &mut Module<'_>) {
    for code in &mut module.types {
        if let (Shape::Object(plan), Item::Struct(item)) = (&code.plan.shape, &mut code.item) {
            let fields = std::mem::replace(&mut item.fields, Fields::Unit);
            item.fields = Fields::Named(syn::FieldsNamed {
                brace_token: syn::token::Brace::default(),
                named: ordered(fields.into_iter().collect(), plan).into_iter().collect(),
            });
        }
    }
}

fn ordered(written: Vec<Field>, plan: &ObjectPlan) -> Vec<Field> {
    let (mut rest, mut named) = (Vec::new(), BTreeMap::new());
    for field in written {
        match name_in_plain_schema(&field) {
            Some(name) => drop(named.insert(name, field)),
            None => rest.push(field),
        }
    }
    let own = plan.fields.iter().filter_map(|planned| Some(set(named.remove(&planned.ident)?, planned)));
    let mut fields: Vec<Field> = own.collect();
    for planned in &plan.patterns {
        fields.extend(named.remove(&planned.ident).map(|field| renamed(field, &planned.ident)));
    }
    if let Unlisted::Keep(name) = &plan.unlisted {
        fields.extend(rest.into_iter().map(|rest| renamed(rest, name)));
    }
    fields
}

/// typify says the name of a property in an attribute when it is not that of the field; what holds all others has none.
fn name_in_plain_schema(field: &Field) -> Option<String> {
    let mut name = field.ident.as_ref().map(ToString::to_string);
    let mut holds_others = false;
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let _ = attribute.parse_nested_meta(|meta| {
            holds_others |= meta.path.is_ident("flatten");
            if meta.path.is_ident("rename") {
                name = Some(meta.value()?.parse::<syn::LitStr>()?.value());
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    name.filter(|_| !holds_others)
}

fn set(field: Field, planned: &FieldPlan) -> Field {
    let mut field = renamed(field, &planned.ident);
    let value = without_option(&field.ty);
    field.ty = match planned.presence {
        Presence::Required => return field,
        Presence::Optional | Presence::Lenient => parse_quote!(Option<#value>),
        Presence::OptionalNullable => parse_quote!(OptionalNullable<#value>),
    };
    field
}

/// The type without the `Option` that typify gave it, also where that stands in the box of a recursive type.
fn without_option(ty: &Type) -> Type {
    let in_box = inside("Box", ty).and_then(|boxed| inside("Option", boxed));
    match (inside("Option", ty), in_box) {
        (Some(value), _) => value.clone(),
        (None, Some(value)) => parse_quote!(Box<#value>),
        (None, None) => ty.clone(),
    }
}

fn renamed(mut field: Field, name: &str) -> Field {
    field.attrs.clear();
    field.ident = Some(ident(name));
    field
}
