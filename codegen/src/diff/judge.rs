//! Runs documents against what the types of a reading accept.

use super::covers::Covers;
use super::documents::{Which, documents};
use super::found::Found;
use super::report::{Readers, Verdict};
use super::spot::Spot;
use crate::lower::{Canonical, NOTES, Schema, UNCHECKED};
use crate::plan::Reading;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// Both schemas, and the validators that were needed so far.
pub(super) struct Judge<'a> {
    old: &'a Canonical<'a>,
    new: &'a Canonical<'a>,
    validators: BTreeMap<(bool, bool, String), Option<Validator>>,
    /// Whether all that the writer may send is read, whatever changed.
    covered: BTreeMap<(bool, bool, String), bool>,
    /// For the old and the new document, what its strict types accept.
    wholes: BTreeMap<bool, Option<Validator>>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(old: &'a Canonical<'a>, new: &'a Canonical<'a>) -> Self {
        Self { old, new, validators: BTreeMap::new(), covered: BTreeMap::new(), wholes: BTreeMap::new() }
    }

    /// How programs built from the other schema read what the writer's allows.
    pub(super) fn readers(&mut self, found: &Found, writer: Which) -> Readers {
        let has_rules = self.has_rules(found);
        if found.what.is_silent() && !has_rules {
            return Readers { tolerant: Verdict::Reads, strict: Verdict::Reads };
        }
        let entry = Self::entry(found, writer);
        let mut sent = documents(found, writer, &self.old.definitions, &self.new.definitions);
        let letter = self.validator(writer, Reading::Strict, entry);
        sent.retain(|document| letter.is_some_and(|letter| letter.is_valid(document)));
        if entry.is_empty() {
            let whole = self.whole(writer);
            sent.retain(|document| whole.is_some_and(|whole| whole.is_valid(document)));
        }
        let sure = |verdict| if has_rules && verdict == Verdict::Reads { Verdict::NotShown } else { verdict };
        Readers {
            tolerant: sure(self.verdict(found, writer, Reading::Tolerant, &sent)),
            strict: sure(self.verdict(found, writer, Reading::Strict, &sent)),
        }
    }

    /// Whether something is said at the place of a difference that the compared form has in words alone.
    fn has_rules(&self, found: &Found) -> bool {
        if [self.old, self.new].iter().any(|side| closes_beside_parts(side.document.root())) {
            return true;
        }
        let places = [(self.old, &found.old), (self.new, &found.new)];
        places.iter().any(|(side, spot)| spot.find(&side.definitions).is_some_and(says_unchecked))
    }

    /// What the strict types of one of the two documents accept, rules included.
    fn whole(&mut self, which: Which) -> Option<&Validator> {
        let document = if which == Which::Old { self.old.document } else { self.new.document };
        let make = || {
            let twin = crate::generate::twin(document, Reading::Strict).ok()?;
            let is_new = twin.get("$schema").and_then(Value::as_str).is_some_and(|uri| uri.contains("2020-12"));
            if is_new { jsonschema::draft202012::new(&twin).ok() } else { jsonschema::draft4::new(&twin).ok() }
        };
        self.wholes.entry(which == Which::Old).or_insert_with(make).as_ref()
    }

    fn verdict(&mut self, found: &Found, writer: Which, reading: Reading, sent: &[Value]) -> Verdict {
        let reader = if writer == Which::Old { Which::New } else { Which::Old };
        let entry = Self::entry(found, reader);
        let reads = self.validator(reader, reading, entry);
        let mut refused = sent.iter().filter(|document| reads.is_none_or(|reads| !reads.is_valid(document))).peekable();
        if refused.peek().is_some() {
            let refused: Vec<&Value> = refused.collect();
            let fault = self
                .changed(found, writer)
                .and_then(|changed| validator(&changed, reading, Self::entry(found, writer)));
            // Where the change alone makes no schema, the refusal is at least not another's for sure.
            let sample =
                refused.into_iter().find(|document| fault.as_ref().is_none_or(|fault| !fault.is_valid(document)));
            if let Some(sample) = sample {
                return Verdict::Refuses { sample: sample.clone() };
            }
        }
        let covered = self.is_covered(found, reader, reading) || self.is_all_covered(found, reader, reading);
        if covered { Verdict::Reads } else { Verdict::NotShown }
    }

    fn entry(found: &Found, which: Which) -> &str {
        if which == Which::Old { &found.entry.0 } else { &found.entry.1 }
    }

    fn validator(&mut self, which: Which, reading: Reading, entry: &str) -> Option<&Validator> {
        let schema = if which == Which::Old { self.old } else { self.new };
        let key = (which == Which::Old, reading == Reading::Strict, entry.to_owned());
        self.validators.entry(key).or_insert_with(|| validator(schema, reading, entry)).as_ref()
    }

    /// One of the two schemas with this one difference taken over from the other.
    fn changed(&self, found: &Found, which: Which) -> Option<Canonical<'a>> {
        let (own, other, here, there, what) = match which {
            Which::Old => (self.old, self.new, &found.old, &found.new, found.what.clone()),
            Which::New => (self.new, self.old, &found.new, &found.old, found.what.reversed()),
        };
        let mut definitions = own.definitions.clone();
        let imported = import(&other.definitions);
        let theirs = Spot { key: foreign(&there.key), path: there.path.clone() };
        let theirs = theirs.find(&imported)?.clone();
        what.bring(here.find_mut(&mut definitions)?, &theirs);
        definitions.extend(imported);
        Some(Canonical { document: own.document, definitions })
    }

    fn is_all_covered(&mut self, found: &Found, reader: Which, reading: Reading) -> bool {
        let (entry, other) = (&found.entry.0, &found.entry.1);
        let key = (reader == Which::Old, reading == Reading::Strict, entry.clone());
        let (read, sent) = if reader == Which::Old { (self.old, self.new) } else { (self.new, self.old) };
        let places = if reader == Which::Old { (entry, other) } else { (other, entry) };
        let covers = || covers((read, &Spot::definition(places.0)), (sent, &Spot::definition(places.1)), reading);
        *self.covered.entry(key).or_insert_with(covers)
    }

    /// Whether the reader reads all that it would be sent if only this had changed.
    fn is_covered(&self, found: &Found, reader: Which, reading: Reading) -> bool {
        let own = if reader == Which::Old { self.old } else { self.new };
        let spot = if reader == Which::Old { &found.old } else { &found.new };
        let Some(changed) = self.changed(found, reader) else { return false };
        // What does not fit its place may still fit another branch around it: then the whole is to be looked at.
        let places = [spot, &Spot::definition(Self::entry(found, reader))];
        places.into_iter().any(|place| covers((own, place), (&changed, place), reading))
    }
}

