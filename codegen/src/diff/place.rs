//! Places in the two schemas, and ways from one to another.

use super::kind::{Unlisted, members, unlisted};
use crate::model::{Model, Shape, TyId};

/// One of the two schemas of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Which {
    Old,
    New,
}

impl Which {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }

    /// What is this one's of two, the old one's first.
    pub(super) fn of<T>(self, (old, new): (T, T)) -> T {
        match self {
            Self::Old => old,
            Self::New => new,
        }
    }
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Property(String),
    Item,
    /// The element of a tuple at this place.
    Place(usize),
    /// The members whose names match this pattern.
    Matching(String),
    Unlisted,
    Branch {
        old: usize,
        new: usize,
    },
}

/// The type at the end of a step from a type, references followed.
pub(super) fn inside(model: &Model, id: TyId, step: &Step, which: Which) -> Option<TyId> {
    let shape = &model.ty(model.follow(id)).shape;
    match (step, shape) {
        (Step::Property(name), _) => members(shape)?.field(name).map(|field| field.ty),
        (Step::Item, Shape::Array(array)) => array.item,
        (Step::Place(place), Shape::Tuple(elements)) => elements.get(*place).copied(),
        (Step::Matching(pattern), _) => members(shape)?.by_pattern(pattern)?.value,
        (Step::Unlisted, _) => match unlisted(model, members(shape)?.rest) {
            Unlisted::Typed(value) => Some(value),
            Unlisted::Closed | Unlisted::Any => None,
        },
        (Step::Branch { old, new }, Shape::Union(union)) => {
            union.branches.get(which.of((*old, *new))).map(|branch| branch.ty)
        }
        _ => None,
    }
}

/// The type at the end of a way from a definition.
pub(super) fn at_end(model: &Model, entry: &str, trail: &[Step], which: Which) -> Option<TyId> {
    trail.iter().try_fold(model.definition(entry)?, |id, step| inside(model, id, step, which))
}
