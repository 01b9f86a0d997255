//! What a type is, in the words of a schema, for showing and comparing.

use super::kind::{Members, Unlisted, members, unlisted};
use crate::model::{Model, Shape, Ty, TyId, UnionKeyword};
use crate::plan::Demand;
use crate::pointer;
use crate::project::in_place;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What kind of value a type describes, without what is said about it and whether null is one.
pub(super) fn described(model: &Model, id: TyId) -> Value {
    Value::Object(describe(model, id, 0))
}

/// As [`described`], and whether null is allowed.
pub(super) fn described_with_null(model: &Model, id: TyId, null: bool) -> Value {
    let mut shown = describe(model, id, 0);
    shown.extend(null.then(|| ("nullable".to_owned(), Value::Bool(true))));
    Value::Object(shown)
}

/// How far types inside are written out; deeper ones are named by the pointer of their schema.
const DEEPEST: u32 = 3;

fn describe(model: &Model, id: TyId, depth: u32) -> Map<String, Value> {
    let ty = model.ty(model.follow(id));
    let mut shown = of_shape(model, ty, depth);
    for schema in in_place(model, &ty.demands()) {
        let Value::Object(members) = schema else { continue };
        for (keyword, value) in members {
            shown.entry(keyword).or_insert(value);
        }
    }
    shown
}

fn inner(model: &Model, id: TyId, depth: u32) -> Value {
    if depth >= DEEPEST && !model.ty(model.follow(id)).shape.inner().is_empty() {
        return json!({"$ref": pointer::reference(&model.ty(model.follow(id)).at)});
    }
    let mut shown = describe(model, id, depth + 1);
    shown.extend(model.allows_null(id).then(|| ("nullable".to_owned(), Value::Bool(true))));
    Value::Object(shown)
}

fn of_shape(model: &Model, ty: &Ty, depth: u32) -> Map<String, Value> {
    let shown = match &ty.shape {
        Shape::Any | Shape::Ref(_) => json!({}),
        Shape::Never => json!({"not": {}}),
        Shape::Null => json!({"type": "null"}),
        Shape::Boolean => json!({"type": "boolean"}),
        Shape::Integer(shape) => match shape.format.filter(|format| *format != "int64") {
            Some(format) => json!({"type": "integer", "format": format}),
            None => json!({"type": "integer"}),
        },
        Shape::Number(_) => json!({"type": "number"}),
        Shape::Text(_) => json!({"type": "string"}),
        Shape::Values(shape) if shape.is_open => json!({"enum": shape.listed, "x-speakeasy-unknown-values": "allow"}),
        Shape::Values(shape) => json!({"enum": shape.listed}),
        Shape::Array(shape) => match shape.item {
            Some(item) => json!({"type": "array", "items": inner(model, item, depth)}),
            None => json!({"type": "array"}),
        },
        Shape::Tuple(elements) => {
            let elements: Vec<Value> = elements.iter().map(|element| inner(model, *element, depth)).collect();
            json!({"type": "array", "prefixItems": elements})
        }
        Shape::Map(_) | Shape::Object(_) => return object(model, &ty.shape, depth),
        Shape::Union(shape) => {
            let branches: Vec<Value> = shape.branches.iter().map(|branch| inner(model, branch.ty, depth)).collect();
            match &shape.tag {
                Some(tag) => json!({(keyword(shape.keyword)): branches, "discriminator": {"propertyName": tag}}),
                None => json!({(keyword(shape.keyword)): branches}),
            }
        }
    };
    match shown {
        Value::Object(shown) => shown,
        _ => Map::new(),
    }
}

fn object(model: &Model, shape: &Shape, depth: u32) -> Map<String, Value> {
    let mut shown = Map::from_iter([("type".to_owned(), Value::from("object"))]);
    let Some(members) = members(shape) else { return shown };
    let properties: Map<String, Value> =
        members.fields.iter().map(|field| (field.name.clone(), inner(model, field.ty, depth))).collect();
    if !properties.is_empty() {
        shown.insert("properties".to_owned(), Value::Object(properties));
    }
    let required: Vec<&str> =
        members.fields.iter().filter(|field| field.is_required).map(|field| field.name.as_str()).collect();
    if !required.is_empty() {
        shown.insert("required".to_owned(), json!(required));
    }
    if !members.patterns.is_empty() {
        shown.insert("patternProperties".to_owned(), by_pattern(model, members, depth));
    }
    match unlisted(model, members.rest) {
        Unlisted::Any => {}
        Unlisted::Closed => drop(shown.insert("additionalProperties".to_owned(), Value::Bool(false))),
        Unlisted::Typed(value) => drop(shown.insert("additionalProperties".to_owned(), inner(model, value, depth))),
    }
    shown
}

/// What an object may hold beside what it lists.
pub(super) fn described_rest(model: &Model, members: Members<'_>, unlisted: Unlisted) -> Value {
    let others = match unlisted {
        Unlisted::Closed => Value::Bool(false),
        Unlisted::Any => Value::Bool(true),
        Unlisted::Typed(value) => inner(model, value, 0),
    };
    if members.patterns.is_empty() {
        return others;
    }
    json!({"patternProperties": by_pattern(model, members, 0), "additionalProperties": others})
}

fn by_pattern(model: &Model, members: Members<'_>, depth: u32) -> Value {
    let described = members.patterns.iter().map(|members| {
        let value = members.value.map_or(Value::Bool(true), |value| inner(model, value, depth));
        (members.pattern.clone(), value)
    });
    Value::Object(described.collect())
}

pub(super) fn keyword(keyword: UnionKeyword) -> &'static str {
    match keyword {
        UnionKeyword::OneOf => "oneOf",
        UnionKeyword::AnyOf => "anyOf",
    }
}

/// The demands of a type by the keyword that makes them, as schemas.
pub(super) fn checks(model: &Model, demands: &[Demand]) -> Vec<(&'static str, Value)> {
    demands.iter().map(Demand::keyword).zip(in_place(model, demands)).collect()
}

/// The pointers of the schemas of a type and of all inside it, also by reference.
pub(super) fn reach(model: &Model, id: TyId, reached: &mut BTreeSet<String>) {
    let (mut open, mut seen) = (vec![id], BTreeSet::new());
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let ty = model.ty(id);
            reached.insert(ty.at.clone());
            open.extend(ty.shape.inner());
        }
    }
}
