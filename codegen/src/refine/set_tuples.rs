//! Writes tuples as one value wherever they stand.

use super::module::{Module, inside};
use syn::visit_mut::{VisitMut, visit_type_tuple_mut};
use syn::{Fields, Item, TypeTuple, Variant, parse_quote};

/// Writes tuples as one value wherever they stand, and null around the box of a recursive element.
///
/// Applies to all types. typify makes a field of each element where a variant holds a tuple, and which of `Box` and
/// `Option` it puts into the other depends on the names of types.
pub(super) fn set_tuples(module: &mut Module<'_>) {
    for code in &mut module.types {
        if let Item::Enum(item) = &mut code.item {
            item.variants.iter_mut().for_each(hold_one_value);
        }
        NullOutside.visit_item_mut(&mut code.item);
    }
}

fn hold_one_value(variant: &mut Variant) {
    if variant.fields.len() > 1 {
        let elements = variant.fields.iter().map(|field| &field.ty);
        variant.fields = Fields::Unnamed(parse_quote!(((#(#elements),*))));
    }
}

struct NullOutside;

impl VisitMut for NullOutside {
    fn visit_type_tuple_mut(&mut self, tuple: &mut TypeTuple) {
        for element in &mut tuple.elems {
            if let Some(value) = inside("Box", element).and_then(|boxed| inside("Option", boxed)) {
                *element = parse_quote!(Option<Box<#value>>);
            }
        }
        visit_type_tuple_mut(self, tuple);
    }
}
