//! Which schemas say more than the tolerant reading checks.

use super::Choices;
use super::array::places::places;
use super::says::{asserts, asserts_more, only_required};
use crate::schema::{Id, Node, Schema, TypeSet, only_refers};

/// How many types a value may have before it is any value, and a rule.
pub(super) const MOST_TYPES: usize = 4;

/// What a tolerant type is by itself; `enum` is told by whether a value is listed.
const CARRIED: &[&str] = &[
    "$ref",
    "$dynamicRef",
    "$recursiveRef",
    "type",
    "enum",
    "const",
    "items",
    "properties",
    "additionalProperties",
    "required",
    "oneOf",
    "anyOf",
    "allOf",
];

/// What a tuple is besides.
const OF_TUPLES: &[&str] = &["prefixItems", "additionalItems", "minItems", "maxItems"];

/// How much more a schema says than a tolerant type checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loose {
    #[default]
    No,
    /// An open enum alone: unlisted values fit the schema, and a tolerant type takes those of others for the like.
    ByOpenValues,
    More,
}

/// For each schema how loose it is, or one that a value or a part of it is described by.
pub(super) fn loose_schemas(schema: &Schema, choices: Choices) -> Vec<Loose> {
    let mut loose = vec![Loose::No; schema.ids().count()];
    let mut users: Vec<Vec<Id>> = vec![Vec::new(); loose.len()];
    for id in schema.ids() {
        for inner in inner(schema.node(id)) {
            users.get_mut(inner.index()).into_iter().for_each(|users| users.push(id));
        }
    }
    let own = |id: Id| own(schema, schema.node(id), choices);
    for step in [Loose::More, Loose::ByOpenValues] {
        let mut open: Vec<Id> = schema.ids().filter(|id| own(*id) == step).collect();
        while let Some(id) = open.pop() {
            let Some(known) = loose.get_mut(id.index()).filter(|known| **known < step) else { continue };
            *known = step;
            open.extend(users.get(id.index()).into_iter().flatten());
        }
    }
    loose
}

fn own(schema: &Schema, node: &Node, choices: Choices) -> Loose {
    if says_more(schema, node) || names_more(node, choices) {
        Loose::More
    } else if node.dialect.is_open {
        Loose::ByOpenValues
    } else {
        Loose::No
    }
}

fn says_more(schema: &Schema, node: &Node) -> bool {
    let is_tuple = places(schema, &[node]).is_some();
    let is_by_place = node.array.prefix.is_some() && !is_tuple;
    let carried = if is_tuple { [CARRIED, OF_TUPLES].concat() } else { CARRIED.to_vec() };
    let one_of = node.logic.one_of.as_ref().is_some_and(|branches| branches.len() > 1);
    let mut any_of = node.logic.any_of.iter().flatten();
    node.boolean.is_none() && asserts_more(node, &carried)
        || is_by_place
        || (one_of && node.dialect.discriminator.is_none())
        || any_of.any(|id| only_required(schema.node(*id)).is_some())
        || node.object.properties.iter().flatten().any(|(_, id)| schema.node(*id).boolean == Some(false))
}

/// Whether it names types that are read as a wider one: an integer that keeps its digits is a number, and several types
/// are any.
fn names_more(node: &Node, choices: Choices) -> bool {
    node.types.is_some_and(|types| {
        let is_integer = types.has(TypeSet::INTEGER) && !types.has(TypeSet::NUMBER);
        (choices.exact_numbers && is_integer) || types.without(TypeSet::NULL).each().len() > MOST_TYPES
    })
}

/// The schemas of the value and of its parts that tolerant types carry.
fn inner(node: &Node) -> impl Iterator<Item = Id> {
    let members = node.object.properties.iter().flatten().map(|(_, id)| *id).chain(node.object.additional);
    node.in_place().chain(members).chain(node.array.prefix.iter().flatten().copied()).chain(node.array.items)
}

/// What an object says of its members by name, and of the others.
const MEMBERS: &[&str] = &["type", "properties", "required", "additionalProperties"];

/// How much more some branches of a union say than their types check, where they differ: what all objects say of a
/// member tells none of them, but whether its value is listed there.
pub(super) fn loosest(schema: &Schema, loose: &[Loose], branches: &[Id]) -> Loose {
    let of = |id: Id| loose.get(id.index()).copied().unwrap_or_default();
    let shared = |name: &String, id: Id| {
        branches.iter().all(|branch| {
            let other = schema.node(*branch).object.property(name);
            other.is_some_and(|other| is_same(schema, id, other))
        })
    };
    let of_member = |(name, id): &(String, Id)| match of(*id) {
        Loose::More if shared(name, *id) => Loose::ByOpenValues,
        own => own,
    };
    let of_branch = |branch: &Id| {
        let node = schema.node(*branch);
        let is_object = node.types.is_none_or(|types| types == TypeSet::OBJECT);
        if !is_object || asserts(node, MEMBERS) || node.dialect.nullable {
            return of(*branch);
        }
        let members = node.object.properties.iter().flatten().map(of_member);
        members.chain(node.object.additional.map(of)).max().unwrap_or_default()
    };
    branches.iter().map(of_branch).max().unwrap_or_default()
}

/// Whether two schemas say the same, word for word but for what only describes. `false` proves nothing.
pub(super) fn is_same(schema: &Schema, one: Id, other: Id) -> bool {
    let (one, other) = (end(schema, one), end(schema, other));
    let (a, b) = (schema.node(one), schema.node(other));
    let without_parts = |node: &Node| (node.boolean, node.types, node.constant.clone(), node.values.clone());
    one == other
        || (without_parts(a) == without_parts(b)
            && (&a.number, &a.text, &a.array) == (&b.number, &b.text, &b.array)
            && (&a.object, &a.logic, &a.refs, &a.dialect) == (&b.object, &b.logic, &b.refs, &b.dialect))
}

/// The schema that another only refers to, or itself.
pub(super) fn end(schema: &Schema, id: Id) -> Id {
    only_refers(schema.node(id)).unwrap_or(id)
}
