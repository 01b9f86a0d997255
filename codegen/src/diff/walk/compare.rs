//! How two types of one kind differ, and which types inside them are to be compared in turn.

use super::compare_objects::compare_objects;
use super::compare_unions::compare_unions;
use super::pair::{Next, Pair};
use crate::diff::describe::{checks, described};
use crate::diff::found::What;
use crate::diff::kind::{members, says_anything};
use crate::diff::place::{Step, Which};
use crate::model::{IntegerShape, Model, Shape, TyId, ValuesShape};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// All that two types of one kind differ in, null, names and documentation aside.
pub(super) fn compare(pair: Pair<'_>) -> Vec<Next> {
    let mut next = Vec::new();
    let (one, other) = (&pair.ty(Which::Old).shape, &pair.ty(Which::New).shape);
    match (one, other) {
        (Shape::Array(one), Shape::Array(other)) => next.extend(compare_items(pair, one.item, other.item)),
        (Shape::Tuple(one), Shape::Tuple(other)) => {
            let places = one.iter().zip(other).enumerate();
            next.extend(places.map(|(at, (old, new))| Next::Compare { step: Step::Place(at), old: *old, new: *new }));
        }
        (Shape::Values(one), Shape::Values(other)) => compare_values(pair, one, other, &mut next),
        (Shape::Integer(one), Shape::Integer(other)) => next.extend(compare_widths(pair, one, other)),
        (Shape::Union(one), Shape::Union(other)) => next.extend(compare_unions(pair, one, other)),
        _ => {
            if let (Some(one), Some(other)) = (members(one), members(other)) {
                next.extend(compare_objects(pair, one, other));
            }
        }
    }
    compare_checks(pair, &mut next);
    next
}

/// Elements that nothing is said about may be anything.
fn compare_items(pair: Pair<'_>, one: Option<TyId>, other: Option<TyId>) -> Option<Next> {
    let told = |model: &Model, item: Option<TyId>| item.filter(|item| says_anything(model, *item));
    match (told(pair.models.0, one), told(pair.models.1, other)) {
        (Some(old), Some(new)) => Some(Next::Compare { step: Step::Item, old, new }),
        (None, None) => None,
        (old, new) => {
            let shown = |model, item: Option<TyId>| item.map(|item| described(model, item));
            let shown = (shown(pair.models.0, old), shown(pair.models.1, new));
            Some(Next::differs(pair.difference(What::Items, shown)))
        }
    }
}

fn compare_values(pair: Pair<'_>, one: &ValuesShape, other: &ValuesShape, next: &mut Vec<Next>) {
    for (here, there, added) in [(one, other, true), (other, one, false)] {
        let only = there.listed.iter().filter(|value| !here.listed.contains(value));
        let values: Vec<Value> = only.cloned().collect();
        if !values.is_empty() {
            let shown = (Some(json!(one.listed)), Some(json!(other.listed)));
            next.push(Next::differs(pair.difference(What::Values { values, added }, shown)));
        }
    }
    if one.is_open != other.is_open {
        let word = |open: bool| Some(Value::from(if open { "any string" } else { "the listed values" }));
        let what = What::Open { now: other.is_open };
        next.push(Next::differs(pair.difference(what, (word(one.is_open), word(other.is_open)))));
    }
}

/// OpenAPI 3.0.3, "Data Types": an integer without a format has no other bounds here than int64.
fn compare_widths(pair: Pair<'_>, one: &IntegerShape, other: &IntegerShape) -> Option<Next> {
    let shown =
        |shape: &IntegerShape| shape.format.filter(|format| *format != "int64").map(|format| json!({"format": format}));
    let shown = (shown(one), shown(other));
    (shown.0 != shown.1).then(|| Next::differs(pair.difference(What::Width, shown)))
}

fn compare_checks(pair: Pair<'_>, next: &mut Vec<Next>) {
    let (one, other) = pair.each(|model, id| checks(model, &model.ty(id).demands()));
    let mut keywords: Vec<&'static str> = Vec::new();
    for (keyword, _) in one.iter().chain(&other) {
        if !keywords.contains(keyword) {
            keywords.push(keyword);
        }
    }
    for keyword in keywords {
        let of = |checks: &[(&'static str, Value)]| -> BTreeSet<String> {
            checks.iter().filter(|(own, _)| *own == keyword).map(|(_, value)| value.to_string()).collect()
        };
        if of(&one) != of(&other) {
            let shown = (shown_checks(&one, keyword), shown_checks(&other, keyword));
            next.push(Next::differs(pair.difference(What::Check(keyword), shown)));
        }
    }
}

fn shown_checks(checks: &[(&'static str, Value)], keyword: &str) -> Option<Value> {
    let mut own: Vec<Value> =
        checks.iter().filter(|(other, _)| *other == keyword).map(|(_, value)| value.clone()).collect();
    match own.len() {
        0 => None,
        1 => own.pop(),
        _ => Some(json!({"allOf": own})),
    }
}
