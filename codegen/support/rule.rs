//! Rules that types cannot hold, as data (JSON Schema 2020-12 core, sections 10 and 11; validation, section 6).

use super::{NumberDemand, View};

/// A value keeps a rule when it meets every demand; a demand on one type of values lets all others pass.
pub(crate) struct Rule(pub(crate) &'static [Demand]);

/// Rules that are tried one by one.
type Rules = &'static [&'static Rule];
type Names = &'static [&'static str];
type Named = &'static [(&'static str, &'static Rule)];

/// What one keyword demands.
#[allow(dead_code, reason = "a schema makes some of them")]
pub(crate) enum Demand {
    /// The schema `false`.
    Never,
    Types(&'static [JsonType]),
    /// `enum` and `const`.
    Values(&'static [Json]),
    Number(NumberDemand),
    /// Characters, as Unicode code points.
    MinLength(u64),
    MaxLength(u64),
    Pattern(Pattern),
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    /// `prefixItems` and `items`.
    Items {
        prefix: Rules,
        rest: Option<&'static Rule>,
    },
    Contains {
        rule: &'static Rule,
        least: u64,
        most: Option<u64>,
    },
    UnevaluatedItems(&'static Rule),
    MinProperties(u64),
    MaxProperties(u64),
    Required(Names),
    PropertyNames(&'static Rule),
    /// `properties`, `patternProperties` and `additionalProperties`.
    Members {
        listed: Named,
        patterns: &'static [(Pattern, &'static Rule)],
        rest: Option<&'static Rule>,
    },
    DependentRequired(&'static [(&'static str, Names)]),
    DependentSchemas(Named),
    UnevaluatedProperties(&'static Rule),
    AllOf(Rules),
    AnyOf(Rules),
    OneOf(Rules),
    Not(&'static Rule),
    If {
        condition: &'static Rule,
        then: Option<&'static Rule>,
        otherwise: Option<&'static Rule>,
    },
    /// `$ref`.
    Same(&'static Rule),
}

impl Demand {
    /// Whether it is on what the demands beside it leave over, and so comes after them.
    pub(crate) fn is_on_the_rest(&self) -> bool {
        matches!(self, Self::UnevaluatedItems(_) | Self::UnevaluatedProperties(_))
    }
}

/// A regular expression, and what finds it in a string.
pub(crate) struct Pattern {
    pub(crate) text: &'static str,
    pub(crate) is_in: &'static (dyn Fn(&str) -> bool + Sync),
}

/// A type of JSON Schema (2020-12 validation, section 6.1.1).
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "a schema names some of them")]
pub(crate) enum JsonType {
    Null,
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number that is written without a fraction.
    PlainInteger,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    pub(crate) fn is_of(self, value: &View<'_>) -> bool {
        match (self, value) {
            (Self::Integer, View::Number(number)) => super::is_whole(number),
            (Self::PlainInteger, View::Number(number)) => !number.is_f64(),
            (Self::Null, View::Null)
            | (Self::Boolean, View::Boolean(_))
            | (Self::Number, View::Number(_))
            | (Self::String, View::String(_))
            | (Self::Array, View::Array(_))
            | (Self::Object, View::Object(_)) => true,
            _ => false,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer | Self::PlainInteger => "an integer",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

/// A value that a schema lists; numbers are kept as they are written.
#[allow(dead_code, reason = "a schema lists some of them")]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Number(&'static str),
    String(&'static str),
    Array(&'static [Json]),
    Object(&'static [(&'static str, Json)]),
}
