//! Walks two models together, and finds what differs.

mod compare;
mod compare_objects;
mod compare_sites;
pub(super) mod compare_unions;
mod pair;
mod pair_branches;
mod ways;

use super::found::{Found, What};
use super::kind::members;
use super::place::{Step, Which};
use crate::model::{Model, Shape, TyId};
use crate::pointer;
use compare::compare;
use compare_sites::{compare_docs, compare_names, compare_null, compare_types};
use pair::{Difference, Next, Pair};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use ways::Ways;

/// What a walk found.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) found: Vec<Found>,
    /// The pointers of schemas that describe the same value, old and new.
    pub(super) pairs: BTreeSet<(String, String)>,
    /// The pointers of what was looked into from each entry, old and new.
    pub(super) entered: BTreeMap<(String, String), BTreeSet<String>>,
    /// Where properties come from that were merged into their object from elsewhere, old and new.
    pub(super) origins: [BTreeMap<String, String>; 2],
}

/// Walks from the roots, then from definitions of one name that nothing refers to.
pub(super) fn walk(old: &Model, new: &Model) -> Walked {
    let mut walk = Walk::new(old, new);
    if let Some((at, one)) = old.definitions.first()
        && let Some(other) = new.definition(at)
    {
        walk.compare_whole_numbers((at, at), (*one, other));
    }
    for (at, one) in old.places() {
        let Some(other) = new.definition(at) else { continue };
        if !walk.seen.iter().any(|seen| seen.0 == old.follow(one) || seen.1 == new.follow(other)) {
            walk.enter((at, at), (one, other));
        }
    }
    walk.walked
}

/// Walks from each of these definitions, the JSON pointers of the old one and the new one, and not beyond the others:
/// what differs in one of them is found there, and not wherever it is referred to.
pub(super) fn walk_each(old: &Model, new: &Model, pairs: &[(String, String)]) -> Walked {
    let mut walk = Walk::new(old, new);
    let ids = |(one, other): &(String, String)| old.definition(one).zip(new.definition(other));
    walk.apart = pairs.iter().filter_map(ids).collect();
    let mut all = pairs.iter().filter_map(|pair| Some((pair, ids(pair)?))).peekable();
    if let Some((pair, ids)) = all.peek() {
        walk.compare_whole_numbers((&pair.0, &pair.1), *ids);
    }
    for (pair, ids) in all {
        walk.enter((&pair.0, &pair.1), ids);
    }
    walk.walked
}

struct Walk<'m> {
    models: (&'m Model, &'m Model),
    seen: BTreeSet<(TyId, TyId)>,
    /// Definitions that are entered by themselves, and from nowhere else.
    apart: BTreeSet<(TyId, TyId)>,
    ways: Ways,
    /// The JSON pointers of the definitions that were entered.
    entry: (String, String),
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

impl<'m> Walk<'m> {
    fn new(old: &'m Model, new: &'m Model) -> Self {
        Self {
            models: (old, new),
            seen: BTreeSet::new(),
            apart: BTreeSet::new(),
            ways: Ways::default(),
            entry: Default::default(),
            walked: Walked::default(),
        }
    }

    fn enter(&mut self, (one, other): (&str, &str), (old, new): (TyId, TyId)) {
        self.entry = (one.to_owned(), other.to_owned());
        self.visit(old, new);
        self.end_entry();
    }

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
        let both_refer = [Which::Old, Which::New].iter().all(|which| matches!(site.ty(*which).shape, Shape::Ref(_)));
        let is_apart = ids != target.ids && self.apart.contains(&target.ids);
        // Null that the definition itself came to allow is its own difference.
        let is_told_there = is_apart && target.ty(Which::Old).null != target.ty(Which::New).null;
        let null = compare_null(site, target).filter(|_| !is_told_there);
        let mut next: Vec<Next> = null.map(Next::differs).into_iter().collect();
        if both_refer {
            next.extend(compare_docs(site, site).map(Next::differs));
        }
        self.ways.note(target.ids, trail);
        if !is_apart {
            let entered = self.walked.entered.entry(self.entry.clone()).or_default();
            let (old, new) = target.each(|model, id| model.ty(id).at.clone());
            entered.extend([old, new]);
        }
        if !is_apart && self.seen.insert(target.ids) {
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
        for found in self.walked.found.iter_mut().filter(|found| found.entry == self.entry) {
            found.other_trails = ways.others(&found.trail);
        }
    }

    /// The dialect of a whole document decides it, and with that every integer in it.
    fn compare_whole_numbers(&mut self, (one, other): (&str, &str), ids: (TyId, TyId)) {
        let (old, new) = self.models;
        let holds_integers = |model: &Model| model.ids().any(|id| matches!(model.ty(id).shape, Shape::Integer(_)));
        if old.whole_numbers == new.whole_numbers || !holds_integers(old) || !holds_integers(new) {
            return;
        }
        let word = |is_whole: bool| Some(json!(if is_whole { "`1.0` is an integer" } else { "`1.0` is no integer" }));
        let pair = Pair { models: self.models, ids };
        let shown = (word(old.whole_numbers), word(new.whole_numbers));
        self.entry = (one.to_owned(), other.to_owned());
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
            entry: self.entry.clone(),
            trail,
            other_trails: Vec::new(),
            is_of_site,
            also: Vec::new(),
            inside,
        });
    }
}
