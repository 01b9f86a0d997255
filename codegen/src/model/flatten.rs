//! The schemas that describe one value, and the types that they leave it.

use super::builder::Builder;
use super::key::{Key, Part};
use super::null::{With, holds_null, types_of_node};
use crate::schema::{Id, Logic, Node, TypeSet};
use std::collections::BTreeSet;

impl Builder<'_> {
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

    /// The types that the parts of a key leave.
    pub(super) fn types_of(&self, key: &Key) -> TypeSet {
        let of = |part: &Part| {
            let node = self.node(part);
            if !part.without_unions && !part.without_parts {
                return self.possible(part.id);
            }
            if part.without_parts {
                let bare = Node { logic: Logic::default(), refs: Vec::new(), ..node.clone() };
                return types_of_node(self.schema, &bare, &self.possible, None);
            }
            types_of_node(self.schema, node, &self.possible, None)
        };
        key.parts.iter().map(of).fold(key.types, TypeSet::and)
    }

    /// Whether null keeps all that is said by a key.
    pub(super) fn keeps_null(&self, key: &Key) -> bool {
        key.parts.iter().all(|part| {
            let with = With { parts: !part.without_parts, unions: !part.without_unions };
            holds_null(self.schema, self.node(part), &self.holders_of_null, with)
        })
    }
}
