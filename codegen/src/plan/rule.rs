//! What a Rust type cannot hold: the exact rest of a schema, as data.

use super::PatternPlan;

/// The place of a [`RulePlan`] in [`super::Plan::rules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RuleId(pub(crate) usize);

/// A rule by the letter of a schema: a JSON value keeps it when it meets every demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RulePlan {
    /// JSON pointer of the schema that makes the demands.
    pub(crate) pointer: String,
    pub(crate) demands: Vec<Demand>,
}

/// What one keyword demands (JSON Schema 2020-12 core, section 10, 11; validation, section 6).
///
/// As there, a demand on values of one type lets all values of other types pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// The schema `false`.
    Never,
    /// The value has one of these types.
    Types(Vec<JsonType>),
    /// `enum` and `const`: the value is one of these.
    Values(Vec<Json>),
    Number(NumberDemand),
    /// Characters, as Unicode code points.
    MinLength(u64),
    MaxLength(u64),
    Pattern(PatternPlan),
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    /// `prefixItems` and `items`: the first elements one by one, and all others.
    Items {
        prefix: Vec<RuleId>,
        rest: Option<RuleId>,
    },
    Contains {
        rule: RuleId,
        least: u64,
        most: Option<u64>,
    },
    UnevaluatedItems(RuleId),
    MinProperties(u64),
    MaxProperties(u64),
    Required(Vec<String>),
    /// On each name, as a string.
    PropertyNames(RuleId),
    /// `properties`, `patternProperties` and `additionalProperties` of one schema.
    Members {
        listed: Vec<(String, RuleId)>,
        patterns: Vec<(PatternPlan, RuleId)>,
        rest: Option<RuleId>,
    },
    DependentRequired(Vec<(String, Vec<String>)>),
    DependentSchemas(Vec<(String, RuleId)>),
    UnevaluatedProperties(RuleId),
    AllOf(Vec<RuleId>),
    AnyOf(Vec<RuleId>),
    OneOf(Vec<RuleId>),
    Not(RuleId),
    If {
        condition: RuleId,
        then: Option<RuleId>,
        otherwise: Option<RuleId>,
    },
    /// `$ref`: what another rule demands.
    Same(RuleId),
}

impl Demand {
    /// The keyword that makes it.
    pub(crate) fn keyword(&self) -> &'static str {
        match self {
            Self::Never => "false",
            Self::Types(_) => "type",
            Self::Values(_) => "enum",
            Self::Number(demand) => demand.keyword(),
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::Items { .. } => "items",
            Self::Contains { .. } => "contains",
            Self::UnevaluatedItems(_) => "unevaluatedItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::Required(_) => "required",
            Self::PropertyNames(_) => "propertyNames",
            Self::Members { .. } => "properties",
            Self::DependentRequired(_) => "dependentRequired",
            Self::DependentSchemas(_) => "dependentSchemas",
            Self::UnevaluatedProperties(_) => "unevaluatedProperties",
            Self::AllOf(_) => "allOf",
            Self::AnyOf(_) => "anyOf",
            Self::OneOf(_) => "oneOf",
            Self::Not(_) => "not",
            Self::If { .. } => "if",
            Self::Same(_) => "$ref",
        }
    }

    /// Whether it is about what the demands beside it have not evaluated.
    pub(crate) fn asks_for_others(&self) -> bool {
        matches!(self, Self::UnevaluatedItems(_) | Self::UnevaluatedProperties(_))
    }

    /// The rules that a demand names.
    pub(crate) fn rules(&self) -> Vec<RuleId> {
        match self {
            Self::Items { prefix, rest } => prefix.iter().chain(rest).copied().collect(),
            Self::Members { listed, patterns, rest } => {
                let listed = listed.iter().map(|(_, rule)| rule);
                listed.chain(patterns.iter().map(|(_, rule)| rule)).chain(rest).copied().collect()
            }
            Self::DependentSchemas(rules) => rules.iter().map(|(_, rule)| *rule).collect(),
            Self::AllOf(rules) | Self::AnyOf(rules) | Self::OneOf(rules) => rules.clone(),
            Self::If { condition, then, otherwise } => {
                [condition].into_iter().chain(then).chain(otherwise).copied().collect()
            }
            Self::Contains { rule, .. }
            | Self::UnevaluatedItems(rule)
            | Self::PropertyNames(rule)
            | Self::UnevaluatedProperties(rule)
            | Self::Not(rule)
            | Self::Same(rule) => vec![*rule],
            Self::Never
            | Self::Types(_)
            | Self::Values(_)
            | Self::Number(_)
            | Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::Pattern(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::UniqueItems
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::Required(_)
            | Self::DependentRequired(_) => Vec::new(),
        }
    }
}

/// A demand on a number, whose text is a number in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NumberDemand {
    Minimum(String),
    Maximum(String),
    ExclusiveMinimum(String),
    ExclusiveMaximum(String),
    MultipleOf(String),
}

/// A type of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    Null,
    Boolean,
    /// A number without a fraction: `1.0` is one.
    Integer,
    /// A number that is written without a fraction: `1.0` is none (draft-04, OpenAPI 3.0).
    PlainInteger,
    Number,
    String,
    Array,
    Object,
}

/// A JSON value. Numbers are kept as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl NumberDemand {
    fn keyword(&self) -> &'static str {
        match self {
            Self::Minimum(_) => "minimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
        }
    }

    /// The number, as JSON writes it.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Minimum(text)
            | Self::Maximum(text)
            | Self::ExclusiveMinimum(text)
            | Self::ExclusiveMaximum(text)
            | Self::MultipleOf(text) => text,
        }
    }
}

impl Demand {
    /// The rules that it names.
    pub(crate) fn rules_mut(&mut self) -> Vec<&mut RuleId> {
        match self {
            Self::Items { prefix, rest } => prefix.iter_mut().chain(rest).collect(),
            Self::Contains { rule, .. }
            | Self::UnevaluatedItems(rule)
            | Self::PropertyNames(rule)
            | Self::UnevaluatedProperties(rule)
            | Self::Not(rule)
            | Self::Same(rule) => vec![rule],
            Self::Members { listed, patterns, rest } => {
                let listed = listed.iter_mut().map(|(_, rule)| rule);
                listed.chain(patterns.iter_mut().map(|(_, rule)| rule)).chain(rest).collect()
            }
            Self::DependentSchemas(schemas) => schemas.iter_mut().map(|(_, rule)| rule).collect(),
            Self::AllOf(rules) | Self::AnyOf(rules) | Self::OneOf(rules) => rules.iter_mut().collect(),
            Self::If { condition, then, otherwise } => {
                std::iter::once(condition).chain(then).chain(otherwise).collect()
            }
            _ => Vec::new(),
        }
    }
}
