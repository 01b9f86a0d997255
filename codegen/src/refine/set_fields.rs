//! Puts the fields into the order of the schema, and says what their absence means.

use super::module::{Module, around, ident, inside};
use crate::plan::{FieldPlan, ObjectPlan, Presence, Shape, Unlisted};
use std::collections::BTreeMap;
use syn::{Field, Fields, Item, Type};

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

fn ordered(mut written: Vec<Field>, plan: &ObjectPlan) -> Vec<Field> {
    // The field that holds all other members is the last.
    let rest = matches!(plan.unlisted, Unlisted::Keep(_)).then(|| written.pop()).flatten();
    let named = written.into_iter().filter_map(|field| Some((field.ident.as_ref()?.to_string(), field)));
    let mut named: BTreeMap<String, Field> = named.collect();
    let own = plan.fields.iter().filter_map(|planned| Some(set(named.remove(&planned.ident)?, planned)));
    let mut fields: Vec<Field> = own.collect();
    fields.extend(plan.patterns.iter().filter_map(|planned| named.remove(&planned.ident)));
    if let Unlisted::Keep(name) = &plan.unlisted {
        fields.extend(rest.map(|rest| Field { ident: Some(ident(name)), ..rest }));
    }
    fields
}

fn set(mut field: Field, planned: &FieldPlan) -> Field {
    let value = without_option(&field.ty);
    field.ty = match planned.presence {
        Presence::Required => return field,
        Presence::Optional | Presence::Lenient => around("Option", value),
        Presence::OptionalNullable => around("OptionalNullable", value),
    };
    field
}

/// The type without the `Option` that typify gave it, also where that stands in the box of a recursive type.
fn without_option(ty: &Type) -> Type {
    let in_box = inside("Box", ty).and_then(|boxed| inside("Option", boxed));
    match (inside("Option", ty), in_box) {
        (Some(value), _) => value.clone(),
        (None, Some(value)) => around("Box", value.clone()),
        (None, None) => ty.clone(),
    }
}
