//! Hands the plain schema to typify and gives back a syntax tree: the only room that knows typify.

mod items;

use crate::diagnostic::{Code, Diagnostic};
use items::{Items, describe_properties, tuple_branches};
use schemars::schema::{InstanceType, RootSchema, Schema, SchemaObject};
use serde_json::Value;
use typify::{TypeSpace, TypeSpaceSettings};

/// All that typify writes for a plain draft-07 schema.
#[cfg(test)]
pub(crate) fn as_typify_writes(plain: Value) -> Result<syn::File, Vec<Diagnostic>> {
    let space = space(definitions(plain)?, &[])?;
    syn::parse2(space.to_stream()).map_err(|error| at_fault(&error))
}

/// The types of a plain draft-07 schema, whose fields have the names of their properties, without attributes and
/// without the impls that typify writes around them: those would be most of the code, and take long to make.
///
/// A string whose format is one of those placeholders is a type of that name, which is not defined here.
pub(crate) fn types(plain: Value, placeholders: &[&str]) -> Result<Vec<syn::Item>, Vec<Diagnostic>> {
    let mut definitions = definitions(plain)?;
    for (_, definition) in &mut definitions {
        describe_properties(definition);
    }
    let tuple_branches = tuple_branches(&definitions);
    let space = space(definitions, placeholders)?;
    Items::of(&space, tuple_branches).map_err(|error| at_fault(&*error))
}

fn definitions(plain: Value) -> Result<Vec<(String, Schema)>, Vec<Diagnostic>> {
    let schema: RootSchema = serde_json::from_value(plain).map_err(|error| at_fault(&error))?;
    Ok(schema.definitions.into_iter().collect())
}

fn space(definitions: Vec<(String, Schema)>, placeholders: &[&str]) -> Result<TypeSpace, Vec<Diagnostic>> {
    let mut settings = TypeSpaceSettings::default();
    settings.with_map_type("::std::collections::BTreeMap");
    settings.with_conversion(exact_number(), "::serde_json::Number", std::iter::empty());
    for placeholder in placeholders {
        settings.with_conversion(own_type(placeholder), *placeholder, std::iter::empty());
    }
    let mut space = TypeSpace::new(&settings);
    space.add_ref_types(definitions).map_err(|error| at_fault(&error))?;
    Ok(space)
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
