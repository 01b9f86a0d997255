//! What a type is made of: schemas that all describe the same value.

use super::build::Builder;
use crate::schema::{Id, Node, TypeSet};
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

impl<'s> Builder<'s> {
    pub(super) fn node(&self, part: &Part) -> &'s Node {
        self.schema.node(part.id)
    }

    /// All schemas that describe the value: those of the key, then what they refer to and their parts.
    ///
    /// JSON Schema 2020-12 core, sections 10.2.1.1 (`allOf`) and 8.2.3.1 (`$ref`); a union of one branch is that branch.
    pub(super) fn flatten(&self, key: &Key) -> Vec<Part> {
        let mut seen = BTreeSet::new();
        let mut all: Vec<Part> = Vec::new();
        let mut open: Vec<Part> = key.parts.iter().rev().copied().collect();
        while let Some(mut part) = open.pop() {
            if !seen.insert(part.id) {
                continue;
            }
            let node = self.schema.node(part.id);
            let mut inner: Vec<Id> = Vec::new();
            if !part.without_parts {
                inner.extend(node.parts());
            }
            if !part.without_unions {
                let single = self.single_branches(node);
                part.without_unions = !single.is_empty() && self.unions(node).next().is_none();
                inner.extend(single);
            }
            open.extend(inner.into_iter().rev().map(Part::of));
            all.push(part);
        }
        all
    }

    /// The only branches of unions that have no other, branches for null alone aside.
    fn single_branches(&self, node: &Node) -> Vec<Id> {
        let lists = [&node.logic.one_of, &node.logic.any_of].into_iter().flatten();
        let single = |branches: &Vec<Id>| match self.proper_branches(branches).as_slice() {
            [only] if node.dialect.discriminator.is_none() => Some(*only),
            _ => None,
        };
        lists.filter_map(single).collect()
    }

    /// The branches that allow more than null.
    pub(super) fn proper_branches(&self, branches: &[Id]) -> Vec<Id> {
        branches.iter().copied().filter(|id| self.possible(*id) != TypeSet::NULL).collect()
    }
}
