//! Walks two models together, and finds what differs.

use super::compare::compare;
use super::describe::{described, described_with_null, reach};
use super::found::{Found, What};
use super::kind::members;
use super::pair::{Difference, Next, Pair};
use super::place::{Step, Which};
use super::ways::Ways;
use crate::model::{Model, Shape, Ty, TyId};
use crate::pointer;
use serde_json::{Map, Value, json};
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
pub(super) fn walk(old: &Model, new: &Model) -> Walked {
    let mut walk = Walk {
        models: (old, new),
        seen: BTreeSet::new(),
        ways: Ways::default(),
        entry: String::new(),
        walked: Walked::default(),
    };
    walk.compare_whole_numbers();
    for (at, one) in &old.definitions {
        let Some(other) = new.definition(at) else { continue };
        let (one, other) = (*one, other);
        if !walk.seen.iter().any(|seen| seen.0 == old.follow(one) || seen.1 == new.follow(other)) {
            walk.entry.clone_from(at);
            walk.visit(one, other);
            walk.end_entry();
        }
    }
    walk.walked
}

struct Walk<'m> {
    models: (&'m Model, &'m Model),
    seen: BTreeSet<(TyId, TyId)>,
    ways: Ways,
    /// The JSON pointer of the definition that was entered.
    entry: String,
    walked: Walked,
}

/// What is still to be done, in the order of the schema.
struct Todo {
    next: Next,
    /// The types that the difference is about.
    types: (TyId, TyId),
    /// The way to them.
    trail: Vec<Step>,
}

impl Walk<'_> {
    /// Compares two types and all inside them, without recursion: values may nest as deep as a document.
    fn visit(&mut self, old: TyId, new: TyId) {
        let mut open = self.compare((old, new), &[]);
        while let Some(Todo { next, types, trail }) = open.pop() {
            match next {
                Next::Differs(difference) => self.note(*difference, types, trail),
                Next::Compare { step, old, new } => {
                    let trail: Vec<Step> = trail.into_iter().chain([step]).collect();
                    open.extend(self.compare((old, new), &trail));
                }
            }
        }
    }

    /// What comparing two types asks for, the first at the end.
    fn compare(&mut self, ids: (TyId, TyId), trail: &[Step]) -> Vec<Todo> {
        let models = self.models;
        let site = Pair { models, ids };
        let target = Pair { models, ids: site.each(Model::follow) };
        for pair in [site, target] {
            self.walked.pairs.insert(pair.each(|model, id| model.ty(id).at.clone()));
        }
        let mut next: Vec<Next> = compare_null(site, target).map(Next::differs).into_iter().collect();
        let both_refer = [Which::Old, Which::New].iter().all(|which| matches!(site.ty(*which).shape, Shape::Ref(_)));
        if both_refer {
            next.extend(compare_docs(site, site).map(Next::differs));
        }
        self.ways.note(target.ids, trail);
        if self.seen.insert(target.ids) {
            next.extend(compare_docs(if both_refer { target } else { site }, target).map(Next::differs));
            next.extend(compare_names(target).map(Next::differs));
            if target.is_of_two_kinds() {
                let is_of_site = !both_refer;
                next.push(Next::differs(Difference { is_of_site, ..compare_types(site, target) }));
            } else {
                self.note_origins(target);
                next.extend(compare(target));
            }
        }
        let todo = |next| Todo { next, types: target.ids, trail: trail.to_vec() };
        next.into_iter().rev().map(todo).collect()
    }

    /// Adds to what was found since the last one what the walk knows only at its end.
    fn end_entry(&mut self) {
        let ways = std::mem::take(&mut self.ways);
        for found in self.walked.found.iter_mut().filter(|found| found.entry.0 == self.entry) {
            found.other_trails = ways.others(&found.trail);
        }
    }

    /// The dialect of a whole document decides it, and with that every integer in it.
    fn compare_whole_numbers(&mut self) {
        let (old, new) = self.models;
        let holds_integers = |model: &Model| model.ids().any(|id| matches!(model.ty(id).shape, Shape::Integer(_)));
        let Some((at, one)) = old.definitions.first().filter(|_| holds_integers(old) && holds_integers(new)) else {
            return;
        };
        let Some(other) = new.definition(at).filter(|_| old.whole_numbers != new.whole_numbers) else { return };
        let word = |is_whole: bool| Some(json!(if is_whole { "`1.0` is an integer" } else { "`1.0` is no integer" }));
        let pair = Pair { models: self.models, ids: (*one, other) };
        let shown = (word(old.whole_numbers), word(new.whole_numbers));
        self.entry.clone_from(at);
        self.note(pair.difference(What::WholeNumbers, shown), pair.ids, Vec::new());
    }

    fn note_origins(&mut self, pair: Pair<'_>) {
        for (which, origins) in [Which::Old, Which::New].into_iter().zip(&mut self.walked.origins) {
            let (model, ty) = (which.of(pair.models), pair.ty(which));
            for field in members(&ty.shape).into_iter().flat_map(|members| members.fields) {
                let place = pointer::join(&pointer::join(&ty.at, "properties"), &field.name);
                let origin = &model.ty(field.ty).at;
                if place != *origin {
                    origins.insert(place, origin.clone());
                }
            }
        }
    }

    /// One definition that stands for several, or several for one, gives each difference once; what
    /// was merged into several objects comes from one place.
    fn note(&mut self, difference: Difference, types: (TyId, TyId), trail: Vec<Step>) {
        let Difference { what, pointers, shown, is_of_site, inside } = difference;
        let found = &mut self.walked.found;
        let same = found.iter_mut().find(|other| {
            let from_one_place = (&other.old_pointer, &other.new_pointer) == (&pointers.0, &pointers.1);
            other.what == what
                && (&other.before, &other.after) == (&shown.0, &shown.1)
                && (other.types.0 == types.0 || other.types.1 == types.1 || from_one_place)
        });
        if let Some(same) = same {
            let known = same.new_pointer.as_ref().or(same.old_pointer.as_ref());
            let pointer = pointers.1.or(pointers.0).filter(|pointer| known != Some(pointer));
            same.also.extend(pointer);
            same.inside.extend(inside);
            return;
        }
        found.push(Found {
            what,
            types,
            old_pointer: pointers.0,
            new_pointer: pointers.1,
            before: shown.0,
            after: shown.1,
            entry: (self.entry.clone(), self.entry.clone()),
            trail,
            other_trails: Vec::new(),
            is_of_site,
            also: Vec::new(),
            inside,
        });
    }
}

