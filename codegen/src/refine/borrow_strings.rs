//! Lets the types borrow their strings.

use super::module::{Module, TypeCode, innermost};
use crate::plan::{Shape, Strings};
use std::collections::BTreeSet;
use syn::visit_mut::{VisitMut, visit_field_mut, visit_fields_mut, visit_type_path_mut};
use syn::{Field, GenericArgument, Item, PathArguments, Type, TypePath, parse_quote};

/// Lets the types borrow their strings: `Cow<'a, str>` for `String`, and a lifetime for each type
/// that holds one.
///
/// Applies to all types, where the user asks for it. A string without escapes stands in JSON as it
/// is in memory (RFC 8259, section 7), so it can be borrowed from the input. Members that a schema
/// does not list keep their names, and values that are plain strings, as strings of their own.
pub(super) fn borrow_strings(module: &mut Module<'_>) {
    if module.style.strings == Strings::Owned {
        return;
    }
    let mut borrowing: BTreeSet<String> =
        module.types.iter().filter(|code| is_string(&code.plan.shape)).map(|code| code.plan.name.clone()).collect();
    borrowing.insert("String".to_owned());
    while module.types.iter_mut().any(|code| starts_to_borrow(code, &mut borrowing)) {}
    for code in &mut module.types {
        code.borrows = borrowing.contains(&code.plan.name);
        each_field(code, &mut Borrow { borrowing: &borrowing, found: false, writes: true });
        match &mut code.item {
            Item::Struct(item) if code.borrows => item.generics = parse_quote!(<'a>),
            Item::Enum(item) if code.borrows => item.generics = parse_quote!(<'a>),
            _ => {}
        }
    }
}

/// Whether a type is a string that is kept as it was read.
fn is_string(shape: &Shape) -> bool {
    match shape {
        Shape::Text(_) => true,
        Shape::Enum(plan) => plan.unknown.is_some(),
        _ => false,
    }
}

/// Whether a type is found to hold one that borrows, which was not known.
fn starts_to_borrow(code: &mut TypeCode<'_>, borrowing: &mut BTreeSet<String>) -> bool {
    if borrowing.contains(&code.plan.name) {
        return false;
    }
    let mut search = Borrow { borrowing, found: false, writes: false };
    each_field(code, &mut search);
    search.found && borrowing.insert(code.plan.name.clone())
}

/// Visits the fields of a type; plain strings among the members that are not listed stay.
fn each_field(code: &mut TypeCode<'_>, visit: &mut Borrow<'_>) {
    let kept: BTreeSet<&str> = match &code.plan.shape {
        Shape::Object(plan) => plan.kept().collect(),
        Shape::Enum(_) | Shape::Values(_) | Shape::Text(_) => return,
        Shape::Union(_) | Shape::Checked(_) | Shape::Newtype => BTreeSet::new(),
    };
    let is_kept = |field: &Field| field.ident.as_ref().is_some_and(|ident| kept.contains(ident.to_string().as_str()));
    let is_plain = |field: &Field| is_kept(field) && holds_strings(&field.ty);
    match &mut code.item {
        Item::Struct(item) => {
            item.fields.iter_mut().filter(|field| !is_plain(field)).for_each(|field| visit_field_mut(visit, field));
        }
        Item::Enum(item) => item.variants.iter_mut().for_each(|variant| visit_fields_mut(visit, &mut variant.fields)),
        _ => {}
    }
}

/// Whether the innermost type is a plain string.
fn holds_strings(ty: &Type) -> bool {
    innermost(ty).is_some_and(|name| name == "String")
}

/// Finds, and if asked rewrites, the types that borrow.
struct Borrow<'b> {
    borrowing: &'b BTreeSet<String>,
    found: bool,
    writes: bool,
}

impl VisitMut for Borrow<'_> {
    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        let Some(last) = path.path.segments.last_mut() else { return };
        let name = last.ident.to_string();
        if self.borrowing.contains(&name) {
            self.found = true;
            match (self.writes, name.as_str()) {
                (true, "String") => *path = parse_quote!(Cow<'a, str>),
                (true, _) => last.arguments = PathArguments::AngleBracketed(parse_quote!(<'a>)),
                (false, _) => {}
            }
            return;
        }
        match (&mut last.arguments, name.as_str()) {
            (PathArguments::AngleBracketed(arguments), "BTreeMap" | "Map") => {
                if let Some(GenericArgument::Type(value)) = arguments.args.last_mut() {
                    self.visit_type_mut(value);
                }
            }
            _ => visit_type_path_mut(self, path),
        }
    }
}

/// Whether a type has borrowed strings in it itself, not only in types that hold some.
pub(super) fn holds_cow(ty: &Type) -> bool {
    Search::of(ty).cow
}

/// Whether it is made of maps.
pub(super) fn holds_map(ty: &Type) -> bool {
    Search::of(ty).map
}

/// Whether a type borrows in any way.
pub(super) fn borrows(ty: &Type) -> bool {
    Search::of(ty).lifetime
}

#[derive(Default)]
struct Search {
    cow: bool,
    map: bool,
    lifetime: bool,
}

impl Search {
    fn of(ty: &Type) -> Self {
        let mut search = Self::default();
        search.visit_type_mut(&mut ty.clone());
        search
    }
}

impl VisitMut for Search {
    fn visit_ident_mut(&mut self, ident: &mut syn::Ident) {
        self.cow |= ident == "Cow";
        self.map |= ident == "BTreeMap";
    }

    fn visit_lifetime_mut(&mut self, _: &mut syn::Lifetime) {
        self.lifetime = true;
    }
}
