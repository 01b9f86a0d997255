//! Parts of two types that are compared without looking into others.

use crate::diff::kind::{Kind, Members, holds_null, kind};
use crate::model::{Model, Shape, TyId, ValuesShape};
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) fn covers_values(sent: &ValuesShape, read: &ValuesShape) -> bool {
    let all_strings = |shape: &ValuesShape| shape.listed.iter().all(Value::is_string);
    match (sent.is_open, read.is_open) {
        (_, true) if all_strings(sent) && all_strings(read) => true,
        (false, _) => sent.listed.iter().all(|value| read.listed.contains(value)),
        (true, _) => false,
    }
}

/// Listed values, where the reader lists none.
pub(super) fn covers_listed(sent: &ValuesShape, read: &Shape) -> bool {
    let all = |is_of: fn(&Value) -> bool| sent.listed.iter().all(is_of);
    match read {
        Shape::Text(_) => all(Value::is_string),
        Shape::Number(_) => !sent.is_open && all(Value::is_number),
        Shape::Integer(shape) => !sent.is_open && shape.format.is_none() && all(Value::is_i64),
        Shape::Boolean => !sent.is_open && all(Value::is_boolean),
        _ => false,
    }
}

/// One of the reader's lists is present wherever one of the writer's is, or is always required.
pub(super) fn covers_conditions(sent: Members<'_>, read: Members<'_>) -> bool {
    let always: BTreeSet<&str> =
        sent.fields.iter().filter(|field| field.is_required).map(|field| field.name.as_str()).collect();
    let meets = |present: &BTreeSet<&str>| {
        read.any_of.iter().any(|names| names.iter().all(|name| present.contains(name.as_str())))
    };
    read.any_of.is_empty()
        || meets(&always)
        || (!sent.any_of.is_empty()
            && sent
                .any_of
                .iter()
                .all(|names| meets(&names.iter().map(String::as_str).chain(always.iter().copied()).collect())))
}

/// Whether no value is of both types, as far as their kinds tell.
pub(super) fn are_disjoint((one, this): (&Model, TyId), (other, that): (&Model, TyId)) -> bool {
    let shapes = (&one.ty(one.follow(this)).shape, &other.ty(other.follow(that)).shape);
    let may_be_null = holds_null(one, this) && holds_null(other, that);
    !may_be_null
        && match shapes {
            (Shape::Values(one), Shape::Values(other)) if !one.is_open && !other.is_open => {
                one.listed.iter().all(|value| !other.listed.contains(value))
            }
            (one, other) => match (json_types(one), json_types(other)) {
                (Some(one), Some(other)) => one.is_disjoint(&other),
                _ => false,
            },
        }
}

/// The types that values of a shape have in JSON, null aside; nothing where they may be of any.
fn json_types(shape: &Shape) -> Option<BTreeSet<&'static str>> {
    let of = |name| Some(BTreeSet::from([name]));
    match (kind(shape), shape) {
        (Kind::Never | Kind::Null, _) => Some(BTreeSet::new()),
        (Kind::Boolean, _) => of("boolean"),
        (Kind::Integer | Kind::Number, _) => of("number"),
        (Kind::String, _) => of("string"),
        (Kind::Array | Kind::Tuple(_), _) => of("array"),
        (Kind::Object, _) => of("object"),
        (_, Shape::Values(shape)) => shape.listed.iter().map(json_type).collect(),
        _ => None,
    }
}

fn json_type(value: &Value) -> Option<&'static str> {
    match value {
        Value::Bool(_) => Some("boolean"),
        Value::Number(_) => Some("number"),
        Value::String(_) => Some("string"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
