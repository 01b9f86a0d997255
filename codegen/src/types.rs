//! Hands the plain schema to typify and gives back a syntax tree: the only room that knows typify.

use crate::diagnostic::{Code, Diagnostic};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use schemars::schema::{InstanceType, RootSchema, Schema, SchemaObject};
use serde_json::Value;
use typify::{TypeSpace, TypeSpaceSettings};

/// All that typify writes for a plain draft-07 schema.
#[cfg(test)]
pub(crate) fn types(plain: Value, placeholders: &[&str]) -> Result<syn::File, Vec<Diagnostic>> {
    syn::parse2(write(plain, placeholders)?).map_err(|error| at_fault(&error))
}

/// The types of a plain draft-07 schema, without the impls around them: those are most of what typify writes, and take
/// long to parse.
///
/// A string whose format is one of those placeholders is a type of that name, which is not defined here.
pub(crate) fn bare_types(plain: Value, placeholders: &[&str]) -> Result<syn::File, Vec<Diagnostic>> {
    syn::parse2(without_impls(write(plain, placeholders)?)).map_err(|error| at_fault(&error))
}

fn write(plain: Value, placeholders: &[&str]) -> Result<TokenStream, Vec<Diagnostic>> {
    let schema: RootSchema = serde_json::from_value(plain).map_err(|error| at_fault(&error))?;
    let definitions = schema.definitions.into_iter().collect::<Vec<(String, Schema)>>();
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap");
    settings.with_conversion(exact_number(), "::serde_json::Number", std::iter::empty());
    for placeholder in placeholders {
        settings.with_conversion(own_type(placeholder), *placeholder, std::iter::empty());
    }
    let mut space = TypeSpace::new(&settings);
    space.add_ref_types(definitions).map_err(|error| at_fault(&error))?;
    Ok(space.to_stream())
}

/// The structs and enums of a module; each item ends with a semicolon or a group in braces.
fn without_impls(module: TokenStream) -> TokenStream {
    let (mut kept, mut item, mut is_type) = (Vec::new(), Vec::new(), false);
    for token in module {
        is_type |= matches!(&token, TokenTree::Ident(word) if word == "struct" || word == "enum");
        let is_end = match &token {
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        item.push(token);
        if is_end {
            let ended = std::mem::take(&mut item);
            kept.extend(std::mem::take(&mut is_type).then_some(ended).into_iter().flatten());
        }
    }
    kept.into_iter().collect()
}

/// `{"type": "number", "format": "exact"}` and nothing else but annotations: a number that is kept as it is written.
fn exact_number() -> SchemaObject {
    let instance_type = Some(InstanceType::Number.into());
    SchemaObject { instance_type, format: Some("exact".to_owned()), ..SchemaObject::default() }
}

fn own_type(placeholder: &str) -> SchemaObject {
    let instance_type = Some(InstanceType::String.into());
    SchemaObject { instance_type, format: Some(placeholder.to_owned()), ..SchemaObject::default() }
}

fn at_fault(error: &dyn std::error::Error) -> Vec<Diagnostic> {
    vec![Diagnostic::error(
        Code::Internal,
        "",
        format!("typify refuses the plain schema: {error}"),
        "this is a fault of the generator: please report it together with the schema",
    )]
}
