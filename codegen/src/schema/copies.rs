//! Copies of schemas that mean different things by what is around them, only of those that come to differ.

use super::node::{Id, Node, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// By what the copies of one schema are told, and what is different in each.
pub(super) trait Copied {
    type Key: Clone + Ord;

    /// The schema of which this is a copy.
    fn original(key: &Self::Key) -> Id;

    /// Changes what a schema says itself; whether that made a difference.
    fn alter(&self, key: &Self::Key, node: &mut Node) -> bool;

    /// Gives another number to each schema that an altered one holds or refers to and that may come to differ.
    fn each_inner(&self, key: &Self::Key, node: &mut Node, other: &mut dyn FnMut(Id, Self::Key) -> Id);
}

/// The copies that are reached. None is made inside another: a chain may be as long as a document.
pub(super) struct Copies<'s, C: Copied> {
    schema: &'s Schema,
    copied: &'s C,
    keys: Vec<C::Key>,
    places: BTreeMap<C::Key, usize>,
}

/// The schemas of a letter, behind them the copies that differ, and which is which.
pub(super) struct Found<K> {
    pub(super) nodes: Vec<Node>,
    pub(super) copies: BTreeMap<K, Id>,
}

impl<'s, C: Copied> Copies<'s, C> {
    pub(super) fn new(schema: &'s Schema, copied: &'s C) -> Self {
        Self { schema, copied, keys: Vec::new(), places: BTreeMap::new() }
    }

    pub(super) fn place(&mut self, key: C::Key) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        self.places.insert(key.clone(), self.keys.len());
        self.keys.push(key);
        self.keys.len() - 1
    }

    /// All that is reached from what was placed, if it is not more than `most`.
    pub(super) fn finish(mut self, most: usize) -> Option<Found<C::Key>> {
        let (mut users, mut open): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut next = 0;
        while let Some(key) = self.keys.get(next).cloned() {
            let mut node = self.schema.node(C::original(&key)).clone();
            if self.copied.alter(&key, &mut node) {
                open.push(next);
            }
            let mut inner = Vec::new();
            self.copied.each_inner(&key, &mut node, &mut |id, key| {
                inner.push(self.place(key));
                id
            });
            if self.keys.len() > most {
                return None;
            }
            users.resize(self.keys.len(), Vec::new());
            for place in inner {
                users.get_mut(place).into_iter().for_each(|users| users.push(next));
            }
            next += 1;
        }
        let mut differing = BTreeSet::new();
        while let Some(place) = open.pop() {
            if differing.insert(place) {
                open.extend(users.get(place).into_iter().flatten());
            }
        }
        Some(self.written_out(&differing))
    }

    fn written_out(self, differing: &BTreeSet<usize>) -> Found<C::Key> {
        let count = self.schema.nodes.len();
        let keys = differing.iter().filter_map(|place| self.keys.get(*place));
        let copies: BTreeMap<C::Key, Id> =
            keys.clone().enumerate().map(|(index, key)| (key.clone(), Id(count + index))).collect();
        let mut nodes = self.schema.nodes.clone();
        for key in keys {
            let mut node = self.schema.node(C::original(key)).clone();
            self.copied.alter(key, &mut node);
            self.copied.each_inner(key, &mut node, &mut |id, key| copies.get(&key).copied().unwrap_or(id));
            nodes.push(node);
        }
        Found { nodes, copies }
    }
}

impl Schema {
    /// Adds all that these schemas hold and refer to.
    pub(super) fn reach(&self, starts: Vec<Id>, reached: &mut BTreeSet<Id>) {
        let mut open = starts;
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                let node = self.node(id);
                open.extend(node.in_place().chain(node.of_inner_values()));
            }
        }
    }
}

impl Node {
    /// What the node holds and refers to, and where it stands.
    pub(super) fn inner_mut(&mut self) -> impl Iterator<Item = (&mut Id, Stands)> {
        let Self { array, object, logic, refs, .. } = self;
        let branches = logic.one_of.iter_mut().chain(&mut logic.any_of).flatten();
        let outcomes = logic.then.iter_mut().chain(&mut logic.otherwise);
        let targets = refs.iter_mut().filter_map(|reference| reference.target.as_mut());
        let dependent = object.dependent_schemas.iter_mut().map(|(_, id)| id);
        let in_place = logic.all_of.iter_mut().chain(branches).chain(outcomes).chain(targets).chain(dependent);
        let elements = array.prefix.iter_mut().flatten().chain(&mut array.items);
        let elements = elements.chain(&mut array.contains).chain(&mut array.unevaluated);
        let members = object.properties.iter_mut().flatten().chain(&mut object.patterns).map(|(_, id)| id);
        let others = object.additional.iter_mut().chain(&mut object.names).chain(&mut object.unevaluated);
        let inside = elements.chain(members).chain(others).map(|id| (id, Stands::Inside));
        let asked = logic.not.iter_mut().chain(&mut logic.condition).map(|id| (id, Stands::Asked));
        in_place.map(|id| (id, Stands::InPlace)).chain(inside).chain(asked)
    }
}

/// Where a schema stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// It describes the same value.
    InPlace,
    /// It describes what stands in the value.
    Inside,
    /// It is `not` or `if`, which ask something of the same value.
    Asked,
}
