//! Runs samples against what the types of a reading accept.

mod bring;
mod covers;
mod covers_objects;
mod fits;
mod implied;
mod patterns;

use super::found::Found;
use super::place::Which;
use super::samples::samples;
use super::verdict::{Readers, Verdict};
use crate::model::{Model, TyId};
use crate::plan::Reading;
use crate::project::twin_of;
use bring::bring;
use covers::Covers;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a schema means in each reading.
pub(super) struct Models {
    pub(super) strict: Model,
    pub(super) tolerant: Model,
}

impl Models {
    /// What the definition at a JSON pointer is made of, with examples of other definitions in their stead.
    pub(super) fn portion(&self, at: &str, examples: &BTreeMap<&str, &Value>) -> Self {
        Self { strict: self.strict.portion(at, examples), tolerant: self.tolerant.portion(at, examples) }
    }

    fn of(&self, reading: Reading) -> &Model {
        match reading {
            Reading::Strict => &self.strict,
            Reading::Tolerant => &self.tolerant,
        }
    }
}

/// Both schemas, and the validators that were needed so far.
pub(super) struct Judge<'a> {
    old: &'a Models,
    new: &'a Models,
    found: &'a [Found],
    validators: BTreeMap<(Which, bool, String), Option<Validator>>,
    /// Whether all that the writer may send is read, whatever changed.
    covered: BTreeMap<(Which, bool, String), bool>,
    /// Whether what these are made of differs in other ways as well.
    differs_elsewhere: bool,
    /// What one of the two accepts with a single difference taken over from the other.
    changed: BTreeMap<(usize, Which, bool), Option<Validator>>,
}

impl<'a> Judge<'a> {
    pub(super) fn new((old, new): (&'a Models, &'a Models), found: &'a [Found]) -> Self {
        let (validators, covered, changed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { old, new, found, validators, covered, differs_elsewhere: false, changed }
    }

    /// Says that what is refused may be so for differences that are judged apart.
    pub(super) fn differing_elsewhere(self, differs_elsewhere: bool) -> Self {
        Self { differs_elsewhere, ..self }
    }

    fn models(&self, which: Which) -> &'a Models {
        which.of((self.old, self.new))
    }

    /// How programs built from the other schema read what the writer's allows.
    pub(super) fn readers(&mut self, index: usize, writer: Which) -> Readers {
        let all = self.found;
        let Some(found) = all.get(index).filter(|found| !found.what.is_silent()) else {
            return Readers { tolerant: Verdict::Reads, strict: Verdict::Reads };
        };
        let mut sent = samples(found, writer, (&self.old.strict, &self.new.strict));
        let letter = self.validator(writer, Reading::Strict, found.entry(writer));
        sent.retain(|sample| letter.is_some_and(|letter| letter.is_valid(sample)));
        Readers {
            tolerant: self.verdict(index, found, writer, Reading::Tolerant, &sent),
            strict: self.verdict(index, found, writer, Reading::Strict, &sent),
        }
    }

    fn verdict(&mut self, index: usize, found: &Found, writer: Which, reading: Reading, sent: &[Value]) -> Verdict {
        let reader = writer.other();
        let reads = self.validator(reader, reading, found.entry(reader));
        let refused = sent.iter().filter(|sample| reads.is_none_or(|reads| !reads.is_valid(sample)));
        let refused: Vec<&Value> = refused.collect();
        let by_this = refused.iter().find(|sample| self.is_at_fault(index, writer, reading, sample));
        // What no difference is at fault for, all are together.
        let told = if self.differs_elsewhere { &[][..] } else { refused.as_slice() };
        let sample = by_this.or_else(|| {
            told.iter().find(|sample| {
                let all = self.found.iter().enumerate();
                let mut others = all.filter(|(other, one)| *other != index && one.entry == found.entry);
                !others.any(|(other, _)| self.is_at_fault(other, writer, reading, sample))
            })
        });
        if let Some(sample) = sample {
            return Verdict::Refuses { sample: (*sample).clone() };
        }
        let covered = self.is_covered(found, reader, reading) || self.is_all_covered(found, reader, reading);
        if covered { Verdict::Reads } else { Verdict::NotShown }
    }

    /// Whether a difference alone makes what the writer sends one that is refused.
    fn is_at_fault(&mut self, index: usize, writer: Which, reading: Reading, sample: &Value) -> bool {
        let key = (index, writer, reading == Reading::Strict);
        if !self.changed.contains_key(&key) {
            let changed = self.found.get(index).filter(|found| !found.what.is_silent()).and_then(|found| {
                let changed = self.changed(found, writer, reading)?;
                let entry = changed.definition(found.entry(writer))?;
                validator(&changed, entry)
            });
            self.changed.insert(key, changed);
        }
        let changed = self.changed.get(&key).and_then(Option::as_ref);
        changed.is_some_and(|changed| !changed.is_valid(sample))
    }

    fn validator(&mut self, which: Which, reading: Reading, entry: &str) -> Option<&Validator> {
        let model = self.models(which).of(reading);
        let make = || model.definition(entry).and_then(|id| validator(model, id));
        let key = (which, reading == Reading::Strict, entry.to_owned());
        self.validators.entry(key).or_insert_with(make).as_ref()
    }

    /// One of the two schemas with this one difference taken over from the other, in one reading.
    fn changed(&self, found: &Found, which: Which, reading: Reading) -> Option<Model> {
        let (own, other) = (self.models(which).of(reading), self.models(which.other()).of(reading));
        let (here, there) = (found.place(own, which)?, found.place(other, which.other())?);
        let what = which.of((found.what.clone(), found.what.reversed()));
        let mut changed = bring(&what, (own, here), (other, there));
        if reading == Reading::Tolerant {
            changed.widen();
        }
        Some(changed)
    }

    fn is_all_covered(&mut self, found: &Found, reader: Which, reading: Reading) -> bool {
        let (read, sent) = (self.models(reader).of(reading), &self.models(reader.other()).strict);
        let places = read.definition(found.entry(reader)).zip(sent.definition(found.entry(reader.other())));
        let covers = || places.is_some_and(|(at, from)| covers((read, at), (sent, from)));
        let key = (reader, reading == Reading::Strict, found.entry(reader).to_owned());
        *self.covered.entry(key).or_insert_with(covers)
    }

    /// Whether the reader reads all that it would be sent if only this had changed.
    fn is_covered(&self, found: &Found, reader: Which, reading: Reading) -> bool {
        let own = self.models(reader);
        let read = own.of(reading);
        let Some(changed) = self.changed(found, reader, Reading::Strict) else { return false };
        let entry = found.entry(reader);
        // What does not fit its place may still fit another branch around it: then the whole is to be looked at.
        let places = [
            found.place(read, reader).zip(found.place(&own.strict, reader)),
            read.definition(entry).zip(own.strict.definition(entry)),
        ];
        places.into_iter().flatten().any(|(at, from)| covers((read, at), (&changed, from)))
    }
}

/// A model, and a type of it.
type Place<'m> = (&'m Model, TyId);

fn covers((reader, read): Place<'_>, (writer, sent): Place<'_>) -> bool {
    Covers::new(writer, reader).covers(sent, read)
}

/// Tells what the definition of a model accepts.
pub(super) fn validator(model: &Model, id: TyId) -> Option<Validator> {
    let twin = twin_of(model, id);
    let is_new = twin.get("$schema").and_then(Value::as_str).is_some_and(|uri| uri.contains("2020-12"));
    if is_new { jsonschema::draft202012::new(&twin).ok() } else { jsonschema::draft4::new(&twin).ok() }
}
