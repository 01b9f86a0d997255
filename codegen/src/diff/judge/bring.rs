//! A schema with one difference taken over from another.

use crate::diff::found::What;
use crate::diff::kind::{Unlisted, members, unlisted};
use crate::model::{Field, Grafted, Model, ObjectShape, Rest, Shape, Ty, TyId, UnionKeyword, UnionShape, ValuesShape};
use serde_json::Value;

/// A model with a type of its own made like one of the other's in one respect: `what` leads from the one to the other.
pub(super) fn bring(what: &What, (own, here): (&Model, TyId), (other, there): (&Model, TyId)) -> Model {
    let mut grafted = Grafted::new(own, other);
    let there = grafted.foreign(there);
    let model = &grafted.model;
    let null = (model.allows_null(here), model.allows_null(there));
    let target = model.ty(model.follow(here)).clone();
    let theirs = model.ty(model.follow(there)).clone();
    let beside = members(&theirs.shape).map(|members| unlisted(model, members.rest));
    if let Some(mine) = grafted.ty_mut(here) {
        match what {
            // Null is a difference of its own.
            What::Type => *mine = Ty { null: null.0, ..theirs.clone() },
            What::WholeNumbers => {}
            What::Null { .. } => *mine = Ty { null: null.1, ..target },
            what => bring_to(what, mine, &theirs, beside),
        }
    }
    if *what == What::WholeNumbers {
        grafted.model.whole_numbers = other.whole_numbers;
    }
    grafted.model
}

fn bring_to(what: &What, own: &mut Ty, other: &Ty, beside: Option<Unlisted>) {
    match what {
        What::Check(keyword) => bring_check(own, other, keyword),
        What::Property { name, .. } => with_object(own, |object| bring_field(object, other, name)),
        What::Required { name, .. } => with_object(own, |object| {
            let is_required = members(&other.shape).is_some_and(|theirs| theirs.requires(name));
            if let Some(field) = object.fields.iter_mut().find(|field| field.name == *name) {
                field.is_required = is_required;
            }
        }),
        What::Unlisted => with_object(own, |object| {
            object.patterns = members(&other.shape).map(|theirs| theirs.patterns.to_vec()).unwrap_or_default();
            object.rest = match beside {
                Some(Unlisted::Closed) => Rest::Refused,
                Some(Unlisted::Typed(value)) => Rest::Kept(Some(value)),
                Some(Unlisted::Any) | None => Rest::Kept(None),
            };
        }),
        What::Conditions => with_object(own, |object| {
            object.any_of = members(&other.shape).map(|theirs| theirs.any_of.to_vec()).unwrap_or_default();
        }),
        _ => match (&mut own.shape, &other.shape) {
            (Shape::Values(own), Shape::Values(other)) => bring_values(what, own, other),
            (Shape::Array(own), Shape::Array(other)) if *what == What::Items => own.item = other.item,
            (Shape::Integer(own), Shape::Integer(other)) if *what == What::Width => own.format = other.format,
            (Shape::Union(own), Shape::Union(other)) => bring_union(what, own, other),
            _ => {}
        },
    }
}

fn bring_check(own: &mut Ty, other: &Ty, keyword: &str) {
    let mut demands = own.demands();
    demands.retain(|demand| demand.keyword() != keyword);
    demands.extend(other.demands().into_iter().filter(|demand| demand.keyword() == keyword));
    own.take_off_demands();
    own.rule = demands;
}

/// Changes an object, also one of which no member is known by name.
fn with_object(own: &mut Ty, change: impl FnOnce(&mut ObjectShape)) {
    let Some(members) = members(&own.shape) else { return };
    let mut object = ObjectShape {
        fields: members.fields.to_vec(),
        patterns: members.patterns.to_vec(),
        rest: members.rest,
        any_of: members.any_of.to_vec(),
    };
    change(&mut object);
    own.shape = Shape::Object(object);
}

fn bring_field(own: &mut ObjectShape, other: &Ty, name: &str) {
    let theirs: Option<&Field> = members(&other.shape).and_then(|members| members.field(name));
    own.fields.retain(|field| field.name != name);
    own.fields.extend(theirs.cloned());
}

fn bring_values(what: &What, own: &mut ValuesShape, other: &ValuesShape) {
    match what {
        What::Values { values, .. } => {
            let is_meant = |value: &&Value| values.contains(value);
            own.listed.retain(|value| !values.contains(value));
            own.listed.extend(other.listed.iter().filter(is_meant).cloned());
        }
        What::Open { .. } => {
            (own.is_open, own.is_said_open) = (other.is_open, other.is_said_open);
        }
        _ => {}
    }
}

fn bring_union(what: &What, own: &mut UnionShape, other: &UnionShape) {
    match what {
        What::Branch { index, added: true } => own.branches.extend(other.branches.get(*index).cloned()),
        What::Branch { index, added: false } if *index < own.branches.len() => drop(own.branches.remove(*index)),
        What::Tag { pairs } => {
            own.tag.clone_from(&other.tag);
            for (mine, theirs) in pairs {
                if let (Some(mine), Some(theirs)) = (own.branches.get_mut(*mine), other.branches.get(*theirs)) {
                    mine.tags.clone_from(&theirs.tags);
                    mine.is_default = theirs.is_default;
                }
            }
        }
        What::UnionKind => {
            own.keyword = match own.keyword {
                UnionKeyword::OneOf => UnionKeyword::AnyOf,
                UnionKeyword::AnyOf => UnionKeyword::OneOf,
            };
        }
        _ => {}
    }
}
