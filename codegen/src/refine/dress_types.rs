//! Gives types what the user wants them to have besides.

use super::module::Module;
use crate::plan::{CustomPlan, LooksPlan};
use syn::parse::Parser;
use syn::{Attribute, Item, Path, Visibility, parse_quote};

/// Gives types what the user wants them to have besides: a visibility, derives and attributes.
///
/// Applies to all types, after the derives that every part allows. What is derived already is not derived twice.
pub(super) fn dress_types(module: &mut Module<'_>) {
    let Some(custom) = &module.plan.custom else { return };
    let vis = visibility(custom);
    for code in &mut module.types {
        match (&vis, &mut code.item) {
            (Some(vis), Item::Struct(item)) => item.vis = vis.clone(),
            (Some(vis), Item::Enum(item)) => item.vis = vis.clone(),
            _ => {}
        }
        for looks in custom.looks.iter().filter(|looks| looks.name == code.plan.name) {
            if let Some(attrs) = code.attrs_mut() {
                dress(attrs, looks);
            }
        }
    }
}

/// The visibility that items are to have.
pub(super) fn visibility(custom: &CustomPlan) -> Option<Visibility> {
    custom.visibility.as_deref().and_then(|text| syn::parse_str(text).ok())
}

fn dress(attrs: &mut Vec<Attribute>, looks: &LooksPlan) {
    let wanted = looks.derives.iter().filter_map(|text| syn::parse_str::<Path>(text).ok());
    let derived = derived(attrs);
    let wanted: Vec<Path> = wanted.filter(|path| !derived.contains(path)).collect();
    if !wanted.is_empty() {
        attrs.push(parse_quote!(#[derive(#(#wanted),*)]));
    }
    for text in &looks.attributes {
        attrs.extend(Attribute::parse_outer.parse_str(text).unwrap_or_default());
    }
}

/// What is derived already.
fn derived(attrs: &[Attribute]) -> Vec<Path> {
    let derives = attrs.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let paths = derives.filter_map(|attribute| {
        attribute.parse_args_with(syn::punctuated::Punctuated::<Path, syn::Token![,]>::parse_terminated).ok()
    });
    paths.flatten().collect()
}
