//! Runs samples against what the types of a reading accept.

use super::bring::bring;
use super::covers::Covers;
use super::found::Found;
use super::place::Which;
use super::report::{Readers, Verdict};
use super::samples::samples;
use crate::model::{Model, TyId};
use crate::plan::Reading;
use crate::project::twin_of;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a schema means in each reading.
pub(super) struct Models {
    pub(super) strict: Model,
    pub(super) tolerant: Model,
}

impl Models {
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
    validators: BTreeMap<(Which, bool, String), Option<Validator>>,
    /// Whether all that the writer may send is read, whatever changed.
    covered: BTreeMap<(Which, bool, String), bool>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(old: &'a Models, new: &'a Models) -> Self {
        Self { old, new, validators: BTreeMap::new(), covered: BTreeMap::new() }
    }

    fn models(&self, which: Which) -> &'a Models {
        which.of((self.old, self.new))
    }

    /// How programs built from the other schema read what the writer's allows.
    pub(super) fn readers(&mut self, found: &Found, writer: Which) -> Readers {
        if found.what.is_silent() {
            return Readers { tolerant: Verdict::Reads, strict: Verdict::Reads };
        }
        let mut sent = samples(found, writer, (&self.old.strict, &self.new.strict));
        let letter = self.validator(writer, Reading::Strict, found.entry(writer));
        sent.retain(|sample| letter.is_some_and(|letter| letter.is_valid(sample)));
        Readers {
            tolerant: self.verdict(found, writer, Reading::Tolerant, &sent),
            strict: self.verdict(found, writer, Reading::Strict, &sent),
        }
    }

    fn verdict(&mut self, found: &Found, writer: Which, reading: Reading, sent: &[Value]) -> Verdict {
        let reader = writer.other();
        let reads = self.validator(reader, reading, found.entry(reader));
        let refused = sent.iter().filter(|sample| reads.is_none_or(|reads| !reads.is_valid(sample)));
        let refused: Vec<&Value> = refused.collect();
        if !refused.is_empty() {
            let fault = self.changed(found, writer, reading).and_then(|changed| {
                let entry = changed.definition(found.entry(writer))?;
                validator(&changed, entry)
            });
            // Where the change alone makes no schema, the refusal is at least not another's for sure.
            let sample = refused.into_iter().find(|sample| fault.as_ref().is_none_or(|fault| !fault.is_valid(sample)));
            if let Some(sample) = sample {
                return Verdict::Refuses { sample: sample.clone() };
            }
        }
        let covered = self.is_covered(found, reader, reading) || self.is_all_covered(found, reader, reading);
        if covered { Verdict::Reads } else { Verdict::NotShown }
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

fn validator(model: &Model, id: TyId) -> Option<Validator> {
    let twin = twin_of(model, id);
    let is_new = twin.get("$schema").and_then(Value::as_str).is_some_and(|uri| uri.contains("2020-12"));
    if is_new { jsonschema::draft202012::new(&twin).ok() } else { jsonschema::draft4::new(&twin).ok() }
}
