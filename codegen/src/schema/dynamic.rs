//! References that lead elsewhere by the way to them: `$dynamicRef` and `$recursiveRef`.
//!
//! JSON Schema 2020-12 core, section 8.2.3.2, and 2019-09 core, section 8.2.4.2: what first leads to a dynamic anchor
//! leads to the one of the outermost resource that the way has entered and that has one of that name.

use super::copies::{Copied, Copies};
use super::link::dynamic_name;
use super::node::{Id, Node, Reference, Schema};
use super::read::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use std::collections::{BTreeMap, BTreeSet};

/// How many schemas the ways to such references may make beside those of a document. Each name may double them.
const MOST_SCHEMAS: usize = 20_000;

/// The dynamic anchors that have been entered: of each name, the one of the outermost resource.
type Scope = BTreeMap<usize, Id>;

/// What decides where such references lead.
pub(super) struct Ways {
    /// The names of which there are several, none of them in the document's own resource: that would be the outermost.
    names: BTreeMap<String, usize>,
    /// By name, all that have it.
    ends: Vec<BTreeSet<Id>>,
    /// By resource, its dynamic anchors.
    anchors: BTreeMap<usize, Scope>,
    /// By schema, the resource in which it lies.
    lies_in: Vec<usize>,
    /// By schema, the names for which it, or what it leads to, asks.
    asked: Vec<BTreeSet<usize>>,
}

/// A schema that is reached in a scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    id: Id,
    scope: Scope,
}

impl Reader<'_> {
    /// What decides where references lead, once all are linked; nothing where they lead to one place each.
    pub(super) fn ways(&self) -> Option<Ways> {
        let mut by_name: BTreeMap<&str, Vec<(&str, Id)>> = BTreeMap::new();
        for key in &self.dynamic {
            let found = self.anchors.get(key).map(|id| (key.0.as_str(), *id));
            by_name.entry(&key.1).or_default().extend(found);
        }
        let root = self.root_uri();
        by_name.retain(|_, all| all.len() > 1 && all.iter().all(|(uri, _)| *uri != root));
        if by_name.is_empty() {
            return None;
        }
        let mut anchors: BTreeMap<usize, Scope> = BTreeMap::new();
        for (name, all) in by_name.values().enumerate() {
            for (resource, id) in all.iter().filter_map(|(uri, id)| Some((*self.numbers.get(*uri)?, *id))) {
                anchors.entry(resource).or_default().insert(name, id);
            }
        }
        let ends = by_name.values().map(|all| all.iter().map(|(_, id)| *id).collect()).collect();
        let names = by_name.into_keys().enumerate().map(|(index, name)| (name.to_owned(), index)).collect();
        let mut ways = Ways { names, ends, anchors, lies_in: self.lies_in.clone(), asked: Vec::new() };
        ways.ask(&self.nodes);
        Some(ways)
    }
}

impl Ways {
    /// The name that a reference asks for. Where it does not first lead to a dynamic anchor, it is a `$ref`.
    fn name(&self, reference: &Reference) -> Option<usize> {
        let name = *self.names.get(dynamic_name(reference)?)?;
        self.ends.get(name)?.contains(&reference.target?).then_some(name)
    }

    fn names_of<'n>(&'n self, node: &'n Node) -> impl Iterator<Item = usize> + 'n {
        node.refs.iter().filter_map(|reference| self.name(reference))
    }

