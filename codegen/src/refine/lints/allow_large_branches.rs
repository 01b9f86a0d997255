//! Allows unions of which one branch is far larger than another.

use crate::plan::Shape;
use crate::refine::module::{Module, inside, last_name};
use std::collections::BTreeMap;
use syn::{Fields, Item, Type, parse_quote};

/// From how many bytes on clippy asks for a box (`enum-variant-size-threshold`).
const LARGE: usize = 200;

/// What a string, a list or a map takes.
const HEAP: usize = 24;

/// What `serde_json::Value` takes at most.
const JSON: usize = 80;

/// Allows unions of which one branch may be far larger than another.
///
/// Applies to unions. A branch is what it is in the schema, and its user meets no box that stands there for its size:
/// that of a union in a `Vec` is the user's to choose.
pub(in crate::refine) fn allow_large_branches(module: &mut Module<'_>) {
    let sizes = sizes(module);
    for code in &mut module.types {
        let is_union = matches!(code.plan.shape, Shape::Union(_));
        let is_large = is_union && sizes.get(code.plan.name.as_str()).is_some_and(|size| *size >= LARGE);
        if let Some(attrs) = code.attrs_mut().filter(|_| is_large) {
            attrs.push(parse_quote!(#[allow(clippy::large_enum_variant)]));
        }
    }
}

/// What each type takes at most; as types follow those that hold them, the last are measured first.
fn sizes<'p>(module: &Module<'p>) -> BTreeMap<&'p str, usize> {
    let mut sizes = BTreeMap::new();
    loop {
        let mut is_done = true;
        for code in module.types.iter().rev() {
            let size = size_of_item(&code.item, &sizes).min(LARGE);
            is_done &= sizes.insert(code.plan.name.as_str(), size) == Some(size);
        }
        if is_done {
            return sizes;
        }
    }
}

fn size_of_item(item: &Item, sizes: &BTreeMap<&str, usize>) -> usize {
    let of_fields = |fields: &Fields| fields.iter().map(|field| size_of(&field.ty, sizes)).sum::<usize>();
    match item {
        Item::Struct(item) => of_fields(&item.fields),
        Item::Enum(item) => {
            8 + item.variants.iter().map(|variant| of_fields(&variant.fields)).max().unwrap_or_default()
        }
        _ => 0,
    }
}

fn size_of(ty: &Type, sizes: &BTreeMap<&str, usize>) -> usize {
    if let Some(inner) = inside("Option", ty).or_else(|| inside("OptionalNullable", ty)) {
        return 8 + size_of(inner, sizes);
    }
    if let Type::Tuple(tuple) = ty {
        return tuple.elems.iter().map(|element| size_of(element, sizes)).sum();
    }
    let Some(name) = last_name(ty) else { return JSON };
    match name.as_str() {
        "bool" | "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f64" | "Box" => 8,
        "String" | "Cow" | "Vec" | "BTreeMap" | "UnknownValue" => HEAP,
        own => sizes.get(own).copied().unwrap_or(JSON),
    }
}