/// Whether some schema says beside its parts, or beside those of a union, what other members are: the compared form
/// takes it to speak of the members of all parts, and by the letter it speaks of its own (JSON Schema 2020-12 core,
/// section 10.3.2.3).
fn closes_beside_parts(value: &Value) -> bool {
    let inside = |value: &Value| match value {
        Value::Object(members) => members.values().any(closes_beside_parts),
        Value::Array(elements) => elements.iter().any(closes_beside_parts),
        _ => false,
    };
    let Some(members) = value.as_object() else { return inside(value) };
    let has = |keyword: &str| members.contains_key(keyword);
    let is_merged = ["allOf", "oneOf", "anyOf", "$ref"].into_iter().any(has);
    let several = members.get("allOf").and_then(Value::as_array).is_some_and(|parts| parts.len() > 1);
    (is_merged && has("additionalProperties")) || several || inside(value)
}

/// Whether a schema, or one inside it, has a keyword that the compared form does not hold.
fn says_unchecked(schema: &Schema) -> bool {
    let is_rule = |note: &Value| note.as_str().is_some_and(|note| note.starts_with(UNCHECKED));
    let own = schema.get(NOTES).and_then(Value::as_array).is_some_and(|notes| notes.iter().any(is_rule));
    own || schema.values().any(holds_unchecked)
}

fn holds_unchecked(value: &Value) -> bool {
    match value {
        Value::Object(members) => says_unchecked(members),
        Value::Array(elements) => elements.iter().any(holds_unchecked),
        _ => false,
    }
}

/// A schema, and a place in it.
type Place<'p> = (&'p Canonical<'p>, &'p Spot);

fn covers((read, at): Place<'_>, (sent, from): Place<'_>, reading: Reading) -> bool {
    let (sent, read) = (sent.read_as(Reading::Strict), read.read_as(reading));
    match (from.find(sent.definitions()), at.find(read.definitions())) {
        (Some(one), Some(other)) => Covers::new(sent.definitions(), read.definitions()).covers(one, other),
        _ => false,
    }
}

/// Only what the entry refers to is compiled.
fn validator(schema: &Canonical<'_>, reading: Reading, entry: &str) -> Option<Validator> {
    let mut needed = vec![entry.to_owned()];
    let mut definitions = Schema::new();
    while let Some(key) = needed.pop() {
        if let (false, Some(definition)) = (definitions.contains_key(&key), schema.definitions.get(&key)) {
            references(definition, &mut needed);
            definitions.insert(key, definition.clone());
        }
    }
    let needed = Canonical { document: schema.document, definitions };
    jsonschema::draft4::new(&needed.read_as(reading).into_twin(entry)).ok()
}

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|inner| references(inner, found));
        }
        Value::Array(elements) => elements.iter().for_each(|inner| references(inner, found)),
        _ => {}
    }
}

/// The key of a definition in the other schema; no JSON pointer begins so.
fn foreign(key: &str) -> String {
    format!("other {key}")
}

fn import(definitions: &Schema) -> Schema {
    definitions.iter().map(|(key, definition)| (foreign(key), refer_to_foreign(definition))).collect()
}

fn refer_to_foreign(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, inner)| match inner {
                Value::String(key) if name == "$ref" => (name.clone(), Value::String(foreign(key))),
                inner => (name.clone(), refer_to_foreign(inner)),
            });
            Value::Object(members.collect())
        }
        Value::Array(elements) => elements.iter().map(refer_to_foreign).collect(),
        other => other.clone(),
    }
}
