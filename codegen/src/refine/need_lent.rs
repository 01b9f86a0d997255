//! Tells the values that serde would read in another way, and brings what reads them.

use super::borrow_strings::{holds_cow, holds_map};
use super::module::{Module, TypeCode, fields, innermost};
use syn::Type;

/// What an integer is held in.
const INTEGERS: &[&str] = &["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];

impl TypeCode<'_> {
    /// Whether serde would read a value of this type in another way: it copies the string of a `Cow`, and refuses
    /// `1.0` for an integer.
    pub(super) fn is_lent(&self, ty: &Type) -> bool {
        holds_cow(ty) || self.is_whole(ty)
    }

    /// Whether a type is made of integers, of which `1.0` is one.
    pub(super) fn is_whole(&self, ty: &Type) -> bool {
        self.whole_numbers && innermost(ty).is_some_and(|name| INTEGERS.iter().any(|integer| name == integer))
    }
}

/// Brings what reads values that serde would read in another way.
///
/// Applies to all types whose fields hold such a value themselves, not only in types that do.
pub(super) fn need_lent(module: &mut Module<'_>) {
    if !module.pieces.has("lent") {
        return;
    }
    let Module { types, pieces, .. } = module;
    for code in types {
        for ty in fields(&code.item).map(|field| &field.ty).filter(|ty| code.is_lent(ty)) {
            pieces.need(if holds_cow(ty) { "lent_strings" } else { "whole_numbers" });
            if holds_map(ty) {
                pieces.need("lent_map");
            }
        }
    }
}
