//! Samples that show a difference: the least value that reaches the place, with telling values there.

pub(super) mod least;
mod named;
mod numbers;
mod strings;
mod with;

use super::found::{Found, What};
use super::kind::{Kind, kind, members};
use super::place::{Step, Which, inside};
use crate::model::{Model, Shape, TyId};
use least::{Maker, tagged_in};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use with::{with, with_element};

/// Values as the writer's side could send them, the shortest first; not all are allowed there.
///
/// Those with the difference in its place come before those that have it in another branch of a union.
pub(super) fn samples(found: &Found, writer: Which, models: (&Model, &Model)) -> Vec<Value> {
    let model = writer.of(models);
    let Some(start) = model.definition(found.entry(writer)) else { return Vec::new() };
    let at_place = ends(found, models);
    let on_other_ways =
        found.other_trails.iter().map(|trail| ends(&Found { trail: trail.clone(), ..found.clone() }, models));
    let beside = in_other_branches(&at_place, writer, model, start).into_iter().chain(on_other_ways).collect();
    let around = unions_around(found, writer, model, start);
    let mut texts = BTreeSet::new();
    let mut samples = Vec::new();
    for group in [std::iter::once(at_place).chain(around).collect::<Vec<_>>(), beside] {
        let mut made = Vec::new();
        for ends in &group {
            for (value, with_tags) in ends.values.iter().flat_map(|value| [(value, true), (value, false)]) {
                let host = Host { maker: Maker { model }, writer, with_tags };
                let sample = host.build(start, &ends.trail, value.as_ref());
                made.extend(sample.filter(|sample| texts.insert(sample.to_string())));
            }
        }
        made.sort_by_cached_key(|sample: &Value| (sample.to_string().len(), sample.to_string()));
        samples.append(&mut made);
    }
    samples
}

/// What to put at the end of a way, nothing for absence.
struct Ends {
    trail: Vec<Step>,
    values: Vec<Option<Value>>,
}

/// A branch that changes may come to fit, or no longer to fit, what is meant for another branch.
fn unions_around(found: &Found, writer: Which, model: &Model, start: TyId) -> Vec<Ends> {
    let mut around = Vec::new();
    let mut place = Some(start);
    for (index, step) in found.trail.iter().enumerate() {
        let Some(here) = place else { break };
        if kind(&model.ty(model.follow(here)).shape) == Kind::Union {
            let values = Maker { model }.values(here).into_iter().map(Some).collect();
            around.push(Ends { trail: found.trail.iter().take(index).cloned().collect(), values });
        }
        place = inside(model, here, step, writer);
    }
    around
}

/// What changes in one branch may be sent in another as well.
fn in_other_branches(ends: &Ends, writer: Which, model: &Model, start: TyId) -> Vec<Ends> {
    let mut beside = Vec::new();
    let mut place = Some(start);
    for (index, step) in ends.trail.iter().enumerate() {
        let Some(here) = place else { break };
        if let (Step::Branch { old, new }, Shape::Union(union)) = (step, &model.ty(model.follow(here)).shape) {
            let own = writer.of((*old, *new));
            for other in (0..union.branches.len()).filter(|other| *other != own) {
                let mut trail = ends.trail.clone();
                trail.iter_mut().skip(index).take(1).for_each(|step| *step = Step::Branch { old: other, new: other });
                // What that branch has there itself may come to fit this one.
                let there = trail.iter().try_fold(start, |id, step| inside(model, id, step, writer));
                let own = there.map(|there| Maker { model }.values(there)).into_iter().flatten().map(Some);
                let values = ends.values.iter().cloned().chain(own).collect();
                beside.push(Ends { trail, values });
            }
        }
        place = inside(model, here, step, writer);
    }
    beside
}

fn ends(found: &Found, (old, new): (&Model, &Model)) -> Ends {
    let mut trail = found.trail.clone();
    let mut values: Vec<Option<Value>> = Vec::new();
    let member = match &found.what {
        What::Property { name, .. } | What::Required { name, .. } => Some(name),
        _ => None,
    };
    for (model, which) in [(old, Which::Old), (new, Which::New)] {
        let Some(id) = found.place(model, which) else { continue };
        let place = match member {
            Some(name) => {
                members(&model.ty(model.follow(id)).shape).and_then(|members| members.field(name)).map(|field| field.ty)
            }
            None => Some(id),
        };
        let made = place.map(|place| Maker { model }.values(place)).unwrap_or_default();
        values.extend(made.into_iter().map(Some));
    }
    if let Some(name) = member {
        trail.push(Step::Property(name.clone()));
        values.push(None);
    }
    values.extend(anything().into_iter().map(Some));
    Ends { trail, values }
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
struct Host<'m> {
    maker: Maker<'m>,
    writer: Which,
    /// Whether a branch gets the tag that means it.
    with_tags: bool,
}

impl Host<'_> {
    /// The least value that has this one at the end of the way.
    fn build(self, id: TyId, trail: &[Step], end: Option<&Value>) -> Option<Value> {
        let Some((step, rest)) = trail.split_first() else { return end.cloned() };
        let inner = match rest {
            [] => end.cloned(),
            rest => Some(self.build(inside(self.maker.model, id, step, self.writer)?, rest, end)?),
        };
        match step {
            Step::Property(name) => Some(with(&self.maker.least_without(id, name)?, name, inner)),
            Step::Item => Some(json!([inner?])),
            Step::Place(place) => Some(with_element(self.maker.least(id)?, *place, inner?)),
            Step::Matching(pattern) => {
                Some(with(&self.maker.least(id)?, &strings::name_by_pattern(pattern)?, Some(inner?)))
            }
            Step::Unlisted => Some(with(&self.maker.least(id)?, "unlisted", Some(inner?))),
            Step::Branch { old, new } if self.with_tags => {
                Some(tagged_in(self.maker.model, id, self.writer.of((*old, *new)), inner?))
            }
            Step::Branch { .. } => inner,
        }
    }
}
