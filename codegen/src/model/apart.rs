//! Which branches of a union no value can be taken for alike.

use super::Model;
use super::ty::{ObjectShape, Shape, TyId, UnionShape};
use serde_json::Value;

/// How far members are looked into.
const DEEPEST: u32 = 3;

/// How many branches are compared pair by pair; more are told by the letter.
const MOST_BRANCHES: usize = 1000;

/// Leaves the letter to those unions alone whose branches it is needed for: a value may be of two types, and no tag
/// tells which.
pub(super) fn leave_letters(model: &mut Model) {
    for index in 0..model.types.len() {
        let Some(Shape::Union(shape)) = model.types.get(index).map(|ty| &ty.shape) else { continue };
        if shape.letters.is_empty() || (shape.tag.is_none() && !are_all_apart(model, shape)) {
            continue;
        }
        if let Some(Shape::Union(shape)) = model.types.get_mut(index).map(|ty| &mut ty.shape) {
            shape.letters.clear();
        }
    }
}

fn are_all_apart(model: &Model, shape: &UnionShape) -> bool {
    let is_short = shape.branches.len() <= MOST_BRANCHES;
    is_short
        && shape.branches.iter().enumerate().all(|(index, branch)| {
            shape.branches.iter().skip(index + 1).all(|other| are_apart(model, branch.ty, other.ty, DEEPEST))
        })
}

/// Whether no value but null is read as either type. `false` proves nothing.
fn are_apart(model: &Model, one: TyId, other: TyId, depth: u32) -> bool {
    match (&model.ty(model.follow(one)).shape, &model.ty(model.follow(other)).shape) {
        (Shape::Values(one), Shape::Values(other)) if !one.is_open && !other.is_open => {
            one.listed.iter().all(|value| !other.listed.contains(value))
        }
        (Shape::Object(one), Shape::Object(other)) => depth > 0 && are_objects_apart(model, one, other, depth - 1),
        (one, other) => json_type(one).zip(json_type(other)).is_some_and(|(one, other)| one != other),
    }
}

/// Whether a member that one of them requires is of another type in the other one.
fn are_objects_apart(model: &Model, one: &ObjectShape, other: &ObjectShape, depth: u32) -> bool {
    one.fields.iter().any(|field| {
        let Some(known) = other.field(&field.name) else { return false };
        let requires = |field: &super::ty::Field| field.is_required && !model.allows_null(field.ty);
        (requires(field) || requires(known)) && are_apart(model, field.ty, known.ty, depth)
    })
}

/// The one type that values have in JSON; nothing where they may be of several.
fn json_type(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Boolean => Some("boolean"),
        Shape::Integer(_) | Shape::Number(_) => Some("number"),
        Shape::Text(_) => Some("string"),
        Shape::Array(_) => Some("array"),
        Shape::Map(_) | Shape::Object(_) => Some("object"),
        Shape::Values(shape) if shape.listed.iter().all(Value::is_string) => Some("string"),
        _ => None,
    }
}
