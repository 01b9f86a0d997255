//! Which unions are written out although something stands beside them: each branch is a type with all of that.

use super::Union;
use crate::model::builder::{Builder, Making};
use crate::model::key::{Key, Part};
use crate::model::says::{asserts, lists, only_required};
use crate::schema::{Id, Node, TypeSet};

/// How many branches times members may be written out because properties stand beside a union.
const MOST_WRITTEN_OUT: usize = 1_000;

/// How many choices of branches may be written out where the branches of a union have unions themselves.
const MOST_WAYS: usize = 8;

impl Builder<'_> {
    /// Whether anything but the types and words is said beside a union.
    pub(super) fn has_anything_beside(&self, making: &Making, union: &Union) -> bool {
        making.parts.iter().any(|part| {
            let own: &[&str] = if part.id == union.part {
                &["type", "$ref", "allOf", "oneOf", "anyOf", "not", "if", "then", "else"]
            } else {
                &["type", "$ref", "allOf", "not", "if", "then", "else"]
            };
            asserts(self.node(part), own)
        })
    }

    pub(super) fn can_be_written_out(&self, making: &Making, union: &Union, unions: usize) -> bool {
        let only_lists = union.branches.iter().all(|(_, id)| only_required(self.schema.node(*id)).is_some());
        if only_lists && !union.branches.is_empty() {
            return false;
        }
        if unions == 1 && !self.has_anything_beside(making, union) {
            return true;
        }
        let nodes: Vec<&Node> = making.parts.iter().map(|part| self.node(part)).collect();
        let sees_evaluated = nodes.iter().any(|node| node.object.unevaluated.or(node.array.unevaluated).is_some());
        let members: usize = nodes.iter().map(|node| node.object.properties.as_ref().map_or(0, Vec::len)).sum();
        let ways = making.key.parts.iter().map(|part| self.ways_chosen(part)).fold(1, usize::saturating_mul);
        let branches = union.branches.len();
        let is_small = branches.saturating_mul(members.max(1)) <= MOST_WRITTEN_OUT
            && (ways == 1 || ways.saturating_mul(branches) <= MOST_WAYS);
        !sees_evaluated && is_small && union.branches.iter().all(|(_, id)| self.describes_more(making, *id))
    }

    /// Of how many branches one was chosen in a part of a key: a chain of unions beside properties would double at each.
    fn ways_chosen(&self, part: &Part) -> usize {
        let unions = self.unions(self.node(part)).filter(|_| part.without_unions && part.without_parts);
        unions.map(|(_, branches)| branches.len().max(1)).fold(1, usize::saturating_mul)
    }

    /// Whether a branch describes members that the schemas beside the union do not, or lists values of one of theirs.
    fn describes_more(&self, making: &Making, id: Id) -> bool {
        let known = |name: &str| making.parts.iter().any(|part| self.node(part).object.property(name).is_some());
        self.flatten(&Key::of(id)).iter().any(|part| {
            let node = self.node(part);
            let mut properties = node.object.properties.iter().flatten();
            let typed = node.types.is_some_and(|types| types != TypeSet::OBJECT);
            typed
                || properties.any(|(name, id)| {
                    let property = self.schema.node(*id);
                    property.boolean != Some(false) && (!known(name) || lists(property))
                })
        })
    }
}
