//! Says for each checked string what is checked.

use crate::plan::{ClassSequence, Matcher, PatternPlan, Step, TextPlan};
use crate::refine::module::{TypeCode, call, ident};
use crate::refine::support::Pieces;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Item, Visibility, parse_quote};

pub(super) fn text(code: &mut TypeCode<'_>, plan: &TextPlan, pieces: &mut Pieces) {
    let (name, borrows) = (code.path(), code.borrows);
    pieces.need("text");
    pieces.need(if borrows { "converted_lent" } else { "converted" });
    let mut checks = Vec::new();
    for (kind, length) in [("min_length", plan.min_length), ("max_length", plan.max_length)] {
        if let Some(length) = length {
            pieces.need(kind);
            let (kind, length) = (ident(kind), Literal::u64_unsuffixed(length));
            checks.push(quote!(#kind: #length,));
        }
    }
    checks.extend(plan.pattern.as_ref().map(|plan| pattern(plan, pieces)));
    if let Item::Struct(item) = &mut code.item {
        for field in &mut item.fields {
            field.vis = Visibility::Inherited;
            if borrows {
                field.ty = parse_quote!(Cow<'a, str>);
            }
        }
    }
    code.code.push(call("text", quote!(#name { #(#checks)* })));
}

fn pattern(plan: &PatternPlan, pieces: &mut Pieces) -> TokenStream {
    let PatternPlan { text, matcher } = plan;
    let flags = match matcher {
        Matcher::Classes(sequence) => {
            pieces.need("classes");
            let sequence = class_sequence(sequence, pieces);
            return quote!(classes: (#text = #sequence),);
        }
        Matcher::UnicodeRegex => "u",
        Matcher::Regex => "",
    };
    pieces.need("pattern");
    quote!(pattern: (#text, #flags),)
}

/// The steps of a sequence, for the macro `passes_classes`.
pub(super) fn class_sequence(sequence: &ClassSequence, pieces: &mut Pieces) -> TokenStream {
    pieces.need("class_sequence");
    if sequence.steps.iter().any(|step| matches!(step, Step::Run { .. })) {
        pieces.need("class_run");
    }
    let steps = sequence.steps.iter().map(|step| match step {
        Step::Text(text) => quote!([#text]),
        Step::Run { ranges, least, most } => {
            let classes =
                ranges.iter().map(|(low, high)| if low == high { quote!(#low) } else { quote!(#low..=#high) });
            let (least, most) = (Literal::u32_unsuffixed(*least), most.map(Literal::u32_unsuffixed));
            let often = most.map_or_else(|| quote!(#least..), |most| quote!(#least..=#most));
            quote!([#(#classes)|* => #often])
        }
    });
    let end = sequence.to_end.then(|| quote!([end]));
    quote!(#(#steps)* #end)
}
