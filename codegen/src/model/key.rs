//! What a type is made of: schemas that all describe the same value.

use crate::schema::{Id, TypeSet};
use std::collections::BTreeSet;

/// A schema among those that describe one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) id: Id,
    /// Whether its `oneOf` and `anyOf` are taken care of.
    pub(super) without_unions: bool,
    /// Whether its references and its `allOf` are taken care of.
    pub(super) without_parts: bool,
}

/// Schemas that all describe the same value, and the types it may have besides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) parts: Vec<Part>,
    pub(super) types: TypeSet,
}

impl Part {
    pub(super) fn of(id: Id) -> Self {
        Self { id, without_unions: false, without_parts: false }
    }
}

impl Key {
    pub(super) fn of(id: Id) -> Self {
        Self { parts: vec![Part::of(id)], types: TypeSet::ALL }
    }

    pub(super) fn of_all(ids: impl IntoIterator<Item = Id>) -> Self {
        let mut seen = BTreeSet::new();
        Self { parts: ids.into_iter().filter(|id| seen.insert(*id)).map(Part::of).collect(), types: TypeSet::ALL }
    }

    pub(super) fn restricted(self, types: TypeSet) -> Self {
        Self { types: self.types.and(types), ..self }
    }
}
