//! What a schema is used for, and which members each use leaves out.

use super::node::{Id, Node, Schema};
use super::type_set::TypeSet;
use serde_json::Value;
use std::collections::BTreeSet;

/// What the values of a schema are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// The owner of the data gives them.
    Read,
    /// They are sent to the owner of the data.
    Write,
}

impl Use {
    pub(crate) const BOTH: [Self; 2] = [Self::Read, Self::Write];

    /// The keyword of members that have no place in it, and the one of those that have a place only there
    /// (JSON Schema 2020-12 validation, section 9.4; OpenAPI 3.0.3, "Schema Object").
    fn keywords(self) -> [&'static str; 2] {
        let (of_read, of_write) = ("readOnly", "writeOnly");
        match self {
            Self::Read => [of_write, of_read],
            Self::Write => [of_read, of_write],
        }
    }
}

/// The members that one use leaves out.
pub(super) struct LeftOut {
    /// For each schema, the members of the value that have no place, by what it says itself or by what all of its
    /// parts and branches say.
    pub(super) members: Vec<BTreeSet<String>>,
    /// For each schema, those of all left out anywhere of which it or what speaks of the same value says something.
    pub(super) spoken_of: Vec<BTreeSet<String>>,
    /// The schemas whose keyword leaves a member out.
    pub(super) marks: BTreeSet<Id>,
}

impl LeftOut {
    pub(super) fn of(schema: &Schema, used_for: Use) -> Self {
        let marked = Marked::of(schema, used_for);
        let is_left_out = |(name, id): &(String, Id)| marked.has(*id).then(|| name.clone());
        let properties = |node: &'_ Node| node.object.properties.iter().flatten().filter_map(is_left_out).collect();
        let own: Vec<BTreeSet<String>> = schema.ids().map(|id| properties(schema.node(id))).collect();
        let anywhere: BTreeSet<&String> = own.iter().flatten().collect();
        let mut members = own.clone();
        let mut spoken_of = vec![BTreeSet::new(); members.len()];
        for id in schema.inner_first() {
            let node = schema.node(*id);
            let found = inherited(node, &members);
            if let Some(place) = members.get_mut(id.index()) {
                place.extend(found);
            }
            let inner = node.in_place().filter_map(|inner| spoken_of.get(inner.index())).flatten();
            let said = named(node).filter(|name| anywhere.contains(name)).chain(inner).cloned().collect();
            if let Some(place) = spoken_of.get_mut(id.index()) {
                *place = said;
            }
        }
        Self { members, spoken_of, marks: marked.marks(schema) }
    }
}

/// What the parts of a schema leave out, and what every branch of a union does.
fn inherited(node: &Node, members: &[BTreeSet<String>]) -> BTreeSet<String> {
    let of = |id: Id| members.get(id.index()).cloned().unwrap_or_default();
    let mut found: BTreeSet<String> = node.parts().flat_map(of).collect();
    for branches in [&node.logic.one_of, &node.logic.any_of].into_iter().flatten() {
        let all = branches.iter().map(|id| of(*id)).reduce(|one, other| &one & &other);
        found.extend(all.unwrap_or_default());
    }
    found
}

/// The members of which a schema says something by their names.
fn named(node: &Node) -> impl Iterator<Item = &String> {
    let object = &node.object;
    let dependent = object.dependent_required.iter().flat_map(|(name, others)| others.iter().chain([name]));
    let schemas = object.dependent_schemas.iter().map(|(name, _)| name);
    let tag = node.dialect.discriminator.iter().filter_map(|told| told.property.as_ref());
    let properties = object.properties.iter().flatten().map(|(name, _)| name);
    properties.chain(object.required.iter().flatten()).chain(dependent).chain(schemas).chain(tag)
}

/// Which schemas describe values that a use leaves out where they are members.
struct Marked {
    own: Vec<bool>,
    all: Vec<bool>,
}

impl Marked {
    /// JSON Schema 2020-12 validation, section 9.4: of all that is said of one value, one `true` is enough. What is
    /// both read-only and write-only is neither (OpenAPI 3.0.3, "Schema Object": it must not be).
    fn of(schema: &Schema, used_for: Use) -> Self {
        let [absent, kept] = used_for.keywords();
        let says = |node: &Node, keyword| node.annotations.contains(&(keyword, Value::Bool(true)));
        let is_marked = |id: Id| says(schema.node(id), absent) && !says(schema.node(id), kept);
        let own: Vec<bool> = schema.ids().map(is_marked).collect();
        let mut all = own.clone();
        for id in schema.inner_first() {
            let node = schema.node(*id);
            let is_in = |id: &Id| all.get(id.index()) == Some(&true);
            let of_branches = |branches: &Vec<Id>| {
                let mut proper = branches.iter().filter(|id| schema.node(**id).types != Some(TypeSet::NULL)).peekable();
                proper.peek().is_some() && proper.all(is_in)
            };
            let unions = [&node.logic.one_of, &node.logic.any_of];
            let is_one = node.parts().any(|id| is_in(&id)) || unions.into_iter().flatten().any(of_branches);
            if let Some(place) = all.get_mut(id.index()).filter(|_| is_one) {
                *place = true;
            }
        }
        Self { own, all }
    }

    fn has(&self, id: Id) -> bool {
        self.all.get(id.index()) == Some(&true)
    }

    /// Where the keyword stands by which members are left out.
    fn marks(&self, schema: &Schema) -> BTreeSet<Id> {
        let properties = schema.ids().flat_map(|id| schema.node(id).object.properties.iter().flatten());
        let mut open: Vec<Id> = properties.map(|(_, id)| *id).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if self.has(id) && seen.insert(id) {
                open.extend(schema.node(id).in_place());
            }
        }
        seen.retain(|id| self.own.get(id.index()) == Some(&true));
        seen
    }
}
