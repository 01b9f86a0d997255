//! Gives each type that borrows a form that does not.

use crate::refine::borrow_strings::{borrows, holds_cow};
use crate::refine::module::{Module, fields};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Fields, Index, Item, ItemEnum, parse_quote};

/// Gives each type that borrows a function `into_owned`, which makes it borrow nothing.
///
/// Applies to all types that borrow.
pub(in crate::refine) fn write_into_owned(module: &mut Module<'_>) {
    for code in module.types.iter_mut().filter(|code| code.borrows) {
        let body = match &code.item {
            Item::Struct(item) => of_fields(&item.fields),
            Item::Enum(item) => of_variants(item),
            _ => continue,
        };
        let name = code.ident();
        code.code.push(parse_quote!(support::into_owned!(#name #body);));
        module.pieces.need("into_owned");
    }
    if module.types.iter().any(|code| fields(&code.item).any(|field| holds_cow(&field.ty))) {
        module.head.insert(
            0,
            parse_quote!(
                use std::borrow::Cow;
            ),
        );
    }
    for (used, piece) in [("three_states", "into_owned_three_states"), ("unknown_value_lent", "into_owned_unknown")] {
        if module.pieces.has(used) && module.pieces.has("into_owned") {
            module.pieces.need(piece);
        }
    }
}

fn of_fields(fields: &Fields) -> TokenStream {
    let name = |index, ident: &Option<syn::Ident>| match ident {
        Some(ident) => ident.to_token_stream(),
        None => Index::from(index).to_token_stream(),
    };
    let all = fields.iter().enumerate().map(|(index, field)| (name(index, &field.ident), borrows(&field.ty)));
    let (lent, kept) = parted(all);
    quote!({ #(#lent,)* }, kept { #(#kept,)* })
}

fn of_variants(item: &ItemEnum) -> TokenStream {
    let (holding, plain): (Vec<_>, Vec<_>) = item.variants.iter().partition(|variant| !variant.fields.is_empty());
    let all = holding.iter().map(|variant| {
        let lent = variant.fields.iter().any(|field| borrows(&field.ty));
        (variant.ident.to_token_stream(), lent)
    });
    let (lent, kept) = parted(all);
    let plain = plain.iter().map(|variant| &variant.ident);
    quote!(, one of { #(#lent,)* }, kept { #(#kept,)* }, plain { #(#plain,)* })
}

/// The names of what borrows, and of what does not.
fn parted(all: impl Iterator<Item = (TokenStream, bool)>) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (lent, kept): (Vec<_>, Vec<_>) = all.partition(|(_, lent)| *lent);
    let names = |parts: Vec<(TokenStream, bool)>| parts.into_iter().map(|(name, _)| name).collect();
    (names(lent), names(kept))
}