fn compare_null(site: Pair<'_>, target: Pair<'_>) -> Option<Difference> {
    let (before, now) = site.each(Model::allows_null);
    if before == now || target.may_be_anything() {
        return None;
    }
    let shown = |model, id, null| Some(described_with_null(model, id, null));
    let shown = (shown(site.models.0, target.ids.0, before), shown(site.models.1, target.ids.1, now));
    Some(Difference { is_of_site: true, ..site.difference(What::Null { now }, shown) })
}

fn compare_types(site: Pair<'_>, target: Pair<'_>) -> Difference {
    let (before, after) = target.each(|model, id| Some(described(model, id)));
    let mut difference = site.difference(What::Type, (before, after));
    reach(site.models.0, site.ids.0, &mut difference.inside);
    reach(site.models.1, site.ids.1, &mut difference.inside);
    difference
}

fn compare_names(pair: Pair<'_>) -> Option<Difference> {
    let (before, after) = pair.each(|model, id| model.ty(id).name.as_ref());
    let shown = |name: Option<&String>| name.map(|name| json!({"x-speakeasy-name-override": name}));
    (before != after).then(|| pair.difference(What::Name, (shown(before), shown(after))))
}

/// What is said where the value is used stands before what its type says.
fn compare_docs(site: Pair<'_>, target: Pair<'_>) -> Option<Difference> {
    let all = |which: Which| said(site.ty(which), target.ty(which));
    let (before, after) = (all(Which::Old), all(Which::New));
    let shown = |own: &Map<String, Value>, other: &Map<String, Value>| {
        let changed = own.iter().filter(|(keyword, said)| other.get(*keyword) != Some(said));
        let shown: Map<String, Value> = changed.map(|(keyword, said)| (keyword.clone(), said.clone())).collect();
        (!shown.is_empty()).then_some(Value::Object(shown))
    };
    let shown = (shown(&before, &after), shown(&after, &before));
    (before != after).then(|| Difference { is_of_site: true, ..site.difference(What::Docs, shown) })
}

/// What is said about a value, in whatever order the notes are.
fn said(site: &Ty, target: &Ty) -> Map<String, Value> {
    let (own, other) = (&site.words, &target.words);
    let mut notes = if own.notes.is_empty() { other.notes.clone() } else { own.notes.clone() };
    notes.sort();
    let all = [
        ("title", own.title.as_ref().or(other.title.as_ref()).map(|title| json!(title))),
        ("description", own.description.as_ref().or(other.description.as_ref()).map(|text| json!(text))),
        ("notes", (!notes.is_empty()).then(|| json!(notes))),
    ];
    all.into_iter().filter_map(|(keyword, said)| Some((keyword.to_owned(), said?))).collect()
}
