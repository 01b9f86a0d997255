//! Two schemas of one where what is read differs from what is written.

use super::node::{Id, Node, ObjectRules, Schema};
use super::uses::{LeftOut, Use};
use std::collections::{BTreeMap, BTreeSet};

impl Schema {
    /// The same schemas, each as it is read and as it is written, one where the two do not differ: without the members
    /// that the use leaves out, which are not required there either.
    ///
    /// Of the definitions those are kept that the uses lead to. One that none leads to is used for both.
    pub(crate) fn split(&self, uses: &[(String, Use)]) -> Self {
        let left_out = Use::BOTH.map(|used_for| LeftOut::of(self, used_for));
        let mut copies = Copies { schema: self, left_out: &left_out, keys: Vec::new(), places: BTreeMap::new() };
        for id in &self.definitions {
            for used_for in Use::BOTH {
                copies.place(Key { id: *id, used_for, around: BTreeSet::new() });
            }
        }
        let found = copies.finish();
        let mut split = Self { nodes: found.nodes, ..self.clone() };
        split.split.marks = left_out.iter().flat_map(|use_| use_.marks.iter().copied()).collect();
        // What was no circle is none: there is nothing to be said.
        split.refuse_cycles();
        split.keep_used(&found.views, uses);
        split
    }

    /// Makes of each definition those that are used.
    fn keep_used(&mut self, views: &BTreeMap<(Id, Use), Id>, uses: &[(String, Use)]) {
        let view = |id: Id, used_for| views.get(&(id, used_for)).copied().unwrap_or(id);
        let by_place: BTreeMap<&str, Id> =
            self.definitions.iter().map(|id| (self.node(*id).at.as_str(), *id)).collect();
        let starts = uses.iter().filter_map(|(at, used_for)| Some(view(*by_place.get(at.as_str())?, *used_for)));
        let mut reached = BTreeSet::new();
        self.reach(starts.collect(), &mut reached);
        for id in &self.definitions {
            let both = Use::BOTH.map(|used_for| view(*id, used_for));
            if both.iter().all(|id| !reached.contains(id)) {
                self.reach(both.to_vec(), &mut reached);
            }
        }
        let mut definitions = Vec::new();
        for id in &self.definitions {
            let [read, write] = Use::BOTH.map(|used_for| view(*id, used_for));
            let is_read = reached.contains(&read);
            definitions.extend(is_read.then_some(read));
            if write != read && reached.contains(&write) {
                definitions.push(write);
                self.split.written.insert(write, is_read.then_some(read));
            }
        }
        self.definitions = definitions;
    }

    /// Adds all that these schemas hold and refer to.
    fn reach(&self, starts: Vec<Id>, reached: &mut BTreeSet<Id>) {
        let mut open = starts;
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                let node = self.node(id);
                open.extend(node.in_place().chain(node.of_inner_values()));
            }
        }
    }
}

/// A schema in one use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    id: Id,
    used_for: Use,
    /// The members that are left out by what stands around it.
    around: BTreeSet<String>,
}

/// The schemas in their uses. None is made inside another: a chain may be as long as a document.
struct Copies<'s> {
    schema: &'s Schema,
    left_out: &'s [LeftOut; 2],
    keys: Vec<Key>,
    places: BTreeMap<Key, usize>,
}

/// The schemas of a letter, those behind them that differ from one, and which is which.
struct Found {
    nodes: Vec<Node>,
    views: BTreeMap<(Id, Use), Id>,
}

