//! Writes null around the box of a recursive element of a tuple.

use super::module::{Module, around, inside};
use syn::TypeTuple;
use syn::visit_mut::{VisitMut, visit_type_tuple_mut};

/// Writes null around the box of a recursive element of a tuple.
///
/// Applies to all types. Which of `Box` and `Option` typify puts into the other depends on the names of types.
pub(super) fn set_tuples(module: &mut Module<'_>) {
    for code in &mut module.types {
        NullOutside.visit_item_mut(&mut code.item);
    }
}

struct NullOutside;

impl VisitMut for NullOutside {
    fn visit_type_tuple_mut(&mut self, tuple: &mut TypeTuple) {
        for element in &mut tuple.elems {
            if let Some(value) = inside("Box", element).and_then(|boxed| inside("Option", boxed)) {
                *element = around("Option", around("Box", value.clone()));
            }
        }
        visit_type_tuple_mut(self, tuple);
    }
}
