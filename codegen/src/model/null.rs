//! Which types a value may have, null among them, by all that is said about it.

use crate::schema::{Id, Node, Schema, TypeSet};
use serde_json::Value;

/// For each schema the types that its values may have.
pub(super) fn possible_types(schema: &Schema, holders: &[bool]) -> Vec<TypeSet> {
    let mut possible = vec![TypeSet::ALL; schema.ids().count()];
    for id in schema.inner_first() {
        let node = schema.node(*id);
        let types = types_of_node(schema, node, &possible, Some(holders));
        if let Some(place) = possible.get_mut(id.index()) {
            *place = types;
        }
    }
    possible
}

/// Unions are looked at where it is known which schemas null keeps.
pub(super) fn types_of_node(schema: &Schema, node: &Node, possible: &[TypeSet], holders: Option<&[bool]>) -> TypeSet {
    let of = |id: &Id| possible.get(id.index()).copied().unwrap_or(TypeSet::ALL);
    let mut types = if node.boolean == Some(false) { TypeSet::NONE } else { TypeSet::ALL };
    types = types.and(node.types.unwrap_or(TypeSet::ALL)).and(of_values(schema, node));
    for part in node.parts() {
        types = types.and(of(&part));
    }
    if let Some(holders) = holders {
        if let Some(branches) = &node.logic.any_of {
            types = types.and(branches.iter().map(of).fold(TypeSet::NONE, TypeSet::with));
        }
        if let Some(branches) = &node.logic.one_of {
            let all = branches.iter().map(of).fold(TypeSet::NONE, TypeSet::with);
            let null_fits = fits_one(schema, branches, holders);
            types = types.and(if null_fits { all } else { all.without(TypeSet::NULL) });
        }
    }
    if node.dialect.nullable { types.with(TypeSet::NULL) } else { types }
}

fn of_values(schema: &Schema, node: &Node) -> TypeSet {
    let of = |value: &Value| types_of_value(schema, value);
    let constant = node.constant.as_ref().map_or(TypeSet::ALL, of);
    let listed = node.values.as_ref().map(|values| values.iter().map(of).fold(TypeSet::NONE, TypeSet::with));
    constant.and(listed.unwrap_or(TypeSet::ALL))
}

/// The types that a listed value is met with: `1.0` is the value `1`, whether that is called an integer or not (JSON
/// Schema 2020-12 core, section 4.2.2).
pub(super) fn types_of_value(schema: &Schema, value: &Value) -> TypeSet {
    let is_whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
    match (is_whole, schema.has_whole_numbers()) {
        (true, true) => TypeSet::INTEGER,
        (true, false) => TypeSet::NUMBER,
        _ => TypeSet::of(value),
    }
}

/// For each schema whether null keeps all that it says.
pub(super) fn holders_of_null(schema: &Schema) -> Vec<bool> {
    let mut holders = vec![true; schema.ids().count()];
    for id in schema.inner_first() {
        let holds = holds_null(schema, schema.node(*id), &holders, With { parts: true, unions: true });
        if let Some(place) = holders.get_mut(id.index()) {
            *place = holds;
        }
    }
    holders
}

/// Which of the schemas that speak of the same value are asked as well.
#[derive(Clone, Copy)]
pub(super) struct With {
    pub(super) parts: bool,
    pub(super) unions: bool,
}

/// Whether null keeps what a schema says, where it is known of those that speak of the same value.
pub(super) fn holds_null(schema: &Schema, node: &Node, holders: &[bool], with: With) -> bool {
    let holds = |id: Id| holders.get(id.index()).copied().unwrap_or(true);
    let logic = &node.logic;
    let is_chosen = match logic.condition {
        Some(condition) if holds(condition) => logic.then.is_none_or(holds),
        Some(_) => logic.otherwise.is_none_or(holds),
        None => true,
    };
    let any_of = logic.any_of.as_ref().filter(|_| with.unions);
    let one_of = logic.one_of.as_ref().filter(|_| with.unions);
    node.dialect.nullable
        || (node.boolean != Some(false)
            && node.types.is_none_or(|types| types.has(TypeSet::NULL))
            && of_values(schema, node).has(TypeSet::NULL)
            && is_chosen
            && logic.not.is_none_or(|id| !holds(id))
            && (!with.parts || node.parts().all(holds))
            && any_of.is_none_or(|branches| branches.iter().any(|id| holds(*id)))
            && one_of.is_none_or(|branches| fits_one(schema, branches, holders)))
}

/// Whether null keeps one branch of a `oneOf`; in OpenAPI 3.0's dialect several may be nullable.
fn fits_one(schema: &Schema, branches: &[Id], holders: &[bool]) -> bool {
    let count = branches.iter().filter(|id| holders.get(id.index()).copied().unwrap_or(true)).count();
    count == 1 || (schema.is_dialect && count > 0)
}
