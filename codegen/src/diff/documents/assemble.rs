//! The differences as they are reported: by schema and operation, one cause once.

use super::labels::{home, is_in, named_at, operation, operation_at, part_at, schema};
use super::parameters;
use super::roles::{Roles, direction};
use crate::diff::found::{Found, What};
use crate::diff::place::Which;
use crate::diff::report::{ApiChange, Change, Counts, PartChange};
use crate::diff::side::{self, Side, change};
use crate::diff::verdict::{Readers, Verdict};
use crate::openapi::{Api, Kind};
use std::collections::BTreeSet;

/// What both documents hold.
#[derive(Clone, Copy)]
pub(super) struct Apis<'a> {
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
}

impl<'a> Apis<'a> {
    fn holder(self, is_gone: bool) -> &'a Api {
        if is_gone { self.old } else { self.new }
    }
}

/// A difference, the public items that change by it, and the verdicts.
type Judged<'f> = ((&'f Found, Vec<ApiChange>), [Readers; 2]);

/// JSON pointers of what changed, and whether each is one of the old document.
pub(super) type Places = Vec<(bool, String)>;

pub(super) fn assemble<'f>(
    found: impl Iterator<Item = Judged<'f>>,
    apis: Apis<'_>,
    (old, new): (&Side<'_>, &Side<'_>),
) -> (Vec<Change>, Places) {
    let roles = (Roles::of(old.document, apis.old), Roles::of(new.document, apis.new));
    let mut changes: Vec<Change> = Vec::new();
    let mut places = Vec::new();
    for ((found, api), readers) in found {
        if found.what == What::Name && api.is_empty() {
            continue;
        }
        let direction = direction((&roles.0, &place(found, Which::Old)), (&roles.1, &place(found, Which::New)));
        let found = in_document(found, apis);
        let parameter = parameters::name(apis.new, &found);
        let readers = if parameter.is_some() { of_parameter(&found.what, readers) } else { readers };
        let mut change = change(&found, api, readers, old, new);
        change.direction = direction;
        let (at, api) = (side::place(&found, old, new), apis.holder(change.is_gone));
        let home = home(api, &at, if change.is_gone { &found.entry.0 } else { &found.entry.1 });
        change.part = Some(part_at(api, home));
        places.push((change.is_gone, home.to_owned()));
        places.extend(
            found.also.iter().cloned().chain(parameter.as_ref().map(|_| found.entry.1.clone())).map(|at| (false, at)),
        );
        change.parameter = parameter;
        add(&mut changes, change, &found.entry.1);
    }
    let firsts: Vec<Option<String>> = changes.iter().map(|change| change.part.clone()).collect();
    changes.sort_by_key(|change| firsts.iter().position(|part| *part == change.part));
    (changes, places)
}

/// Where a difference is in one of the documents: what only the other has is as good as where it was looked for.
fn place(found: &Found, which: Which) -> String {
    let (old, new) = (&found.old_pointer, &found.new_pointer);
    let (own, other, entry) = (which.of((old, new)), which.other().of((old, new)), found.entry(which));
    let beside = || other.as_ref().filter(|at| is_in(at, entry)).cloned();
    own.clone().or_else(beside).unwrap_or_else(|| entry.to_owned())
}

/// A difference with the places that its parameter has in the documents.
fn in_document(found: &Found, apis: Apis<'_>) -> Found {
    let mut found = found.clone();
    for (pointer, api) in [(&mut found.old_pointer, apis.old), (&mut found.new_pointer, apis.new)] {
        let place = pointer.as_ref().and_then(|at| parameters::place(api, at));
        *pointer = place.or_else(|| pointer.take());
    }
    found
}

/// Nothing in a document forbids parameters that it does not list; servers ignore them.
fn of_parameter(what: &What, [old, new]: [Readers; 2]) -> [Readers; 2] {
    let ignoring = |readers: Readers| Readers { strict: Verdict::Reads, ..readers };
    match what {
        What::Property { added: true, .. } => [ignoring(old), new],
        What::Property { added: false, .. } => [old, ignoring(new)],
        _ => [old, new],
    }
}

/// Adds a change, unless it is one of a parameter that several operations refer to.
fn add(changes: &mut Vec<Change>, change: Change, entry: &str) {
    let is_same = |other: &&mut Change| {
        other.parameter.is_some()
            && (other.kind, &other.file, &other.pointer, &other.parameter)
                == (change.kind, &change.file, &change.pointer, &change.parameter)
            && (&other.before, &other.after) == (&change.before, &change.after)
    };
    match changes.iter_mut().find(is_same) {
        Some(same) => {
            same.also.push(entry.to_owned());
            same.bump = same.bump.max(change.bump);
            same.api.extend(change.api);
        }
        None => changes.push(change),
    }
}

/// How much changed.
pub(super) fn counts(places: &Places, parts: &[PartChange], apis: Apis<'_>) -> Counts {
    let (mut schemas, mut operations) = (BTreeSet::new(), BTreeSet::new());
    for (is_gone, at) in places {
        let api = apis.holder(*is_gone);
        schemas.extend(named_at(api, at).map(schema));
        operations.extend(operation_at(api, at).map(operation));
    }
    for part in parts.iter().filter(|part| !["operation-added", "schema-added"].contains(&part.kind)) {
        let of = if part.kind.starts_with("schema-") { &mut schemas } else { &mut operations };
        of.insert(part.part.clone());
    }
    Counts {
        changed_schemas: schemas.len(),
        schemas: apis.old.roots.iter().filter(|root| root.kind == Kind::Named).count(),
        changed_operations: operations.len(),
        operations: apis.old.operations.len(),
    }
}
