//! Tells the values that serde would read in another way, and brings what reads them.

use crate::refine::borrow_strings::{holds_cow, holds_map};
use crate::refine::derive_traits::Mentioned;
use crate::refine::module::{Module, TypeCode, fields};
use syn::Type;

/// What an integer is held in.
pub(super) const INTEGERS: &[&str] = &["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];

impl TypeCode<'_> {
    /// Whether serde would read a value of this type in another way: it copies the string of a `Cow`, and refuses
    /// `1.0` for an integer.
    pub(super) fn is_lent(&self, ty: &Type) -> bool {
        holds_cow(ty) || self.is_whole(ty)
    }

    /// Whether a type is made of integers, of which `1.0` is one.
    pub(super) fn is_whole(&self, ty: &Type) -> bool {
        self.whole_numbers && Mentioned::in_type(ty).iter().any(|name| INTEGERS.contains(&name.as_str()))
    }
}

/// Brings what reads values that serde would read in another way.
///
/// Applies to all types whose fields hold such a value themselves, not only in types that do.
pub(in crate::refine) fn need_lent(module: &mut Module<'_>) {
    if !module.pieces.has("lent") {
        return;
    }
    let Module { types, pieces, .. } = module;
    for code in types {
        for ty in fields(&code.item).map(|field| &field.ty).filter(|ty| code.is_lent(ty)) {
            if holds_cow(ty) {
                pieces.need("lent_strings");
            }
            if code.is_whole(ty) {
                pieces.need("whole_numbers");
            }
            if holds_map(ty) {
                pieces.need("lent_map");
            }
        }
    }
}
