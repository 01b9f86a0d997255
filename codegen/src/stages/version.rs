//! Versions of JSON Schema, and the keywords that each knows.

/// A version of JSON Schema, and what it writes in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    Draft4,
    Draft7,
    Draft2020,
}

impl Version {
    pub(super) const ALL: [Self; 3] = [Self::Draft4, Self::Draft7, Self::Draft2020];

    pub(super) fn uri(self) -> &'static str {
        match self {
            Self::Draft4 => "http://json-schema.org/draft-04/schema#",
            Self::Draft7 => "http://json-schema.org/draft-07/schema#",
            Self::Draft2020 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// What it knows, by the names that [`super::any_schema`] has for keywords and for some that go together.
    pub(super) fn keywords(self) -> Vec<&'static str> {
        let mut known = OLD.to_vec();
        known.extend(if self == Self::Draft2020 { SINCE_2020 } else { UNTIL_7 });
        if self != Self::Draft4 {
            known.extend(SINCE_6);
        }
        known
    }
}

/// What all drafts know, and the lists of `items` and exclusive bounds as each writes them.
const OLD: &[&str] = &[
    "type",
    "type",
    "type",
    "enum",
    "minimum",
    "maximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "properties",
    "patternProperties",
    "additionalProperties",
    "required",
    "minProperties",
    "maxProperties",
    "oneOf",
    "anyOf",
    "allOf",
    "not",
    "$ref",
    "exclusive",
    "tuple",
];
/// What 2019-09 and 2020-12 say in other words.
const UNTIL_7: &[&str] = &["dependencies", "itemList"];
const SINCE_6: &[&str] = &["const", "contains", "propertyNames", "if", "boolean"];
const SINCE_2020: &[&str] = &[
    "prefixItems",
    "counted",
    "unevaluatedItems",
    "unevaluatedProperties",
    "dependentRequired",
    "dependentSchemas",
    "$anchor",
    "$dynamicRef",
];
