//! Says what of a type must be listed, where a union asks for it.

use crate::plan::Shape;
use crate::refine::derive_traits::{Mentioned, TUPLE, UNIT, holders};
use crate::refine::module::{Module, TypeCode, call, ident};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use syn::Item;

/// Says what of a type must be listed, for the types that a union without its tag may hold.
///
/// Applies to unions, and to those parts of their branches that may hold what is not listed: where the
/// tag is absent, the branch is told by its listed values first.
pub(in crate::refine) fn tell_listed(module: &mut Module<'_>) {
    let tellers = tellers(module);
    let asked = asked_types(module, &tellers);
    for code in module.types.iter_mut().filter(|code| asked.contains(&code.plan.name)) {
        module.pieces.need("listed");
        let name = code.path();
        let body = body(&code.plan.shape, tellers.get(&code.plan.name));
        code.code.push(call("listed", quote!(#name #body)));
    }
    let parts_of_types: [(&str, &[&str]); 4] = [
        ("listed_integers", WIDTHS),
        ("listed_number", &["Number"]),
        ("listed_null", &[UNIT]),
        ("listed_tuples", &[TUPLE]),
    ];
    let told: Vec<&Teller> = asked.iter().filter_map(|name| tellers.get(name)).flatten().collect();
    for (piece, names) in parts_of_types {
        if told.iter().any(|teller| teller.mentioned.iter().any(|part| names.contains(&part.as_str()))) {
            module.pieces.need(piece);
        }
    }
    for (used, piece) in [("three_states", "listed_three_states"), ("into_owned", "listed_lent")] {
        if !told.is_empty() && module.pieces.has(used) {
            module.pieces.need(piece);
        }
    }
}

/// Integers of other widths than most have.
const WIDTHS: &[&str] = &["i8", "i16", "u8", "u16", "u32", "u64"];

/// A field or a branch that may hold what is not listed, and the identifiers that its type mentions.
struct Teller {
    /// The name of a field or of a branch; none for the field of a newtype.
    name: Option<Ident>,
    mentioned: BTreeSet<String>,
}

/// The fields and the branches that may hold what is not listed, by their types.
///
/// Of a type of the user's own, all is listed.
fn tellers(module: &mut Module<'_>) -> BTreeMap<String, Vec<Teller>> {
    let plan = module.plan;
    let open = plan.types.iter().filter(|planned| unknown(&planned.shape).is_some());
    let open = holders(&mut module.types, open.map(|planned| planned.name.as_str()));
    let foreign: BTreeSet<&str> = plan.foreign().iter().map(|own| own.placeholder.as_str()).collect();
    let tells = |teller: &Teller| {
        let mut mentioned = teller.mentioned.iter();
        teller.mentioned.iter().any(|part| open.contains(part))
            && !mentioned.any(|part| foreign.contains(part.as_str()))
    };
    let holders = module.types.iter().filter(|code| open.contains(&code.plan.name));
    holders.map(|code| (code.plan.name.clone(), parts(code).filter(tells).collect())).collect()
}

fn parts<'c>(code: &'c TypeCode<'_>) -> impl Iterator<Item = Teller> + 'c {
    let (fields, variants) = match &code.item {
        Item::Struct(item) => (Some(&item.fields), None),
        Item::Enum(item) => (None, Some(&item.variants)),
        _ => (None, None),
    };
    let fields = fields.into_iter().flatten().map(|field| (field.ident.clone(), &field.ty));
    let branches = variants.into_iter().flatten().flat_map(|variant| {
        let name = &variant.ident;
        variant.fields.iter().map(move |field| (Some(name.clone()), &field.ty))
    });
    fields.chain(branches).map(|(name, ty)| Teller { name, mentioned: Mentioned::in_type(ty) })
}

/// The unions, and all types that what they hold of unlisted values is told by.
fn asked_types(module: &Module<'_>, tellers: &BTreeMap<String, Vec<Teller>>) -> BTreeSet<String> {
    let unions = module.plan.types.iter().filter(|planned| matches!(planned.shape, Shape::Union(_)));
    let mut asked = BTreeSet::new();
    let mut open: Vec<&str> = unions.map(|planned| planned.name.as_str()).collect();
    while let Some(name) = open.pop() {
        if asked.insert(name.to_owned()) {
            let mentioned = tellers.get(name).into_iter().flatten().flat_map(|teller| &teller.mentioned);
            open.extend(mentioned.map(String::as_str));
        }
    }
    asked
}

fn body(shape: &Shape, tellers: Option<&Vec<Teller>>) -> TokenStream {
    let unknown = unknown(shape).map(ident).map(|unknown| quote!(, not #unknown));
    let tellers: Vec<&Teller> = tellers.into_iter().flatten().collect();
    let names = tellers.iter().filter_map(|teller| teller.name.as_ref());
    match shape {
        Shape::Object(_) if !tellers.is_empty() => quote!({ #(#names,)* }),
        Shape::Checked(_) | Shape::Newtype if !tellers.is_empty() => quote!({ 0, }),
        Shape::Union(_) if !tellers.is_empty() => quote!(, one of { #(#names,)* } #unknown),
        _ => quote!(#unknown),
    }
}

/// The variant that keeps what is not listed.
fn unknown(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Enum(plan) => plan.unknown.as_deref(),
        Shape::Values(plan) => plan.unknown.as_deref(),
        Shape::Union(plan) => plan.unknown.as_deref(),
        Shape::Object(_) | Shape::Checked(_) | Shape::Newtype | Shape::Text(_) => None,
    }
}
