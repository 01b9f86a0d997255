//! Lets each type give back its part of the source schema.

use crate::pointer;
use crate::refine::SchemaText;
use crate::refine::module::{Module, ident, turns_text};
use quote::quote;
use syn::parse_quote;

/// Lets each type give back its part of the source schema, behind the feature `schemars`.
///
/// Applies to all types. The text of the schema is there once, as JSON; a type
/// knows the pointer of its part.
pub(in crate::refine) fn describe_types(module: &mut Module<'_>) {
    let text = match &module.style.schema_text {
        None => return,
        Some(SchemaText::Inside(text)) => {
            let text = raw_string(text);
            parse_quote!(#[cfg(feature = "schemars")] const SCHEMA: &str = #text;)
        }
        Some(SchemaText::Beside) => parse_quote!(
            #[cfg(feature = "schemars")]
            mod source;
        ),
        Some(SchemaText::Crate(source)) => {
            let source = ident(source);
            parse_quote!(#[cfg(feature = "schemars")] use crate::source::#source::SCHEMA;)
        }
    };
    module.head.push(text);
    module.pieces.need("source_schema");
    for code in &mut module.types {
        let (name, pointer) = (code.path(), pointer::in_bundle(&code.plan.pointer));
        code.code.push(parse_quote! {
            #[cfg(feature = "schemars")]
            support::source_schema!(#name, #pointer);
        });
    }
    let targets = module.plan.types.iter().filter(|planned| can_be_referred_to(&planned.pointer)).map(|planned| {
        let (pointer, name) = (pointer::in_bundle(&planned.pointer), ident(&planned.name));
        quote!(#pointer => #name,)
    });
    module.head.push(parse_quote! {
        #[cfg(feature = "schemars")]
        support::source_targets!(#(#targets)*);
    });
}

fn can_be_referred_to(pointer: &str) -> bool {
    let places = ["/$defs/", "/definitions/", "/components/", "/paths/", "/webhooks/"];
    let is_elsewhere = !pointer::split(pointer).0.is_empty();
    is_elsewhere || pointer.is_empty() || places.iter().any(|place| pointer.starts_with(place))
}

/// The text as a raw string, so that it reads as it does in its file; escaped where that would show another.
pub(in crate::refine) fn raw_string(text: &str) -> syn::Expr {
    if text.contains(turns_text) {
        return parse_quote!(#text);
    }
    let longest = text.split('"').map(|rest| rest.len() - rest.trim_start_matches('#').len()).max().unwrap_or_default();
    let hashes = "#".repeat(longest + 1);
    syn::parse_str(&format!("r{hashes}\"{text}\"{hashes}")).unwrap_or_else(|_| parse_quote!(#text))
}
