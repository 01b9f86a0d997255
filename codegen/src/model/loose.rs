//! Which schemas say more than the tolerant reading checks.

use super::Choices;
use super::says::{asserts, only_required};
use crate::schema::{Id, Node, Schema, TypeSet};

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

/// For each schema whether it, or one that a value or a part of it is described by, says more than a tolerant type
/// checks.
pub(super) fn loose_schemas(schema: &Schema, choices: Choices) -> Vec<bool> {
    let mut loose = vec![false; schema.ids().count()];
    let mut users: Vec<Vec<Id>> = vec![Vec::new(); loose.len()];
    for id in schema.ids() {
        for inner in inner(schema.node(id)) {
            users.get_mut(inner.index()).into_iter().for_each(|users| users.push(id));
        }
    }
    let says_more = |id: &Id| says_more(schema, schema.node(*id)) || names_more(schema.node(*id), choices);
    let mut open: Vec<Id> = schema.ids().filter(says_more).collect();
    while let Some(id) = open.pop() {
        let is_new = loose.get_mut(id.index()).is_some_and(|loose| !std::mem::replace(loose, true));
        if is_new {
            open.extend(users.get(id.index()).into_iter().flatten());
        }
    }
    loose
}

/// An open enum counts: its unlisted values fit the schema, and a tolerant type takes those of others for the like.
fn says_more(schema: &Schema, node: &Node) -> bool {
    let one_of = node.logic.one_of.as_ref().is_some_and(|branches| branches.len() > 1);
    let mut any_of = node.logic.any_of.iter().flatten();
    node.boolean.is_none() && asserts(node, CARRIED)
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
    node.in_place().chain(members).chain(node.array.items)
}