    fn ask(&mut self, nodes: &[Node]) {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
        let mut open: Vec<(usize, usize)> = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let ends = self.names_of(node).filter_map(|name| self.ends.get(name)).flatten().copied();
            for inner in node.in_place().chain(node.of_inner_values()).chain(ends) {
                users.get_mut(inner.index()).into_iter().for_each(|users| users.push(index));
            }
            open.extend(self.names_of(node).map(|name| (index, name)));
        }
        self.asked = vec![BTreeSet::new(); nodes.len()];
        while let Some((index, name)) = open.pop() {
            if self.asked.get_mut(index).is_some_and(|asked| asked.insert(name)) {
                open.extend(users.get(index).into_iter().flatten().map(|user| (*user, name)));
            }
        }
    }

    /// A schema that is entered from a scope, if it matters from which.
    fn entered(&self, id: Id, from: &Scope) -> Option<Key> {
        let asked = self.asked.get(id.index()).filter(|asked| !asked.is_empty())?;
        let own = self.lies_in.get(id.index()).and_then(|resource| self.anchors.get(resource));
        let all = own.into_iter().flatten().chain(from).map(|(name, end)| (*name, *end));
        Some(Key { id, scope: all.filter(|(name, _)| asked.contains(name)).collect() })
    }
}

impl Copied for Ways {
    type Key = Key;

    fn original(key: &Key) -> Id {
        key.id
    }

    fn alter(&self, key: &Key, node: &mut Node) -> bool {
        let mut is_altered = false;
        for reference in &mut node.refs {
            let end = self.name(reference).and_then(|name| key.scope.get(&name)).copied();
            if end.is_some() && end != reference.target {
                reference.target = end;
                is_altered = true;
            }
        }
        is_altered
    }

    fn each_inner(&self, key: &Key, node: &mut Node, other: &mut dyn FnMut(Id, Key) -> Id) {
        for (id, _) in node.inner_mut() {
            if let Some(key) = self.entered(*id, &key.scope) {
                *id = other(*id, key);
            }
        }
    }
}

/// The schemas from which types are made.
pub(super) struct Starts {
    pub(super) roots: Vec<Id>,
    /// Those with names.
    pub(super) named: Vec<Id>,
    /// Those that are referred to.
    pub(super) targets: Vec<Id>,
    /// Those to which no way leads but to their copies.
    pub(super) left: BTreeSet<Id>,
}

impl Schema {
    /// Makes of each schema as many as there are ways to it on which its references lead elsewhere. A way begins at the
    /// document or at a schema with a name.
    pub(super) fn by_way(&mut self, ways: &Ways, starts: &mut Starts) -> Option<Diagnostic> {
        let mut copies = Copies::new(self, ways);
        let begun = |id: &Id| ways.entered(*id, &Scope::new());
        for key in starts.roots.iter().chain(&starts.named).filter_map(begun) {
            copies.place(key);
        }
        let Some(found) = copies.finish(self.nodes.len() + MOST_SCHEMAS) else { return Some(self.too_many(ways)) };
        for id in starts.roots.iter_mut().chain(&mut starts.named) {
            *id = begun(id).and_then(|key| found.copies.get(&key).copied()).unwrap_or(*id);
        }
        self.nodes = found.nodes;
        let mut reached = BTreeSet::new();
        self.reach(starts.roots.iter().chain(&starts.named).copied().collect(), &mut reached);
        let targets: BTreeSet<Id> = reached.iter().flat_map(|id| self.node(*id).targets()).collect();
        starts.targets = targets.into_iter().collect();
        starts.left = found.copies.keys().map(|key| key.id).filter(|id| !reached.contains(id)).collect();
        None
    }

    fn too_many(&self, ways: &Ways) -> Diagnostic {
        let asking = |node: &&Node| ways.names_of(node).next().is_some();
        let first = self.nodes.iter().find(asking);
        let keyword = first.into_iter().flat_map(|node| &node.refs).find(|reference| ways.name(reference).is_some());
        let keyword = keyword.map_or("$dynamicRef", |reference| reference.keyword);
        Diagnostic::error(
            Code::TooManyScopes,
            &pointer::join(first.map_or("", |node| &node.at), keyword),
            format!("the ways to `{keyword}` make more than {MOST_SCHEMAS} schemas beside those of the document"),
            "give the root of the document the anchor, or refer to the schema that is meant by `$ref`",
        )
    }
}
