//! What typify cannot carry: decided before it, put into the code by `refine`.

mod custom;
mod json_text;
mod letters;
mod pattern;
mod rule;

pub(crate) use custom::{CustomPlan, ForeignPlan, LooksPlan};
pub(crate) use pattern::{ClassSequence, Matcher, PatternPlan, Step};
pub(crate) use rule::{Demand, Json, JsonType, NumberDemand, RuleId, RulePlan};
use std::collections::BTreeMap;

/// How a schema is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// For what a server sends: unknown members, unknown enum values and unknown branches are read.
    Tolerant,
    /// The letter of the schema in its dialect: for contract tests and for what we send.
    Strict,
}

impl Reading {
    /// The name that the command line and the generated header use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tolerant => "tolerant",
            Self::Strict => "strict",
        }
    }
}

/// How the types hold their strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strings {
    /// As `String`.
    Owned,
    /// As `Cow<'a, str>`, borrowed from the input where it has them without escapes.
    Borrowed,
}

/// Every type of one module, in the order of the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The Rust name of the root type; an OpenAPI document that is read whole has none.
    pub(crate) root: Option<String>,
    /// The types, the root first.
    pub(crate) types: Vec<TypePlan>,
    /// The rules that types and other rules name by their place here.
    pub(crate) rules: Vec<RulePlan>,
    /// Whether a number such as `1.0` is an integer (JSON Schema since draft-06), or not (draft-04, OpenAPI 3.0).
    pub(crate) whole_numbers: bool,
    /// Of the types that stand in operations, by their JSON pointers, which group of operations that is.
    pub(crate) groups: BTreeMap<String, String>,
    /// What the user wants the code to look like, if anything is wanted.
    pub(crate) custom: Option<CustomPlan>,
}

/// One Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypePlan {
    /// Its Rust name.
    pub(crate) name: String,
    /// JSON pointer of the schema it is made from.
    pub(crate) pointer: String,
    /// Paragraphs of documentation.
    pub(crate) docs: Vec<String>,
    pub(crate) shape: Shape,
    /// What values of the type keep besides: checked when one is read, and by `check`.
    pub(crate) rule: Option<RuleId>,
}

/// What kind of type it is, with what typify cannot say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Object(ObjectPlan),
    Enum(EnumPlan),
    Text(TextPlan),
    Union(UnionPlan),
    /// Listed values of which not all are strings.
    Values(ValuesPlan),
    /// A number, an array or a map that is checked: a newtype that cannot be made around a value that does not fit.
    Checked(CheckedPlan),
    /// A named value of any other kind.
    Newtype,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ObjectPlan {
    /// The properties, in the order of the schema.
    pub(crate) fields: Vec<FieldPlan>,
    /// Fields for the members whose names match a pattern.
    pub(crate) patterns: Vec<PatternFieldPlan>,
    pub(crate) unlisted: Unlisted,
    /// Lists of fields, of one of which all must be present.
    pub(crate) any_of: Vec<Vec<String>>,
    /// The fields whose values its rule looks into, if the fields show all that it asks for; else the rule is walked
    /// over the JSON, before the struct is made of that.
    pub(crate) seen: Option<Vec<String>>,
}

impl ObjectPlan {
    /// The names of the fields that hold any number of members.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &str> {
        let others = match &self.unlisted {
            Unlisted::Keep(name) => Some(name.as_str()),
            Unlisted::Refuse | Unlisted::Ignore => None,
        };
        self.patterns.iter().map(|field| field.ident.as_str()).chain(others)
    }
}

/// A field that holds all members whose names match a pattern, and that no field lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternFieldPlan {
    /// The Rust name, which is also the name of the property in the plain schema.
    pub(crate) ident: String,
    pub(crate) pattern: PatternPlan,
}

/// What happens to members that the schema does not list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unlisted {
    Refuse,
    Ignore,
    /// They are kept in the field of this name.
    Keep(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldPlan {
    /// The Rust name, which is also the name of the property in the plain schema.
    pub(crate) ident: String,
    /// The name in JSON.
    pub(crate) wire: String,
    pub(crate) presence: Presence,
    /// Paragraphs of documentation.
    pub(crate) docs: Vec<String>,
}

/// What absence and null mean for a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Absence is an error; null is a value of the type, or an error.
    Required,
    /// Absence is `None`; null is a value of the type, or an error.
    Optional,
    /// Absence is `None`, and null is read as absence.
    Lenient,
    /// Absence, null and a value are three states.
    OptionalNullable,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EnumPlan {
    pub(crate) variants: Vec<VariantPlan>,
    /// The variant that keeps strings the schema does not list.
    pub(crate) unknown: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VariantPlan {
    /// The Rust name, which is also the value in the plain schema.
    pub(crate) ident: String,
    /// The string in JSON.
    pub(crate) wire: String,
}

/// Values of any kind that are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValuesPlan {
    pub(crate) variants: Vec<ValuePlan>,
    /// The variant that keeps values the schema does not list.
    pub(crate) unknown: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValuePlan {
    /// The Rust name, which is also the value in the plain schema.
    pub(crate) ident: String,
    pub(crate) value: Json,
}

/// What a newtype around one value checks of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CheckedPlan {
    /// Bounds of a number.
    pub(crate) numbers: Vec<NumberDemand>,
    /// Least number of elements.
    pub(crate) min_items: Option<u64>,
    /// Greatest number of elements.
    pub(crate) max_items: Option<u64>,
    /// Whether no two elements are equal.
    pub(crate) unique_items: bool,
}

/// A string that is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextPlan {
    pub(crate) pattern: Option<PatternPlan>,
    /// Least number of characters.
    pub(crate) min_length: Option<u64>,
    /// Greatest number of characters.
    pub(crate) max_length: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnionPlan {
    /// The property that tells the branches apart.
    pub(crate) tag: Option<String>,
    pub(crate) branches: Vec<BranchPlan>,
    /// The variant that keeps objects with an unknown tag.
    pub(crate) unknown: Option<String>,
    pub(crate) choice: Choice,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BranchPlan {
    /// The name of the variant.
    pub(crate) variant: String,
    /// What stands behind `as_` and `into_` in the names of its functions.
    pub(crate) method: String,
    /// The values of the tag that mean this branch.
    pub(crate) tags: Vec<String>,
}

/// What is read when more than one branch fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The first, in the order of the schema.
    First,
    /// The first of those that keep the letter of the schema, which is a rule for each branch; else the first.
    FirstByLetter(Vec<RuleId>),
    /// None: that is an error.
    ExactlyOne,
    /// Always this branch, where the tag is absent or unknown.
    Default(usize),
}
