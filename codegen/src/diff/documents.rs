//! Documents that show a difference: the least one that reaches the place, with telling values there.

use super::found::{Found, Step, What};
use super::least::{Maker, tagged, with};
use super::spot::{branches, follow, property};
use crate::lower::Schema;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One of the two schemas of a difference.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Old,
    New,
}

/// Documents as the writer's side could send them, the shortest first; not all are allowed there.
pub(super) fn documents(found: &Found, writer: Which, old: &Schema, new: &Schema) -> Vec<Value> {
    let definitions = if writer == Which::Old { old } else { new };
    let entry = if writer == Which::Old { &found.entry.0 } else { &found.entry.1 };
    let Some(start) = definitions.get(entry).and_then(Value::as_object) else { return Vec::new() };
    let mut texts = BTreeSet::new();
    let mut documents = Vec::new();
    let around = unions_around(found, writer, definitions, start);
    for (trail, leaves) in std::iter::once(leaves(found, old, new)).chain(around) {
        for (leaf, with_tags) in leaves.iter().flat_map(|leaf| [(leaf, true), (leaf, false)]) {
            let host = Host { maker: Maker { definitions }, writer, with_tags };
            let document = host.build(start, &trail, leaf.as_ref());
            documents.extend(document.filter(|document| texts.insert(document.to_string())));
        }
    }
    documents.sort_by_cached_key(|document| (document.to_string().len(), document.to_string()));
    documents
}

/// What to put where, nothing for absence.
type Leaves = (Vec<Step>, Vec<Option<Value>>);

/// A branch that changes may come to fit, or no longer to fit, what is meant for another branch.
fn unions_around(found: &Found, writer: Which, definitions: &Schema, start: &Schema) -> Vec<Leaves> {
    let mut around = Vec::new();
    let mut schema = Some(follow(definitions, start));
    for (index, step) in found.trail.iter().enumerate() {
        let Some(here) = schema else { break };
        if matches!(step, Step::Branch { .. }) {
            let values = Maker { definitions }.values(here).into_iter().map(Some).collect();
            around.push((found.trail.iter().take(index).cloned().collect(), values));
        }
        schema = inside(here, step, writer).map(|inner| follow(definitions, inner));
    }
    around
}

/// The schema at the end of a step.
fn inside<'d>(schema: &'d Schema, step: &Step, writer: Which) -> Option<&'d Schema> {
    match step {
        Step::Property(name) => property(schema, name),
        Step::Item => schema.get("items")?.as_object(),
        Step::Unlisted => schema.get("additionalProperties")?.as_object(),
        Step::Branch { old, new } => {
            let index = if writer == Which::Old { *old } else { *new };
            branches(schema)?.1.get(index)?.as_object()
        }
    }
}

fn leaves(found: &Found, old: &Schema, new: &Schema) -> Leaves {
    let sides = [(old, found.old.find(old)), (new, found.new.find(new))];
    let mut trail = found.trail.clone();
    let mut leaves: Vec<Option<Value>> = Vec::new();
    for (definitions, schema) in sides {
        let Some(schema) = schema else { continue };
        let place = match &found.what {
            What::Property { name, .. } | What::Required { name, .. } => property(schema, name),
            _ => Some(schema),
        };
        let values = place.map(|place| Maker { definitions }.values(place)).unwrap_or_default();
        leaves.extend(values.into_iter().map(Some));
    }
    if let What::Property { name, .. } | What::Required { name, .. } = &found.what {
        trail.push(Step::Property(name.clone()));
        leaves.push(None);
    }
    leaves.extend(anything().into_iter().map(Some));
    (trail, leaves)
}

/// A value of each type, and some at the edges of what types hold.
fn anything() -> Vec<Value> {
    let numbers =
        vec![json!(0), json!(0.5), json!(1.0), json!(2_147_483_648_u64), json!(9_223_372_036_854_775_808_u64)];
    let others =
        vec![json!(null), json!(true), json!(""), json!("a"), json!("unlisted"), json!([]), json!([0]), json!({})];
    numbers.into_iter().chain(others).collect()
}

#[derive(Clone, Copy)]
struct Host<'d> {
    maker: Maker<'d>,
    writer: Which,
    /// Whether a branch gets the tag that means it.
    with_tags: bool,
}

impl<'d> Host<'d> {
    /// The least value that has the leaf at the end of the trail.
    fn build(self, schema: &'d Schema, trail: &[Step], leaf: Option<&Value>) -> Option<Value> {
        let schema = follow(self.maker.definitions, schema);
        let Some((step, rest)) = trail.split_first() else { return leaf.cloned() };
        let inner = match rest {
            [] => leaf.cloned(),
            rest => Some(self.build(inside(schema, step, self.writer)?, rest, leaf)?),
        };
        match step {
            Step::Property(name) => Some(with(&self.maker.least_without(schema, name)?, name, inner)),
            Step::Item => Some(json!([inner?])),
            Step::Unlisted => Some(with(&self.maker.least(schema)?, "unlisted", Some(inner?))),
            Step::Branch { old, new } => {
                let index = if self.writer == Which::Old { *old } else { *new };
                Some(if self.with_tags { tagged(schema, index, inner?) } else { inner? })
            }
        }
    }
}
