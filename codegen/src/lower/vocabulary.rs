//! Every keyword we know: what its value must be, and what becomes of it.

use Kind::{Any, Count, Flag, List, Mapping, Number, Schema, SchemaList, SchemaMap, Text, Texts, TypeNames};
use Treatment::{Carried, Dropped, Noted, Unchecked, Unsupported};

/// What the value of a keyword must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Count,
    Flag,
    List,
    Mapping,
    Number,
    Schema,
    SchemaList,
    SchemaMap,
    Text,
    Texts,
    TypeNames,
}

impl Kind {
    /// How a diagnostic calls it.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Any => "any value",
            Count => "a non-negative integer",
            Flag => "a boolean",
            List => "an array",
            Mapping => "an object",
            Number => "a number",
            Schema => "a schema",
            SchemaList => "an array of schemas",
            SchemaMap => "an object of schemas",
            Text => "a string",
            Texts => "an array of strings",
            TypeNames => "a type name or an array of them",
        }
    }
}

/// What becomes of a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Into the types.
    Carried,
    /// Into the documentation of the types.
    Noted,
    /// An annotation that has no place in the types: reported.
    Dropped,
    /// Allows less than the types do: reported, and said in their documentation.
    Unchecked,
    /// Without it the types would be wrong: an error.
    Unsupported,
}

/// JSON Schema 2020-12 core and validation and their forerunners since draft-04, OpenAPI 3.0.3
/// "Schema Object", and Speakeasy's extensions.
const VOCABULARY: &[(&str, Kind, Treatment)] = &[
    ("$schema", Text, Carried),
    ("$id", Text, Carried),
    ("id", Text, Carried),
    ("$comment", Text, Carried),
    ("$ref", Text, Carried),
    ("$defs", SchemaMap, Carried),
    ("definitions", SchemaMap, Carried),
    ("title", Text, Carried),
    ("description", Text, Carried),
    ("type", TypeNames, Carried),
    ("nullable", Flag, Carried),
    ("enum", List, Carried),
    ("const", Any, Carried),
    ("properties", SchemaMap, Carried),
    ("required", Texts, Carried),
    ("additionalProperties", Schema, Carried),
    ("items", Schema, Carried),
    ("oneOf", SchemaList, Carried),
    ("anyOf", SchemaList, Carried),
    ("allOf", SchemaList, Carried),
    ("discriminator", Mapping, Carried),
    ("pattern", Text, Carried),
    ("minLength", Count, Carried),
    ("maxLength", Count, Carried),
    ("x-speakeasy-unknown-values", Text, Carried),
    ("x-speakeasy-name-override", Text, Carried),
    ("format", Text, Noted),
    ("default", Any, Noted),
    ("example", Any, Noted),
    ("examples", Any, Noted),
    ("deprecated", Flag, Noted),
    ("readOnly", Flag, Noted),
    ("writeOnly", Flag, Noted),
    ("externalDocs", Mapping, Dropped),
    ("xml", Mapping, Dropped),
    ("$anchor", Text, Dropped),
    ("contentEncoding", Text, Dropped),
    ("contentMediaType", Text, Dropped),
    ("contentSchema", Schema, Dropped),
    ("minimum", Number, Unchecked),
    ("maximum", Number, Unchecked),
    ("exclusiveMinimum", Any, Unchecked),
    ("exclusiveMaximum", Any, Unchecked),
    ("multipleOf", Number, Unchecked),
    ("minItems", Count, Unchecked),
    ("maxItems", Count, Unchecked),
    ("uniqueItems", Flag, Unchecked),
    ("contains", Schema, Unchecked),
    ("minContains", Count, Unchecked),
    ("maxContains", Count, Unchecked),
    ("minProperties", Count, Unchecked),
    ("maxProperties", Count, Unchecked),
    ("propertyNames", Schema, Unchecked),
    ("dependentRequired", Mapping, Unchecked),
    ("dependentSchemas", SchemaMap, Unchecked),
    ("dependencies", Mapping, Unchecked),
    ("not", Schema, Unchecked),
    ("if", Schema, Unchecked),
    ("then", Schema, Unchecked),
    ("else", Schema, Unchecked),
    ("patternProperties", SchemaMap, Unsupported),
    ("prefixItems", SchemaList, Unsupported),
    ("additionalItems", Schema, Unsupported),
    ("unevaluatedItems", Schema, Unsupported),
    ("unevaluatedProperties", Schema, Unsupported),
    ("$dynamicRef", Text, Unsupported),
    ("$dynamicAnchor", Text, Dropped),
    ("$recursiveRef", Text, Unsupported),
    ("$recursiveAnchor", Flag, Dropped),
    ("$vocabulary", Mapping, Dropped),
];

/// What the value of a keyword must be, if we know the keyword.
pub(super) fn kind_of(keyword: &str) -> Option<Kind> {
    find(keyword).map(|&(_, kind, _)| kind)
}

/// What becomes of a keyword; JSON Schema 2020-12 core, section 6.5, makes unknown keywords annotations.
pub(super) fn treatment_of(keyword: &str) -> Treatment {
    find(keyword).map_or(Dropped, |&(_, _, treatment)| treatment)
}

fn find(keyword: &str) -> Option<&'static (&'static str, Kind, Treatment)> {
    VOCABULARY.iter().find(|(name, _, _)| *name == keyword)
}
