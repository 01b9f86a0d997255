//! Walks two schemas in canonical form together, and finds what differs.

use super::found::{Found, Step, What};
use super::note::{described, reach};
use super::spot::{Kind, Spot, flag, kind, text};
use crate::lower::{NOTES, SOURCE, Schema};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a walk found.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) found: Vec<Found>,
    /// The pointers of schemas that describe the same value, old and new.
    pub(super) pairs: BTreeSet<(String, String)>,
    /// Where properties come from that were merged into their object from elsewhere, old and new.
    pub(super) origins: [BTreeMap<String, String>; 2],
}

/// Walks from the roots, then from definitions of one name that nothing refers to.
pub(super) fn walk(old: &Schema, new: &Schema) -> Walked {
    let mut walk =
        Walk { old, new, seen: BTreeSet::new(), entry: <(String, String)>::default(), walked: Walked::default() };
    walk.enter("");
    for key in old.keys().filter(|key| new.contains_key(*key)) {
        let reached = |(one, other): &(Spot, Spot)| one.key == *key || other.key == *key;
        if !walk.seen.iter().any(reached) {
            walk.enter(key);
        }
    }
    walk.walked
}

pub(super) struct Walk<'d> {
    pub(super) old: &'d Schema,
    pub(super) new: &'d Schema,
    seen: BTreeSet<(Spot, Spot)>,
    pub(super) entry: (String, String),
    pub(super) walked: Walked,
}

/// Two schemas that describe the same value, and the steps that lead to it.
pub(super) struct Pair<'d> {
    pub(super) old: Spot,
    pub(super) new: Spot,
    pub(super) one: &'d Schema,
    pub(super) other: &'d Schema,
    pub(super) trail: Vec<Step>,
}

impl<'d> Walk<'d> {
    fn enter(&mut self, key: &str) {
        self.entry = (key.to_owned(), key.to_owned());
        self.visit(&Spot::definition(key), &Spot::definition(key), Vec::new());
    }

    fn pair(&self, old: &Spot, new: &Spot, trail: Vec<Step>) -> Option<Pair<'d>> {
        let (one, other) = (old.find(self.old)?, new.find(self.new)?);
        Some(Pair { old: old.clone(), new: new.clone(), one, other, trail })
    }

    fn visit(&mut self, old: &Spot, new: &Spot, trail: Vec<Step>) {
        let Some(site) = self.pair(old, new, trail.clone()) else { return };
        let Some(target) = self.pair(&old.resolved(self.old), &new.resolved(self.new), trail) else { return };
        for pair in [&site, &target] {
            self.walked.pairs.insert((source(pair.one).to_owned(), source(pair.other).to_owned()));
        }
        let changed_type = kind(target.one) != kind(target.other);
        self.compare_null(&site, &target);
        let both_refer = [site.one, site.other].iter().all(|schema| schema.contains_key("$ref"));
        if both_refer {
            self.compare_docs(&site, &site);
        }
        if !self.seen.insert((target.old.clone(), target.new.clone())) {
            return;
        }
        self.compare_docs(if both_refer { &target } else { &site }, &target);
        self.compare_keyword(&target, "x-speakeasy-name-override", What::Name);
        if changed_type {
            let pointers = (Some(source(site.one).to_owned()), Some(source(site.other).to_owned()));
            let shown = (Some(described(target.one)), Some(described(target.other)));
            let (old, new) = (self.old, self.new);
            if let Some(found) = self.note_at(What::Type, &site, pointers, shown) {
                reach(old, site.one, &mut found.inside);
                reach(new, site.other, &mut found.inside);
            }
        } else {
            self.compare_kind(&target);
        }
    }

    fn compare_kind(&mut self, pair: &Pair<'d>) {
        match kind(pair.one) {
            Kind::Object => self.compare_objects(pair),
            Kind::Array => self.compare_items(pair),
            Kind::Enum => self.compare_values(pair),
            Kind::Union => self.compare_unions(pair),
            Kind::String => {
                for keyword in ["pattern", "minLength", "maxLength"] {
                    self.compare_keyword(pair, keyword, What::Check(keyword));
                }
            }
            Kind::Integer => self.compare_keyword(pair, "format", What::Check("format")),
            Kind::Any | Kind::Number | Kind::Boolean => {}
        }
    }

    pub(super) fn step(&mut self, pair: &Pair<'d>, (old, new): (&[&str], &[&str]), step: Step) {
        let trail = pair.trail.iter().cloned().chain([step]).collect();
        self.visit(&pair.old.below(old), &pair.new.below(new), trail);
    }

    fn compare_null(&mut self, site: &Pair<'d>, target: &Pair<'d>) {
        let now = flag(site.other, "nullable");
        let of_any_type = [target.one, target.other].into_iter().any(|schema| kind(schema) == Kind::Any);
        if flag(site.one, "nullable") != now && !of_any_type {
            let with_null = |schema: &Schema, null: bool| {
                let mut shown = described(schema);
                if let (true, Some(shown)) = (null, shown.as_object_mut()) {
                    shown.insert("nullable".to_owned(), Value::Bool(true));
                }
                Some(shown)
            };
            self.note(What::Null { now }, site, with_null(target.one, !now), with_null(target.other, now));
        }
    }

    /// What is said where the value is used stands before what its type says.
    fn compare_docs(&mut self, site: &Pair<'d>, target: &Pair<'d>) {
        let all = |site: &Schema, target: &Schema| -> Vec<(&'static str, Option<Value>)> {
            ["title", "description", NOTES].map(|keyword| (keyword, said(site, target, keyword))).into()
        };
        let (before, after) = (all(site.one, target.one), all(site.other, target.other));
        if before == after {
            return;
        }
        let shown = |own: &[(&'static str, Option<Value>)], other: &[(&'static str, Option<Value>)]| {
            let changed = own.iter().filter(|said| !other.contains(said));
            let shown: Schema =
                changed.filter_map(|(keyword, said)| Some((shown_name(keyword), said.clone()?))).collect();
            (!shown.is_empty()).then_some(Value::Object(shown))
        };
        self.note(What::Docs, site, shown(&before, &after), shown(&after, &before));
    }

    fn compare_keyword(&mut self, pair: &Pair<'d>, keyword: &str, what: What) {
        let (one, other) = (pair.one.get(keyword), pair.other.get(keyword));
        // OpenAPI 3.0.3, "Data Types": an integer without a format has no other bounds here than int64.
        let bare = |value: Option<&Value>| value.filter(|value| *value != "int64").cloned();
        if bare(one) != bare(other) {
            let shown = |value: Option<&Value>| value.map(|value| json!({keyword: value}));
            self.note(what, pair, shown(one), shown(other));
        }
    }
}

pub(super) fn source(schema: &Schema) -> &str {
    text(schema, SOURCE).unwrap_or_default()
}

/// What is said first, in whatever order the notes are.
fn said(site: &Schema, target: &Schema, keyword: &str) -> Option<Value> {
    let mut said = site.get(keyword).or_else(|| target.get(keyword))?.clone();
    if let Some(notes) = said.as_array_mut() {
        notes.sort_by_cached_key(ToString::to_string);
    }
    Some(said)
}

fn shown_name(keyword: &str) -> String {
    if keyword == NOTES { "notes".to_owned() } else { keyword.to_owned() }
}
