//! Which types a value may have, null among them, by all that is said about it.

use crate::schema::{Id, Node, Schema, TypeSet};
use serde_json::Value;

/// For each schema the types that its values may have.
pub(super) fn possible_types(schema: &Schema) -> Vec<TypeSet> {
    let mut possible = vec![TypeSet::ALL; schema.ids().count()];
    for id in schema.inner_first() {
        let node = schema.node(*id);
        let types = types_of_node(schema, node, &possible, true);
        if let Some(place) = possible.get_mut(id.index()) {
            *place = types;
        }
    }
    possible
}

pub(super) fn types_of_node(schema: &Schema, node: &Node, possible: &[TypeSet], with_unions: bool) -> TypeSet {
    let of = |id: &Id| possible.get(id.index()).copied().unwrap_or(TypeSet::ALL);
    let mut types = if node.boolean == Some(false) { TypeSet::NONE } else { TypeSet::ALL };
    types = types.and(node.types.unwrap_or(TypeSet::ALL)).and(of_values(schema, node));
    for part in node.parts() {
        types = types.and(of(&part));
    }
    if with_unions {
        if let Some(branches) = &node.logic.any_of {
            types = types.and(branches.iter().map(of).fold(TypeSet::NONE, TypeSet::with));
        }
        if let Some(branches) = &node.logic.one_of {
            let nulls = branches.iter().filter(|id| of(id).has(TypeSet::NULL)).count();
            let all = branches.iter().map(of).fold(TypeSet::NONE, TypeSet::with);
            let only_one = nulls == 1 || schema.is_dialect;
            types = types.and(if only_one { all } else { all.without(TypeSet::NULL) });
        }
    }
    if node.dialect.nullable { types.with(TypeSet::NULL) } else { types }
}

fn of_values(schema: &Schema, node: &Node) -> TypeSet {
    let of = |value: &Value| match value {
        Value::Number(number) if schema.has_whole_numbers() && number.as_f64().is_some_and(|n| n.fract() == 0.0) => {
            TypeSet::INTEGER
        }
        value => TypeSet::of(value),
    };
    let constant = node.constant.as_ref().map_or(TypeSet::ALL, of);
    let listed = node.values.as_ref().map(|values| values.iter().map(of).fold(TypeSet::NONE, TypeSet::with));
    constant.and(listed.unwrap_or(TypeSet::ALL))
}
