//! Says for each enum of JSON values which they are.

use crate::plan::{Json, ValuePlan, ValuesPlan};
use crate::refine::module::{TypeCode, code_span, doc, ident};
use crate::refine::support::Pieces;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Item, Variant, parse_quote};

/// Values of one kind are read as that: integers of 64 bits, and where no others are kept, booleans.
pub(super) fn values(code: &mut TypeCode<'_>, plan: &ValuesPlan, whole_numbers: bool, pieces: &mut Pieces) {
    let (integers, booleans) = (lines(plan, integer), lines(plan, boolean).filter(|_| plan.unknown.is_none()));
    let (kind, list) = match (integers, booleans) {
        (Some(lines), _) => (Kind::Integer, quote!(, whole: #whole_numbers, { #(#lines)* })),
        (None, Some(lines)) => (Kind::Boolean, quote!({ #(#lines)* })),
        (None, None) => {
            let lines = plan.variants.iter().map(|variant| line(variant, &json(&variant.value)));
            (Kind::Any, quote!({ #(#lines)* }))
        }
    };
    let unknown = plan.unknown.as_deref().map(ident);
    write_variants(code, plan, unknown.as_ref(), kind);
    let piece = kind.piece(unknown.is_some());
    pieces.need(piece);
    let (name, call, otherwise) = (code.path(), ident(piece), unknown.map(|unknown| quote!(, else #unknown)));
    code.code.push(parse_quote!(support::#call!(#name #list #otherwise);));
}

/// What all the values are.
#[derive(Clone, Copy)]
enum Kind {
    Integer,
    Boolean,
    Any,
}

impl Kind {
    fn piece(self, is_open: bool) -> &'static str {
        match (self, is_open) {
            (Self::Integer, false) => "integer_enum",
            (Self::Integer, true) => "open_integer_enum",
            (Self::Boolean, _) => "boolean_enum",
            (Self::Any, false) => "value_enum",
            (Self::Any, true) => "open_value_enum",
        }
    }
}

fn write_variants(code: &mut TypeCode<'_>, plan: &ValuesPlan, unknown: Option<&syn::Ident>, kind: Kind) {
    let name = code.path();
    let Item::Enum(item) = &mut code.item else { return };
    item.variants = plan.variants.iter().map(documented).collect();
    let kept: Option<Variant> = unknown.map(|unknown| match kind {
        Kind::Integer => parse_quote! {
            /// An integer that the schema does not list.
            #unknown(UnknownInteger<#name>)
        },
        Kind::Boolean | Kind::Any => parse_quote! {
            /// A value that the schema does not list.
            #unknown(UnknownJson<#name>)
        },
    });
    item.variants.extend(kept);
}

fn documented(planned: &ValuePlan) -> Variant {
    // A backtick would end the code span; it can only stand in a string.
    let text = planned.value.to_string().replace('`', "\\u0060");
    let (name, says) = (ident(&planned.ident), doc(&code_span(&text)));
    parse_quote!(#says #name)
}

fn line(planned: &ValuePlan, value: &TokenStream) -> TokenStream {
    let name = ident(&planned.ident);
    quote!(#name = #value,)
}

/// The values as literals, if all of them can be.
fn lines(plan: &ValuesPlan, literal: fn(&Json) -> Option<TokenStream>) -> Option<Vec<TokenStream>> {
    plan.variants.iter().map(|variant| literal(&variant.value).map(|value| line(variant, &value))).collect()
}

fn integer(value: &Json) -> Option<TokenStream> {
    let Json::Number(text) = value else { return None };
    text.parse::<i64>().ok().map(|signed| number(&signed.to_string()))
}

fn boolean(value: &Json) -> Option<TokenStream> {
    let Json::Boolean(value) = value else { return None };
    Some(quote!(#value))
}

fn json(value: &Json) -> TokenStream {
    match value {
        Json::Null => quote!(support::Constant::Null),
        Json::Boolean(value) => quote!(support::Constant::Boolean(#value)),
        Json::Number(text) => json_number(text),
        Json::String(text) => quote!(support::Constant::Text(#text)),
        Json::Array(elements) => {
            let elements = elements.iter().map(json);
            quote!(support::Constant::Array(&[#(#elements),*]))
        }
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = json(value);
                quote!((#name, #value))
            });
            quote!(support::Constant::Object(&[#(#members),*]))
        }
    }
}

/// A number as it is read: as an integer if it is written as one and has 64 bits, else as a float.
fn json_number(text: &str) -> TokenStream {
    if let Ok(signed) = text.parse::<i64>() {
        let signed = number(&signed.to_string());
        return quote!(support::Constant::Signed(#signed));
    }
    if let Ok(unsigned) = text.parse::<u64>() {
        let unsigned = number(&unsigned.to_string());
        return quote!(support::Constant::Unsigned(#unsigned));
    }
    // A number beyond all floats is in no schema that is read.
    let float = text.parse::<f64>().unwrap_or_default().clamp(f64::MIN, f64::MAX);
    let float = literal(&format!("{float:?}"));
    quote!(support::Constant::Float(#float))
}

/// A number with its digits in threes where they are many.
fn number(text: &str) -> TokenStream {
    let digits = text.trim_start_matches('-');
    let mut grouped = if text.len() > digits.len() { "-".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    literal(&grouped)
}

fn literal(text: &str) -> TokenStream {
    text.parse::<Literal>().map_or_else(|_| quote!(#text), |literal| quote!(#literal))
}
