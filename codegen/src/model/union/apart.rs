//! Which branches of a union no value can be taken for alike.

use crate::model::Model;
use crate::model::ty::{ArrayShape, Field, ObjectShape, Rest, Shape, TyId, UnionShape};
use serde_json::Value;

/// How far members are looked into.
const DEEPEST: u32 = 3;

/// How many branches are compared pair by pair; more are told by the letter.
const MOST_BRANCHES: usize = 1000;

/// Leaves the letter to those unions alone whose branches it is needed for: a value may be of two types, and no tag
/// tells which, as it has none.
pub(in crate::model) fn leave_letters(model: &mut Model) {
    for index in 0..model.types.len() {
        let Some(Shape::Union(shape)) = model.types.get(index).map(|ty| &ty.shape) else { continue };
        if shape.letters.is_empty() || (shape.default_branch().is_none() && !are_all_apart(model, shape)) {
            continue;
        }
        if let Some(Shape::Union(shape)) = model.types.get_mut(index).map(|ty| &mut ty.shape) {
            shape.letters.clear();
        }
    }
}

fn are_all_apart(model: &Model, shape: &UnionShape) -> bool {
    let without_tag = |ty: &TyId| !shape.tag.as_ref().is_some_and(|tag| requires(model, *ty, tag));
    let types: Vec<TyId> = shape.branches.iter().map(|branch| branch.ty).filter(without_tag).collect();
    types.len() <= MOST_BRANCHES
        && types.iter().enumerate().all(|(index, ty)| {
            types.iter().skip(index + 1).all(|other| {
                let is_told = |one, other| takes_no_value(model, one, Some(other), DEEPEST);
                are_apart(model, *ty, *other, DEEPEST)
                    || (!shape.says_more && is_told(*ty, *other) && is_told(*other, *ty))
            })
        })
}

/// Whether a type that is read more widely than its schema says, by its listed values alone, lists what the other one
/// may have in their place: then the support code tells by listed values which of the two a value is. `false` proves
/// nothing.
fn takes_no_value(model: &Model, wide: TyId, other: Option<TyId>, depth: u32) -> bool {
    let (wide, other) = (model.follow(wide), other.map(|other| model.follow(other)));
    let of_other = other.map(|other| &model.ty(other).shape);
    match (&model.ty(wide).shape, of_other) {
        _ if other == Some(wide) => true,
        (shape, _) if lists_nothing(shape) => true,
        (Shape::Values(shape), Some(Shape::Values(other))) => {
            !other.is_said_open && other.listed.iter().all(|value| shape.listed.contains(value))
        }
        (Shape::Tuple(elements), _) => {
            let same = |place: usize| match of_other {
                Some(Shape::Tuple(others)) => others.get(place).copied(),
                _ => None,
            };
            let mut elements = elements.iter().enumerate();
            depth > 0 && elements.all(|(place, ty)| takes_no_value(model, *ty, same(place), depth - 1))
        }
        (Shape::Object(shape), _) => {
            let same = |name: &str| match of_other {
                Some(Shape::Object(other)) => other.field(name).map(|field| field.ty),
                _ => None,
            };
            let has_fields_alone = shape.patterns.is_empty() && matches!(shape.rest, Rest::Ignored | Rest::Kept(None));
            let mut fields = shape.fields.iter();
            let told = |field: &Field| takes_no_value(model, field.ty, same(&field.name), depth - 1);
            depth > 0 && has_fields_alone && fields.all(told)
        }
        _ => false,
    }
}

/// Whether the reading opened no list of values of it.
fn lists_nothing(shape: &Shape) -> bool {
    match shape {
        Shape::Values(shape) => shape.is_said_open || !shape.is_open,
        Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_) | Shape::Null | Shape::Any => true,
        Shape::Array(ArrayShape { item, .. }) | Shape::Map(item) => item.is_none(),
        _ => false,
    }
}

/// Whether objects of a type have a member, which is not null: where no tag tells the branch, they are not of this one.
fn requires(model: &Model, ty: TyId, member: &str) -> bool {
    let Shape::Object(object) = &model.ty(model.follow(ty)).shape else { return false };
    object.field(member).is_some_and(|field| is_there(model, field))
}

fn is_there(model: &Model, field: &Field) -> bool {
    field.is_required && !model.allows_null(field.ty)
}

/// Whether no value but null is read as either type. `false` proves nothing.
fn are_apart(model: &Model, one: TyId, other: TyId, depth: u32) -> bool {
    match (&model.ty(model.follow(one)).shape, &model.ty(model.follow(other)).shape) {
        (Shape::Values(one), Shape::Values(other)) if !one.is_open && !other.is_open => {
            one.listed.iter().all(|value| !other.listed.contains(value))
        }
        (Shape::Object(one), Shape::Object(other)) => depth > 0 && are_objects_apart(model, one, other, depth - 1),
        (Shape::Tuple(one), Shape::Tuple(other)) => {
            one.len() != other.len() || are_tuples_apart(model, one, other, depth)
        }
        (one, other) => json_type(one).zip(json_type(other)).is_some_and(|(one, other)| one != other),
    }
}

/// Whether a member that one of them requires is of another type in the other one.
fn are_objects_apart(model: &Model, one: &ObjectShape, other: &ObjectShape, depth: u32) -> bool {
    one.fields.iter().any(|field| {
        let Some(known) = other.field(&field.name) else { return false };
        (is_there(model, field) || is_there(model, known)) && are_apart(model, field.ty, known.ty, depth)
    })
}

/// Whether an element of one of them, which is not null in both, is of another type in the other one.
fn are_tuples_apart(model: &Model, one: &[TyId], other: &[TyId], depth: u32) -> bool {
    depth > 0
        && one.iter().zip(other).any(|(one, other)| {
            let may_be_null = model.allows_null(*one) && model.allows_null(*other);
            !may_be_null && are_apart(model, *one, *other, depth - 1)
        })
}

/// The one type that values have in JSON; nothing where they may be of several.
fn json_type(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Boolean => Some("boolean"),
        Shape::Integer(_) | Shape::Number(_) => Some("number"),
        Shape::Text(_) => Some("string"),
        Shape::Array(_) | Shape::Tuple(_) => Some("array"),
        Shape::Map(_) | Shape::Object(_) => Some("object"),
        Shape::Values(shape) if shape.listed.iter().all(Value::is_string) => Some("string"),
        _ => None,
    }
}
