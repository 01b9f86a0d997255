//! Allows the types that clippy finds too complex: they are as their schema is.

use crate::refine::module::Module;
use syn::visit_mut::{VisitMut, visit_type_mut};
use syn::{Item, Type, parse_quote};

/// Allows the fields that clippy finds too complex, such as long tuples (`type_complexity`).
///
/// Applies to all types.
pub(in crate::refine) fn allow_complex(module: &mut Module<'_>) {
    for code in &mut module.types {
        let fields: Vec<&mut syn::Field> = match &mut code.item {
            Item::Struct(item) => item.fields.iter_mut().collect(),
            Item::Enum(item) => item.variants.iter_mut().flat_map(|variant| &mut variant.fields).collect(),
            _ => Vec::new(),
        };
        for field in fields.into_iter().filter(|field| is_complex(&field.ty)) {
            field.attrs.push(parse_quote!(#[allow(clippy::type_complexity)]));
        }
    }
}

/// Whether clippy finds a type too complex, by its own measure.
pub(in crate::refine) fn is_complex(ty: &Type) -> bool {
    const MOST: u64 = 250;
    let mut measure = Measure { score: 0, nest: 1 };
    measure.visit_type_mut(&mut ty.clone());
    measure.score > MOST
}

struct Measure {
    score: u64,
    nest: u64,
}

impl VisitMut for Measure {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        self.score += 10 * self.nest;
        self.nest += 1;
        visit_type_mut(self, ty);
        self.nest -= 1;
    }
}
