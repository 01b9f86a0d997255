//! What a union has of its branches, as the tables of macros say it.

use super::ItemKind;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// The functions and conversions that a macro `branches` gives.
pub(super) fn of_branches(tokens: TokenStream) -> Vec<(ItemKind, String, String)> {
    let lines = tokens.into_iter().find_map(|token| group(&token, Delimiter::Brace)).unwrap_or_default();
    entries(lines).iter().flat_map(|line| of_line(line)).collect()
}

/// The functions that a macro `shared` gives: `status => status: some(Option<&Status>)`.
pub(super) fn of_shared(tokens: TokenStream) -> Vec<(ItemKind, String, String)> {
    let lines = tokens.into_iter().find_map(|token| group(&token, Delimiter::Brace)).unwrap_or_default();
    let function = |line: &Vec<TokenTree>| {
        let (name, shown) = (line.iter().find_map(ident)?, line.iter().find_map(parenthesis)?);
        let text = format!("fn {name} (& self) -> {shown}");
        Some((ItemKind::Function, name, text))
    };
    entries(lines).iter().filter_map(function).collect()
}

/// `Otp(Otp): as_otp(&Otp) into_otp From`.
fn of_line(line: &[TokenTree]) -> Vec<(ItemKind, String, String)> {
    let idents: Vec<String> = line.iter().filter_map(ident).collect();
    let types: Vec<TokenStream> = line.iter().filter_map(parenthesis).collect();
    let ([_, look, take, from @ ..], [inner, shown, ..]) = (idents.as_slice(), types.as_slice()) else {
        return Vec::new();
    };
    let shown: TokenStream = shown.clone().into_iter().take_while(|token| token.to_string() != ";").collect();
    let signature = |name: &str, taken: TokenStream, given: &TokenStream| {
        let text = format!("fn {name} {taken} -> {}", quote!(Option<#given>));
        (ItemKind::Function, name.to_owned(), text)
    };
    let functions = [signature(look, quote!((&self)), &shown), signature(take, quote!((self)), inner)];
    let from = from.iter().map(|name| (ItemKind::Trait, format!("{name} < {inner} >"), String::new()));
    functions.into_iter().chain(from).collect()
}

fn entries(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let lines = tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','));
    lines.map(<[TokenTree]>::to_vec).collect()
}

fn ident(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

fn parenthesis(token: &TokenTree) -> Option<TokenStream> {
    group(token, Delimiter::Parenthesis)
}

fn group(token: &TokenTree, delimiter: Delimiter) -> Option<TokenStream> {
    match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}
