//! What the later stages need of a model: the plain schema for typify, and the Plan.

mod choice;
mod clashes;
mod keywords;
mod meaning;
mod nameless;
mod naming;
mod place;
mod plain;
mod plan;
mod rules;
mod selection;
mod twin;
mod twin_arrays;
mod twin_patterns;
mod twin_scalars;
mod united;
mod wanted;
mod words;

use crate::diagnostic::Diagnostic;
use crate::model::{Model, Shape, TyId};
use crate::plan::Plan;
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
pub(crate) use words::value_of;

/// What the later stages are given.
#[derive(Clone, Debug)]
pub(crate) struct Projected {
    /// Draft-07, with nothing of the dialect in it and Rust names for all names.
    pub(crate) schema: Value,
    pub(crate) plan: Plan,
    /// What is worth knowing although types can be made.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Names the types of a model, and says each as a plain schema and a Plan.
///
/// A second time, where the first shows what unions are called whose branches have enums alike.
pub(crate) fn project(model: &Model, selection: &Selection) -> Projected {
    let apart = United::default();
    let (projected, before) = write(model, selection, &apart);
    let united = United::of(model, &before);
    if united.is_empty() {
        return projected;
    }
    let (mut projected, after) = write(model, selection, &united);
    projected.diagnostics.extend(united.note(model, &before, &after));
    projected
}

/// What the later stages are given, and what each type is called.
fn write(model: &Model, selection: &Selection, united: &United) -> (Projected, BTreeMap<TyId, String>) {
    let mut naming = Naming::new(model, selection, united);
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
    let schema = json!({"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions});
    (Projected { schema, plan, diagnostics: naming.diagnostics }, naming.names)
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
    (json!({"oneOf": [value, {"type": "null"}]}), None)
}