impl Copies<'_> {
    fn place(&mut self, key: Key) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        self.places.insert(key.clone(), self.keys.len());
        self.keys.push(key);
        self.keys.len() - 1
    }

    fn left_out(&self, used_for: Use) -> &LeftOut {
        let [read, write] = self.left_out;
        match used_for {
            Use::Read => read,
            Use::Write => write,
        }
    }

    fn finish(mut self) -> Found {
        let (mut users, mut open): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut next = 0;
        while let Some(key) = self.keys.get(next).cloned() {
            let (mut node, mut inner) = (self.schema.node(key.id).clone(), Vec::new());
            self.each_inner(&key, &mut node, |copies, id, key| {
                inner.push(copies.place(key));
                id
            });
            users.resize(self.keys.len(), Vec::new());
            for place in inner {
                users.get_mut(place).into_iter().for_each(|users| users.push(next));
            }
            if leave_out(&mut node, &self.absent(&key)) {
                open.push(next);
            }
            next += 1;
        }
        let mut differing = BTreeSet::new();
        while let Some(place) = open.pop() {
            if differing.insert(place) {
                open.extend(users.get(place).into_iter().flatten());
            }
        }
        self.written_out(&differing)
    }

    fn written_out(mut self, differing: &BTreeSet<usize>) -> Found {
        let count = self.schema.nodes.len();
        let new: BTreeMap<usize, Id> =
            differing.iter().enumerate().map(|(index, place)| (*place, Id(count + index))).collect();
        let mut nodes = self.schema.nodes.clone();
        for place in differing {
            let Some(key) = self.keys.get(*place).cloned() else { continue };
            let mut node = self.schema.node(key.id).clone();
            self.each_inner(&key, &mut node, |copies, id, key| new.get(&copies.place(key)).copied().unwrap_or(id));
            leave_out(&mut node, &self.absent(&key));
            nodes.push(node);
        }
        let views = self.keys.iter().enumerate().filter(|(_, key)| key.around.is_empty());
        let views = views.filter_map(|(place, key)| Some(((key.id, key.used_for), *new.get(&place)?)));
        Found { nodes, views: views.collect() }
    }

    /// The members of a value that have no place in it.
    fn absent(&self, key: &Key) -> BTreeSet<String> {
        let own = self.left_out(key.used_for).members.get(key.id.index());
        own.map_or_else(|| key.around.clone(), |own| own | &key.around)
    }

    /// Gives each schema that a node holds or refers to another number. What is left out of a value is so for all that
    /// speaks of the same value; what `not` and `if` ask stays as it is.
    fn each_inner(&mut self, key: &Key, node: &mut Node, mut other: impl FnMut(&mut Self, Id, Key) -> Id) {
        let absent = self.absent(key);
        for (id, is_in_place) in node.inner_mut() {
            let left_out = self.left_out(key.used_for);
            let of = |all: &[BTreeSet<String>]| all.get(id.index()).cloned().unwrap_or_default();
            let around = if is_in_place && !absent.is_empty() {
                &(&absent & &of(&left_out.spoken_of)) - &of(&left_out.members)
            } else {
                BTreeSet::new()
            };
            *id = other(self, *id, Key { id: *id, used_for: key.used_for, around });
        }
    }
}

/// Takes out of a schema what it says of these members; whether it said something.
fn leave_out(node: &mut Node, absent: &BTreeSet<String>) -> bool {
    let object = &mut node.object;
    let is_kept = |name: &String| !absent.contains(name);
    let count = |node: &ObjectRules| {
        let dependent: usize = node.dependent_required.iter().map(|(_, names)| names.len() + 1).sum();
        let listed = node.properties.as_ref().map_or(0, Vec::len) + node.required.as_ref().map_or(0, Vec::len);
        listed + dependent + node.dependent_schemas.len()
    };
    let before = count(object);
    object.properties.iter_mut().for_each(|all| all.retain(|(name, _)| is_kept(name)));
    object.required.iter_mut().for_each(|names| names.retain(is_kept));
    object.dependent_required.retain(|(name, _)| is_kept(name));
    object.dependent_required.iter_mut().for_each(|(_, names)| names.retain(is_kept));
    object.dependent_schemas.retain(|(name, _)| is_kept(name));
    let tag = node.dialect.discriminator.as_ref().and_then(|told| told.property.as_ref());
    let is_untold = tag.is_some_and(|tag| !is_kept(tag));
    if is_untold {
        node.dialect.discriminator = None;
    }
    is_untold || before != count(object)
}
