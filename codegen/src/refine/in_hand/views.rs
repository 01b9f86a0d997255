//! How a value is looked at from outside.

use crate::refine::module::{inside, last_name};
use syn::{Type, parse_quote};

/// What a function gives that shows a value.
pub(super) struct View {
    pub(super) ty: Type,
    /// Whether that is a copy, not a reference.
    pub(super) is_copied: bool,
}

/// The types that are copied rather than referred to.
const SCALARS: &[&str] = &["bool", "f64", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];

/// A value as one would show it by hand: text as `&str`, a list as a slice, a number as itself, all else by reference.
pub(super) fn view(ty: &Type) -> View {
    let ty = unboxed(ty);
    let name = last_name(ty).unwrap_or_default();
    let shown = match name.as_str() {
        "String" | "Cow" => parse_quote!(&str),
        scalar if SCALARS.contains(&scalar) => return View { ty: ty.clone(), is_copied: true },
        _ => match inside("Vec", ty) {
            Some(item) => parse_quote!(&[#item]),
            None => parse_quote!(&#ty),
        },
    };
    View { ty: shown, is_copied: false }
}

/// `T` of `Box<T>`, else the type itself.
pub(super) fn unboxed(ty: &Type) -> &Type {
    inside("Box", ty).unwrap_or(ty)
}
