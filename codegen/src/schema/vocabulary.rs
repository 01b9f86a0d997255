//! Every keyword we know: what its value must be, what it is for, and which drafts know it.

use Draft::{D4, D6, D7, D2019, D2020};
use Kind::{
    Any, Bound, Count, Dependencies, Flag, List, Mapping, Number, Schema, SchemaList, SchemaMap, SchemaOrList, Text,
    Texts, TypeNames,
};
use Role::{Annotation, Assertion, Dialect, Place, Unread};

/// A version of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Draft {
    D4,
    D6,
    D7,
    D2019,
    D2020,
}

/// What the value of a keyword must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Any,
    /// A number, or draft-04's boolean.
    Bound,
    Count,
    /// For each name a schema or a list of names.
    Dependencies,
    Flag,
    List,
    Mapping,
    Number,
    Schema,
    SchemaList,
    SchemaMap,
    SchemaOrList,
    Text,
    Texts,
    TypeNames,
}

impl Kind {
    /// How a diagnostic calls it.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Any => "any value",
            Bound => "a number or a boolean",
            Count => "a non-negative integer",
            Dependencies => "an object of schemas and of lists of names",
            Flag => "a boolean",
            List => "an array",
            Mapping => "an object",
            Number => "a number",
            Schema => "a schema",
            SchemaList => "an array of schemas",
            SchemaMap => "an object of schemas",
            SchemaOrList => "a schema or an array of schemas",
            Text => "a string",
            Texts => "an array of strings",
            TypeNames => "a type name or an array of them",
        }
    }
}

/// What a keyword is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It decides which values are valid.
    Assertion,
    /// As an assertion, in OpenAPI 3.0's dialect or Speakeasy's.
    Dialect,
    /// It is said in the documentation of the types.
    Annotation,
    /// It names schemas or gives them a place to stand.
    Place,
    /// No reader can tell the difference.
    Unread,
}

/// What is known of a keyword.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) role: Role,
    /// The drafts that know it, from and to.
    pub(crate) drafts: (Draft, Draft),
}

const fn word(name: &'static str, kind: Kind, role: Role, from: Draft, to: Draft) -> Word {
    Word { name, kind, role, drafts: (from, to) }
}

/// JSON Schema 2020-12 core and validation and their forerunners since draft-04, OpenAPI 3.0.3
/// "Schema Object", and Speakeasy's extensions.
pub(crate) const VOCABULARY: &[Word] = &[
    word("$schema", Text, Place, D4, D2020),
    word("$id", Text, Place, D6, D2020),
    word("id", Text, Place, D4, D2020),
    word("$comment", Text, Place, D4, D2020),
    word("$defs", SchemaMap, Place, D4, D2020),
    word("definitions", SchemaMap, Place, D4, D2020),
    word("$anchor", Text, Place, D2019, D2020),
    word("$dynamicAnchor", Text, Place, D2020, D2020),
    word("$recursiveAnchor", Flag, Place, D2019, D2019),
    word("$ref", Text, Assertion, D4, D2020),
    word("$dynamicRef", Text, Assertion, D2020, D2020),
    word("$recursiveRef", Text, Assertion, D2019, D2019),
    word("type", TypeNames, Assertion, D4, D2020),
    word("enum", List, Assertion, D4, D2020),
    word("const", Any, Assertion, D6, D2020),
    word("minimum", Number, Assertion, D4, D2020),
    word("maximum", Number, Assertion, D4, D2020),
    word("exclusiveMinimum", Bound, Assertion, D4, D2020),
    word("exclusiveMaximum", Bound, Assertion, D4, D2020),
    word("multipleOf", Number, Assertion, D4, D2020),
    word("pattern", Text, Assertion, D4, D2020),
    word("minLength", Count, Assertion, D4, D2020),
    word("maxLength", Count, Assertion, D4, D2020),
    word("items", SchemaOrList, Assertion, D4, D2020),
    word("prefixItems", SchemaList, Assertion, D2020, D2020),
    word("additionalItems", Schema, Assertion, D4, D2019),
    word("minItems", Count, Assertion, D4, D2020),
    word("maxItems", Count, Assertion, D4, D2020),
    word("uniqueItems", Flag, Assertion, D4, D2020),
    word("contains", Schema, Assertion, D6, D2020),
    word("minContains", Count, Assertion, D2019, D2020),
    word("maxContains", Count, Assertion, D2019, D2020),
    word("unevaluatedItems", Schema, Assertion, D2019, D2020),
    word("properties", SchemaMap, Assertion, D4, D2020),
    word("patternProperties", SchemaMap, Assertion, D4, D2020),
    word("additionalProperties", Schema, Assertion, D4, D2020),
    word("required", Texts, Assertion, D4, D2020),
    word("minProperties", Count, Assertion, D4, D2020),
    word("maxProperties", Count, Assertion, D4, D2020),
    word("propertyNames", Schema, Assertion, D6, D2020),
    word("dependencies", Dependencies, Assertion, D4, D2020),
    word("dependentRequired", Mapping, Assertion, D2019, D2020),
    word("dependentSchemas", SchemaMap, Assertion, D2019, D2020),
    word("unevaluatedProperties", Schema, Assertion, D2019, D2020),
    word("oneOf", SchemaList, Assertion, D4, D2020),
    word("anyOf", SchemaList, Assertion, D4, D2020),
    word("allOf", SchemaList, Assertion, D4, D2020),
    word("not", Schema, Assertion, D4, D2020),
    word("if", Schema, Assertion, D7, D2020),
    word("then", Schema, Assertion, D7, D2020),
    word("else", Schema, Assertion, D7, D2020),
    word("nullable", Flag, Dialect, D4, D2020),
    word("discriminator", Mapping, Dialect, D4, D2020),
    word("x-speakeasy-unknown-values", Text, Dialect, D4, D2020),
    word("x-speakeasy-name-override", Text, Dialect, D4, D2020),
    word("title", Text, Annotation, D4, D2020),
    word("description", Text, Annotation, D4, D2020),
    word("format", Text, Annotation, D4, D2020),
    word("default", Any, Annotation, D4, D2020),
    word("example", Any, Annotation, D4, D2020),
    word("examples", Any, Annotation, D4, D2020),
    word("deprecated", Flag, Annotation, D4, D2020),
    word("readOnly", Flag, Annotation, D4, D2020),
    word("writeOnly", Flag, Annotation, D4, D2020),
    word("externalDocs", Mapping, Unread, D4, D2020),
    word("xml", Mapping, Unread, D4, D2020),
    word("contentEncoding", Text, Unread, D4, D2020),
    word("contentMediaType", Text, Unread, D4, D2020),
    word("contentSchema", Schema, Unread, D2019, D2020),
    word("$vocabulary", Mapping, Unread, D2019, D2020),
];

/// What is known of a keyword, if we know it.
pub(crate) fn find(keyword: &str) -> Option<&'static Word> {
    VOCABULARY.iter().find(|word| word.name == keyword)
}

/// The keyword that somebody may have meant by an unknown one.
pub(crate) fn near(keyword: &str) -> Option<&'static str> {
    let close = |word: &&Word| keyword.len() > 3 && distance(&word.name.to_lowercase(), &keyword.to_lowercase()) <= 2;
    VOCABULARY.iter().filter(|word| word.role != Role::Unread).find(close).map(|word| word.name)
}

/// How many characters are to be added, taken away or replaced to make one text of the other.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for ((above, before), candidate) in row.iter().skip(1).zip(&row).zip(&other) {
            let left = next.last().copied().unwrap_or_default();
            let replaced = before + usize::from(*candidate != letter);
            next.push(replaced.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
