//! Brings what tuples need of their elements.

use super::need_lent::INTEGERS;
use crate::refine::borrow_strings::borrows;
use crate::refine::derive_traits::{Mentioned, TUPLE};
use crate::refine::module::{Module, TypeCode, call, fields};
use std::collections::BTreeSet;
use syn::Type;

/// Brings what tuples need of their elements, where some are read or made to borrow nothing in a way of their own: then
/// all are asked for it, and those that have no such way are read as serde does and kept as they are.
///
/// Applies to all types whose fields hold tuples.
pub(in crate::refine) fn need_of_tuples(module: &mut Module<'_>) {
    let Module { types, pieces, .. } = module;
    let lent = in_tuples(types, TypeCode::is_lent);
    let owned = in_tuples(types, |_, ty| borrows(ty));
    if !lent.is_empty() {
        pieces.need("lent_tuples");
    }
    if !owned.is_empty() {
        pieces.need("into_owned_tuples");
    }
    if INTEGERS.iter().any(|name| lent.contains(*name)) && !pieces.has("whole_numbers") {
        pieces.need("lent_integers");
    }
    for code in types {
        let name = code.path();
        if lent.contains(&code.plan.name) {
            pieces.need("lent_as_it_is");
            code.code.push(call("lent_as_it_is", name.clone()));
        }
        if owned.contains(&code.plan.name) && !code.borrows {
            pieces.need("owned_as_it_is");
            code.code.push(call("owned_as_it_is", name));
        }
    }
}

/// What is mentioned in fields that hold tuples.
fn in_tuples<'p>(types: &[TypeCode<'p>], is_meant: impl Fn(&TypeCode<'p>, &Type) -> bool) -> BTreeSet<String> {
    let of_type = |code: &TypeCode<'p>| -> Vec<BTreeSet<String>> {
        let meant = fields(&code.item).filter(|field| is_meant(code, &field.ty));
        meant.map(|field| Mentioned::in_type(&field.ty)).filter(|mentioned| mentioned.contains(TUPLE)).collect()
    };
    types.iter().flat_map(of_type).flatten().collect()
}
