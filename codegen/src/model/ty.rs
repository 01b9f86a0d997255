//! What a schema means in one reading: a shape that holds at least what the schema allows, and a rule that is the rest.

mod demands;
pub(super) mod graft;
mod portion;

use crate::plan::{Demand, NumberDemand, RuleId};
use crate::schema::Id;
use serde_json::Value;

/// The place of a [`Ty`] in its [`super::Model`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TyId(pub(super) usize);

impl TyId {
    /// Its number: those of a model are counted from 0.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// The type of a value.
#[derive(Clone, Debug)]
pub(crate) struct Ty {
    /// JSON pointer of the schema it is made from.
    pub(crate) at: String,
    pub(crate) shape: Shape,
    /// Whether null is allowed as well.
    pub(crate) null: bool,
    /// What the shape does not hold: all of these are demanded.
    pub(crate) rule: Vec<Demand>,
    pub(crate) words: Words,
    /// `x-speakeasy-name-override`.
    pub(crate) name: Option<String>,
    /// `format`.
    pub(crate) format: Option<String>,
}

/// What is said about a value in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) notes: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// Any JSON value, null among them.
    Any,
    /// No value at all; in the tolerant reading there is no such shape.
    Never,
    Null,
    Boolean,
    Integer(IntegerShape),
    Number(NumberShape),
    Text(TextShape),
    Values(ValuesShape),
    Array(ArrayShape),
    /// An array of as many elements as are described one by one: what each is.
    Tuple(Vec<TyId>),
    /// An object of which no member is known by name: what the members are.
    Map(Option<TyId>),
    Object(ObjectShape),
    Union(UnionShape),
    Ref(TyId),
}

/// Integers of a width, or exact ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IntegerShape {
    /// The format by which typify knows the width; nothing means `i64`.
    pub(crate) format: Option<&'static str>,
    pub(crate) bounds: Vec<NumberDemand>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberShape {
    /// Whether all digits are kept, as `serde_json::Number`.
    pub(crate) is_exact: bool,
    pub(crate) bounds: Vec<NumberDemand>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextShape {
    pub(crate) pattern: Option<String>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ValuesShape {
    /// Each once, null left out.
    pub(crate) listed: Vec<Value>,
    /// Whether others of the same type are read too.
    pub(crate) is_open: bool,
    /// Whether the schema says so itself, whatever the reading adds.
    pub(crate) is_said_open: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct ArrayShape {
    pub(crate) item: Option<TyId>,
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) unique_items: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct ObjectShape {
    pub(crate) fields: Vec<Field>,
    /// The members of names that no field has and that match a pattern; a name matches one at most.
    pub(crate) patterns: Vec<PatternMembers>,
    /// All other members.
    pub(crate) rest: Rest,
    /// Lists of members, of one of which all must be present.
    pub(crate) any_of: Vec<Vec<String>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) ty: TyId,
    pub(crate) is_required: bool,
    /// Whether null is read as absence.
    pub(crate) is_lenient: bool,
}

/// The members of an object whose names match a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternMembers {
    pub(crate) pattern: String,
    /// What they are; nothing means any value.
    pub(crate) value: Option<TyId>,
}

/// The members of an object that are not known by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    Refused,
    Ignored,
    Kept(Option<TyId>),
}

#[derive(Clone, Debug)]
pub(crate) struct UnionShape {
    pub(crate) keyword: UnionKeyword,
    pub(crate) branches: Vec<Branch>,
    /// The property that tells the branches apart.
    pub(crate) tag: Option<String>,
    pub(crate) mapping: Vec<(String, String)>,
    /// The branch for values that the tag means none of, as the schema says it; decided by `tags`.
    pub(crate) default: Option<String>,
    /// Whether what no branch knows is kept, and the first of several branches that fit is taken.
    pub(crate) keeps_unknown: bool,
    /// The rule of each branch, where the types are read alike that the schema tells apart; else none.
    pub(crate) letters: Vec<RuleId>,
    /// Whether a branch says more than its type checks by another keyword than an open enum.
    pub(crate) says_more: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnionKeyword {
    OneOf,
    AnyOf,
}

#[derive(Clone, Debug)]
pub(crate) struct Branch {
    pub(crate) ty: TyId,
    /// JSON pointer of the branch in its union.
    pub(crate) at: String,
    /// The definition that the branch refers to.
    pub(crate) definition: Option<Id>,
    /// The name of the variant; decided by `tags`.
    pub(crate) variant: String,
    /// The values of the tag that mean this branch.
    pub(crate) tags: Vec<String>,
    /// Whether it is also meant where the tag is absent, or means no branch; decided by `tags`.
    pub(crate) is_default: bool,
}

impl Ty {
    /// Whether the Rust type must be one of its own.
    pub(crate) fn is_own_type(&self) -> bool {
        let is_checked = !self.rule.is_empty();
        match &self.shape {
            Shape::Ref(_) | Shape::Null => false,
            Shape::Never | Shape::Values(_) | Shape::Object(_) | Shape::Union(_) => true,
            Shape::Any | Shape::Boolean | Shape::Tuple(_) | Shape::Map(_) => is_checked,
            Shape::Integer(shape) => is_checked || !shape.bounds.is_empty(),
            Shape::Number(shape) => is_checked || !shape.bounds.is_empty(),
            Shape::Text(shape) => is_checked || *shape != TextShape::default(),
            Shape::Array(shape) => {
                is_checked || shape.unique_items || shape.min_items.is_some() || shape.max_items.is_some()
            }
        }
    }
}

impl Rest {
    pub(super) fn value_mut(&mut self) -> Option<&mut TyId> {
        match self {
            Self::Kept(value) => value.as_mut(),
            Self::Refused | Self::Ignored => None,
        }
    }
}

impl Branch {
    /// A branch of which it is not decided yet what it is called and how it is told.
    pub(super) fn new(ty: TyId, at: &str, definition: Option<Id>) -> Self {
        Self { ty, at: at.to_owned(), definition, variant: String::new(), tags: Vec::new(), is_default: false }
    }
}

impl UnionShape {
    /// The branch for objects whose tag is absent, or means none.
    pub(crate) fn default_branch(&self) -> Option<usize> {
        self.branches.iter().position(|branch| branch.is_default).filter(|_| self.tag.is_some())
    }
}

impl ObjectShape {
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
