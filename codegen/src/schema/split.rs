//! Two schemas of one where what is read differs from what is written.

use super::copies::{Copied, Copies, Stands};
use super::node::{Id, Node, ObjectRules, Schema};
use super::uses::{LeftOut, Use};
use std::collections::{BTreeMap, BTreeSet};

impl Schema {
    /// The same schemas, each as it is read and as it is written, one where the two do not differ: without the members
    /// that the use leaves out, which are not required there either.
    ///
    /// Of the definitions those are kept that the uses lead to. One that none leads to is used for both.
    pub(crate) fn split(&self, uses: &[(String, Use)]) -> Self {
        let in_use = InUse(Use::BOTH.map(|used_for| LeftOut::of(self, used_for)));
        let mut copies = Copies::new(self, &in_use);
        for id in &self.definitions {
            for used_for in Use::BOTH {
                copies.place(Key::alone(*id, used_for));
            }
        }
        let Some(found) = copies.finish(usize::MAX) else { return self.clone() };
        let mut split = Self { nodes: found.nodes, ..self.clone() };
        split.split.marks = in_use.0.iter().flat_map(|use_| use_.marks.iter().copied()).collect();
        // What was no circle is none: there is nothing to be said.
        split.refuse_cycles(&BTreeSet::new());
        split.keep_used(&found.copies, uses);
        split
    }

    /// Makes of each definition those that are used.
    fn keep_used(&mut self, views: &BTreeMap<Key, Id>, uses: &[(String, Use)]) {
        let view = |id: Id, used_for| views.get(&Key::alone(id, used_for)).copied().unwrap_or(id);
        let mut by_place: BTreeMap<&str, Id> = BTreeMap::new();
        for id in &self.definitions {
            // Those behind the first at one place are what it is on other ways.
            by_place.entry(self.node(*id).at.as_str()).or_insert(*id);
        }
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
}

/// A schema in one use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    id: Id,
    used_for: Use,
    /// The members that are left out by what stands around it.
    around: BTreeSet<String>,
}

impl Key {
    fn alone(id: Id, used_for: Use) -> Self {
        Self { id, used_for, around: BTreeSet::new() }
    }
}

/// The schemas in their uses.
struct InUse([LeftOut; 2]);

impl InUse {
    fn left_out(&self, used_for: Use) -> &LeftOut {
        let Self([read, write]) = self;
        match used_for {
            Use::Read => read,
            Use::Write => write,
        }
    }

    /// The members of a value that have no place in it.
    fn absent(&self, key: &Key) -> BTreeSet<String> {
        let own = self.left_out(key.used_for).members.get(key.id.index());
        own.map_or_else(|| key.around.clone(), |own| own | &key.around)
    }
}

impl Copied for InUse {
    type Key = Key;

    fn original(key: &Key) -> Id {
        key.id
    }

    fn alter(&self, key: &Key, node: &mut Node) -> bool {
        leave_out(node, &self.absent(key))
    }

    /// What is left out of a value is so for all that speaks of the same value; what `not` and `if` ask stays as it is.
    fn each_inner(&self, key: &Key, node: &mut Node, other: &mut dyn FnMut(Id, Key) -> Id) {
        let absent = self.absent(key);
        for (id, stands) in node.inner_mut().filter(|(_, stands)| *stands != Stands::Asked) {
            let left_out = self.left_out(key.used_for);
            let of = |all: &[BTreeSet<String>]| all.get(id.index()).cloned().unwrap_or_default();
            let around = if stands == Stands::InPlace && !absent.is_empty() {
                &(&absent & &of(&left_out.spoken_of)) - &of(&left_out.members)
            } else {
                BTreeSet::new()
            };
            *id = other(*id, Key { id: *id, used_for: key.used_for, around });
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
