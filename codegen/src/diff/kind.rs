//! What kind of value a type is of.

use crate::model::{Field, Model, PatternMembers, Rest, Shape, TyId, UnionShape, regex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Never,
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Enum,
    Array,
    /// Of so many elements.
    Tuple(usize),
    Object,
    Union,
}

/// The kind of a shape that is no reference.
pub(super) fn kind(shape: &Shape) -> Kind {
    match shape {
        Shape::Any | Shape::Ref(_) => Kind::Any,
        Shape::Never => Kind::Never,
        Shape::Null => Kind::Null,
        Shape::Boolean => Kind::Boolean,
        Shape::Integer(_) => Kind::Integer,
        Shape::Number(_) => Kind::Number,
        Shape::Text(_) => Kind::String,
        Shape::Values(_) => Kind::Enum,
        Shape::Array(_) => Kind::Array,
        Shape::Tuple(elements) => Kind::Tuple(elements.len()),
        Shape::Map(_) | Shape::Object(_) => Kind::Object,
        Shape::Union(_) => Kind::Union,
    }
}

/// What an object holds, whether members are known by name or not.
#[derive(Clone, Copy)]
pub(super) struct Members<'m> {
    pub(super) fields: &'m [Field],
    /// Those whose names match a pattern.
    pub(super) patterns: &'m [PatternMembers],
    pub(super) rest: Rest,
    /// Lists of members, of one of which all must be present.
    pub(super) any_of: &'m [Vec<String>],
}

impl<'m> Members<'m> {
    pub(super) fn field(self, name: &str) -> Option<&'m Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The members whose names match this pattern.
    pub(super) fn by_pattern(self, pattern: &str) -> Option<&'m PatternMembers> {
        self.patterns.iter().find(|members| members.pattern == pattern)
    }

    /// The members by pattern of which one of this name is.
    pub(super) fn matching(self, name: &str) -> Option<&'m PatternMembers> {
        let matches = |members: &&PatternMembers| regex(&members.pattern).is_some_and(|it| it.find(name).is_some());
        self.patterns.iter().find(matches)
    }

    pub(super) fn requires(self, name: &str) -> bool {
        self.field(name).is_some_and(|field| field.is_required)
    }
}

impl PatternMembers {
    /// What its members are.
    pub(super) fn unlisted(&self, model: &Model) -> Unlisted {
        unlisted(model, Rest::Kept(self.value))
    }
}

pub(super) fn members(shape: &Shape) -> Option<Members<'_>> {
    match shape {
        Shape::Map(value) => Some(Members { fields: &[], patterns: &[], rest: Rest::Kept(*value), any_of: &[] }),
        Shape::Object(shape) => {
            Some(Members { fields: &shape.fields, patterns: &shape.patterns, rest: shape.rest, any_of: &shape.any_of })
        }
        _ => None,
    }
}

/// What an object may hold beside the members that it knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unlisted {
    Closed,
    Any,
    Typed(TyId),
}

pub(super) fn unlisted(model: &Model, rest: Rest) -> Unlisted {
    match rest {
        Rest::Refused => Unlisted::Closed,
        Rest::Kept(Some(value)) if says_anything(model, value) => Unlisted::Typed(value),
        Rest::Kept(_) | Rest::Ignored => Unlisted::Any,
    }
}

/// Whether a type is anything less than every value.
pub(super) fn says_anything(model: &Model, id: TyId) -> bool {
    let ty = model.ty(id);
    !matches!(ty.shape, Shape::Any) || !ty.rule.is_empty()
}

/// Whether null is among the values of a type.
pub(super) fn holds_null(model: &Model, id: TyId) -> bool {
    model.allows_null(id) || matches!(model.ty(model.follow(id)).shape, Shape::Any | Shape::Null)
}

pub(super) fn union(shape: &Shape) -> Option<&UnionShape> {
    match shape {
        Shape::Union(union) => Some(union),
        _ => None,
    }
}
