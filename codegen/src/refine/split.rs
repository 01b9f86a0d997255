//! Splits a module into files, one for each component of the schema and each group of operations, and an index of them.

use super::Refined;
use super::dress_types::visibility;
use super::module::{Module, TypeCode, fields, ident};
use super::support::{Placement, file_imports, imports};
use crate::names::{Taken, field_ident};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::{File, Ident, Item, Visibility, parse_quote};

/// What stands beside the files of components, and what some systems keep for themselves.
const TAKEN_FILES: &[&str] = &["mod", "support", "source", "aux", "con", "nul", "prn"];

/// The types of one component, or of one group of operations.
struct Part<'p> {
    file: String,
    types: Vec<TypeCode<'p>>,
}

/// Makes of a module its index, which exports every type under its own name, and a file for each component.
///
/// A type that stands inside a component goes into the file of that component, and one that stands in an operation into
/// that of its group.
pub(super) fn split(module: Module<'_>) -> Refined {
    let Module { plan, style, types, head, pieces } = module;
    let vis = plan.custom.as_ref().and_then(visibility).unwrap_or_else(|| parse_quote!(pub));
    let described = style.schema_text.is_some();
    let (for_cow, for_schema): (Vec<Item>, Vec<Item>) = head.into_iter().partition(|item| {
        *item
            == parse_quote!(
                use std::borrow::Cow;
            )
    });
    let parts = parts(types, &plan.groups);
    let homes = Homes::of(&parts);
    let mut items: Vec<Item> = (!pieces.0.is_empty())
        .then(|| {
            parse_quote!(
                mod support;
            )
        })
        .into_iter()
        .collect();
    items.extend(parts.iter().map(|part| declaration(&part.file)));
    items.extend(imports(&pieces, Placement::Folder));
    items.extend(parts.iter().map(|part| export(part, &vis)));
    items.extend(for_schema);
    let attrs = vec![parse_quote!(#![doc = " The types of the schema, a file for each of its components."])];
    let index = File { shebang: None, frontmatter: None, attrs, items };
    let files = parts.into_iter().map(|part| (part.file.clone(), homes.file(part, described, &for_cow)));
    Refined { parts: files.collect(), file: index, support: String::new(), pieces }
}

fn declaration(file: &str) -> Item {
    let file = ident(file);
    parse_quote!(mod #file;)
}

fn export(part: &Part<'_>, vis: &Visibility) -> Item {
    let (file, names) = (ident(&part.file), part.types.iter().map(TypeCode::ident));
    parse_quote!(#vis use #file::{#(#names),*};)
}

/// The types by where they stand, in the order of the schema.
fn parts<'p>(types: Vec<TypeCode<'p>>, groups: &BTreeMap<String, String>) -> Vec<Part<'p>> {
    let mut taken = Taken::separated_by("_");
    // Scripts without capitals have one name for a type and for a file.
    for name in TAKEN_FILES.iter().copied().chain(types.iter().map(|code| code.plan.name.as_str())) {
        taken.take(name.to_owned());
    }
    let mut order: Vec<Place<'_>> = Vec::new();
    let mut by_place: BTreeMap<Place<'_>, Vec<TypeCode<'p>>> = BTreeMap::new();
    for code in types {
        let pointer = &code.plan.pointer;
        let place = groups.get(pointer).map_or(Place::Component(component(pointer)), |group| Place::Operations(group));
        by_place.entry(place).or_insert_with(|| {
            order.push(place);
            Vec::new()
        });
        by_place.entry(place).or_default().push(code);
    }
    let named = order.into_iter().filter_map(|place| {
        let types = by_place.remove(&place)?;
        let name = match place {
            Place::Component(at) => {
                types.iter().find(|code| code.plan.pointer == at).or(types.first())?.plan.name.clone()
            }
            Place::Operations(group) => format!("{group} api"),
        };
        Some(Part { file: taken.take(field_ident(&name)), types })
    });
    named.collect()
}

/// Where a type stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place<'p> {
    /// In the component at this JSON pointer.
    Component(&'p str),
    /// In an operation of this group.
    Operations(&'p str),
}

/// The part of a pointer that leads to a schema that has a name; the empty one leads to the whole document, and in
/// another file all of it that is no schema with a name is one.
fn component(pointer: &str) -> &str {
    let names = match pointer.split('/').nth(1) {
        Some("components") => 3,
        Some("$defs" | "definitions") => 2,
        _ => 0,
    };
    let end = pointer.match_indices('/').nth(names).map_or(pointer.len(), |(end, _)| end);
    pointer.get(..end).unwrap_or(pointer)
}

/// In which file what can be named stands.
struct Homes {
    types: BTreeMap<String, String>,
    /// The statics that files other than their own name.
    statics: BTreeMap<String, String>,
}

impl Homes {
    fn of(parts: &[Part<'_>]) -> Self {
        let (mut types, mut statics) = (BTreeMap::new(), BTreeMap::new());
        for part in parts {
            for code in &part.types {
                types.insert(code.plan.name.clone(), part.file.clone());
                let own = code.code.iter().filter_map(static_name);
                statics.extend(own.map(|name| (name.to_string(), part.file.clone())));
            }
        }
        let mut shared = BTreeSet::new();
        for part in parts {
            let in_code = names(part.types.iter().flat_map(|code| &code.code));
            shared.extend(in_code.into_iter().filter(|name| statics.get(name).is_some_and(|home| *home != part.file)));
        }
        statics.retain(|name, _| shared.contains(name));
        Self { types, statics }
    }

    /// The file of a part: what it imports, and its types.
    fn file(&self, part: Part<'_>, described: bool, for_cow: &[Item]) -> File {
        let in_fields = names(part.types.iter().flat_map(|code| fields(&code.item)).map(|field| &field.ty));
        let in_code = names(part.types.iter().flat_map(|code| &code.code));
        let is_elsewhere = |home: &&String| **home != part.file;
        let foreign = in_fields.iter().filter(|name| self.types.get(*name).as_ref().is_some_and(is_elsewhere));
        let foreign: Vec<Ident> = foreign.map(|name| ident(name)).collect();
        let statics = in_code.iter().filter_map(|name| Some((ident(name), self.statics.get(name)?)));
        let statics = statics.filter(|(_, home)| is_elsewhere(home));
        let statics = statics.map(|(name, home)| (ident(home), name));
        let mut items: Vec<Item> = if in_fields.contains("Cow") { for_cow.to_vec() } else { Vec::new() };
        items.extend(file_imports(&in_fields, in_code.contains("support")));
        if !foreign.is_empty() {
            items.push(parse_quote!(use super::{#(#foreign),*};));
        }
        items.extend(statics.map(|(home, name)| parse_quote!(use super::#home::#name;)));
        if described {
            items.push(parse_quote!(
                #[cfg(feature = "schemars")]
                use super::{source::SCHEMA, source_target};
            ));
        }
        for mut code in part.types {
            code.code.iter_mut().for_each(|item| self.show(item));
            items.push(code.item);
            items.extend(code.code);
        }
        File { shebang: None, frontmatter: None, attrs: Vec::new(), items }
    }

    /// Lets other files see a static that they name.
    fn show(&self, item: &mut Item) {
        if let Item::Static(item) = item
            && self.statics.contains_key(&item.ident.to_string())
        {
            item.vis = parse_quote!(pub(super));
        }
    }
}

fn static_name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Static(item) => Some(&item.ident),
        _ => None,
    }
}

/// Every name in some code, also inside of macros.
fn names<T: ToTokens>(code: impl Iterator<Item = T>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut open: Vec<TokenStream> = code.map(ToTokens::into_token_stream).collect();
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    names.insert(name.to_string());
                }
                TokenTree::Group(group) => open.push(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::component;

    #[test]
    fn a_component_is_what_has_a_name() {
        for (pointer, name) in [
            ("", ""),
            ("/properties/a/$defs/B", ""),
            ("/$defs/A", "/$defs/A"),
            ("/$defs/A/$defs/B/items", "/$defs/A"),
            ("/definitions/a~1b/properties/c", "/definitions/a~1b"),
            ("/components/schemas/Pet", "/components/schemas/Pet"),
            ("/components/schemas/Pet/properties/tag", "/components/schemas/Pet"),
            ("/components/responses/Pets/content", "/components/responses/Pets"),
        ] {
            assert_eq!(component(pointer), name);
        }
    }
}
