//! Which schemas say more than the tolerant reading checks.

use super::Choices;
use super::says::{MOST_TYPES, asserts, only_required};
use crate::schema::{Id, Node, Schema, TypeSet};

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

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::model::{Choices, Model, Shape};
    use crate::plan::Reading;
    use crate::schema::Schema;
    use serde_json::{Value, json};

    /// Whether the union that a schema is has a rule for each branch.
    fn has_letters(branches: &Value, choices: Choices) -> bool {
        let document = Document::parse("union.json", json!({"oneOf": branches}).to_string()).unwrap();
        let roots = [(String::new(), document.root().clone())];
        let (schema, _) = Schema::read(&document, &roots, false).unwrap();
        let (model, _) = Model::of(&schema, choices);
        let root = model.definition("").unwrap();
        matches!(&model.ty(root).shape, Shape::Union(shape) if shape.letters.len() == shape.branches.len())
    }

    #[test]
    fn rules_tell_what_tolerant_types_do_not() {
        let tolerant = Choices::of(Reading::Tolerant);
        let exact = Choices { exact_numbers: true, ..tolerant };
        let list = |item: Value| json!({"type": "array", "items": item});
        let object = |kind: &str, id: Value| {
            let properties = json!({"kind": {"const": kind}, "id": id});
            json!({"type": "object", "properties": properties, "required": ["kind"]})
        };
        let short = json!({"type": "string", "maxLength": 3});
        let plain = json!({"type": "string"});
        let table = [
            (json!([short, plain]), tolerant, true),
            (json!([list(short.clone()), list(plain.clone())]), tolerant, true),
            (json!([object("a", short.clone()), object("a", plain.clone())]), tolerant, true),
            (json!([object("a", short.clone()), object("b", plain.clone())]), tolerant, false),
            (json!([short, {"type": "integer"}]), tolerant, false),
            (json!([plain, plain]), tolerant, false),
            (json!([{"type": "integer"}, {"type": "number"}]), tolerant, false),
            (json!([{"type": "integer"}, {"type": "number"}]), exact, true),
            (json!([{"type": "integer"}, plain]), exact, false),
            (json!([short, plain]), Choices::of(Reading::Strict), false),
        ];
        for (branches, choices, expected) in table {
            assert_eq!(has_letters(&branches, choices), expected, "{branches}");
        }
    }
}
