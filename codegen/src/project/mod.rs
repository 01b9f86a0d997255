//! What the later stages need of a model: the plain schema for typify, and the Plan.

mod choice;
mod clashes;
mod foreign;
mod groups;
mod keywords;
mod meaning;
mod nameless;
mod naming;
mod own_name;
mod place;
mod plain;
mod plan;
mod rules;
mod seen;
mod selection;
mod twin;
mod twin_arrays;
mod twin_patterns;
mod twin_scalars;
mod united;
mod uses;
mod wanted;
mod wishes;
mod words;

use crate::custom::{Customisation, Looks, TypeLooks};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::model::{Model, Shape, TyId};
use crate::plan::{CustomPlan, LooksPlan, Plan};
pub(crate) use keywords::in_place;
use naming::Naming;
use plain::{Pending, Plain};
use rules::Rules;
pub(crate) use selection::{Selection, stem};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
pub(crate) use twin::{twin, twin_of};
use united::United;
pub(crate) use wanted::Wanted;
use wishes::Wishes;
pub(crate) use words::value_of;

/// What the later stages are given.
#[derive(Clone, Debug)]
pub(crate) struct Projected {
    /// Draft-07, with nothing of the dialect in it and Rust names for all names.
    pub(crate) schema: Value,
    pub(crate) plan: Plan,
    /// What is worth knowing although types can be made.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The schemas that types of the user's own stand for, each with the path of the type.
    pub(crate) replaced: Vec<(String, String)>,
    /// What of the customisation cannot be done, or matched nothing.
    pub(crate) about_custom: Vec<Diagnostic>,
}

/// What the types are made of besides the model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'s> {
    pub(crate) document: &'s Document,
    pub(crate) selection: &'s Selection,
    pub(crate) custom: &'s Customisation,
}

/// Names the types of a model, and says each as a plain schema and a Plan.
///
/// A second time, where the first shows what unions are called whose branches have enums alike.
pub(crate) fn project(model: &Model, subject: Subject<'_>) -> Projected {
    let apart = United::default();
    let (projected, before) = write(model, subject, &apart);
    let united = United::of(model, &Wishes::of(subject.custom, subject.document, model), &before);
    if united.is_empty() {
        return projected;
    }
    let (mut projected, after) = write(model, subject, &united);
    projected.diagnostics.extend(united.note(model, &before, &after));
    projected
}

/// What the later stages are given, and what each type is called.
fn write(model: &Model, subject: Subject<'_>, united: &United) -> (Projected, BTreeMap<TyId, String>) {
    let wishes = Wishes::of(subject.custom, subject.document, model);
    let mut naming = Naming::new(model, subject.selection, &wishes, united);
    let mut rules = Rules::new(model);
    let mut definitions = Map::new();
    let mut plan = Plan { whole_numbers: model.whole_numbers, ..Plan::default() };
    let mut open: Vec<Pending> = naming
        .definitions()
        .into_iter()
        .map(|(name, id)| Pending { holds_null: naming.holds_null(id), name, id })
        .collect();
    plan.root = naming.root.and_then(|root| naming.name(root).cloned());
    open.reverse();
    while let Some(next) = open.pop() {
        let mut writer = Plain { naming: &mut naming, found: Vec::new() };
        let (mut schema, id) = define(&mut writer, &next);
        let found = writer.found;
        let rule = id.and_then(|id| rules.of_type(id));
        let mut planned = match id {
            Some(id) => plan::type_plan(&naming, &next.name, id, &mut schema, rule),
            None => plan::nullable_root(&naming, &next.name, next.id),
        };
        rules.letters_of(&mut planned.shape);
        plan.types.push(planned);
        definitions.insert(next.name, schema);
        open.extend(found.into_iter().rev());
    }
    plan.rules = rules.finish();
    seen::see_members(&mut plan);
    plan.groups = groups::groups(subject.selection, &plan.types);
    let draft = "http://json-schema.org/draft-07/schema#";
    let schema = plain::schema([("$schema", draft.into()), ("definitions", definitions.into())]);
    let Naming { root, diagnostics, names, .. } = naming;
    let mut about_custom = wishes.foreign.wrong(model, root);
    plan.custom = (*subject.custom != Customisation::default()).then(|| custom_plan(subject.custom, &wishes));
    about_custom.extend(looks_of_nothing(subject.custom, &plan));
    let replaced = wishes.foreign.places(model);
    about_custom.extend(wishes.finish());
    (Projected { schema, plan, diagnostics, replaced, about_custom }, names)
}

fn custom_plan(custom: &Customisation, wishes: &Wishes<'_>) -> CustomPlan {
    let Looks { visibility, map, types } = custom.looks.clone();
    let looks =
        types.into_iter().map(|TypeLooks { name, derives, attributes, .. }| LooksPlan { name, derives, attributes });
    let visibility = visibility.map(|(_, text)| text);
    CustomPlan { foreign: wishes.foreign.plan(), visibility, map, looks: looks.collect() }
}

/// What is said about types that there are not.
fn looks_of_nothing<'s>(custom: &'s Customisation, plan: &'s Plan) -> impl Iterator<Item = Diagnostic> + use<'s> {
    let is_made = |looks: &&TypeLooks| plan.types.iter().any(|planned| planned.name == looks.name);
    custom.looks.types.iter().filter(move |looks| !is_made(looks)).map(|looks| {
        let names = plan.types.iter().map(|planned| planned.name.clone()).collect();
        looks.entry.error(
            Code::NothingMatches,
            format!("no type is called `{}`", looks.name),
            format!("write the Rust name of a type of this module; {}", choice::nearest(names, &looks.name)),
        )
    })
}

/// The plain schema of a type; a root that allows null holds the type proper.
fn define(plain: &mut Plain<'_, '_>, next: &Pending) -> (Value, Option<TyId>) {
    let model = plain.naming.model;
    if !next.holds_null || matches!(model.ty(next.id).shape, Shape::Any | Shape::Null) {
        return (plain.definition(&next.name, next.id), Some(next.id));
    }
    let inner = format!("{}Value", next.name);
    let value = if model.ty(next.id).is_own_type() {
        plain.naming.take(&inner, next.id);
        plain.found.push(Pending { name: inner.clone(), id: next.id, holds_null: false });
        json!({"$ref": format!("#/definitions/{inner}")})
    } else {
        plain.definition(&inner, next.id)
    };
    (plain::schema([("oneOf", vec![value, json!({"type": "null"})].into())]), None)
}
