//! One of the two documents that are compared, and what is the same for all comparisons.

use super::found::Found;
use super::judge::Models;
use super::report::{ApiChange, Bump, Change};
use super::semver::{self, Moved};
use super::verdict::{Direction, Readers};
use super::walk::Walked;
use crate::api::ApiType;
use crate::diagnostic::Report;
use crate::generate::{models, public_items};
use crate::load::Document;
use crate::plan::Reading;
use crate::pointer;
use crate::project::Selection;
use std::collections::BTreeSet;

const READINGS: [Reading; 2] = [Reading::Tolerant, Reading::Strict];

/// One of the two documents.
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) subject: Selection,
    pub(super) models: Models,
    /// The items of each reading.
    items: [Vec<ApiType>; 2],
}

impl<'a> Side<'a> {
    pub(super) fn of(document: &'a Document, subject: Selection) -> Result<Self, Report> {
        let [tolerant, strict] = models(document, READINGS, &subject).map_err(|found| document.report(found))?;
        let models = Models { strict, tolerant };
        let items = [&models.tolerant, &models.strict].map(|model| public_items(model, document, &subject));
        let [tolerant, strict] = items;
        Ok(Self { document, subject, models, items: [tolerant?, strict?] })
    }
}

/// Both, or what is wrong with each.
pub(super) fn both<T>(old: Result<T, Report>, new: Result<T, Report>) -> Result<(T, T), Vec<Report>> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => Err([old.err(), new.err()].into_iter().flatten().collect()),
    }
}

/// The changes of public items, where the schemas have what they come from.
pub(super) fn moved(old: &Side<'_>, new: &Side<'_>, walked: &Walked) -> Vec<Moved> {
    let mut moved: Vec<Moved> = Vec::new();
    for ((one, other), reading) in old.items.iter().zip(&new.items).zip(READINGS) {
        moved.extend(semver::compare(one, other, &walked.pairs, reading.as_str()));
    }
    for item in &mut moved {
        let [old, new] = &walked.origins;
        for (place, origins) in [(&mut item.old, old), (&mut item.new, new)] {
            *place = place.take().map(|place| origins.get(&place).cloned().unwrap_or(place));
        }
    }
    moved
}

/// A difference as it is reported.
pub(super) fn change(
    found: &Found,
    api: Vec<ApiChange>,
    readers: [Readers; 2],
    old: &Side<'_>,
    new: &Side<'_>,
) -> Change {
    let [old_readers, new_readers] = readers;
    let is_gone = found.new_pointer.is_none();
    let document = if is_gone { old.document } else { new.document };
    let at = place(found, old, new);
    Change {
        kind: found.what.name(),
        pointer: pointer::split(&at).1.to_owned(),
        file: document.file_of(&at).map(str::to_owned),
        is_gone,
        part: None,
        parameter: None,
        direction: Direction::Unknown,
        line: document.line(&at),
        also: found.also.iter().map(|at| written(at)).collect(),
        sampled: written(&found.entry.1),
        before: found.before.clone(),
        after: found.after.clone(),
        old_readers,
        new_readers,
        bump: api.iter().map(|change| change.bump).max().unwrap_or(Bump::Patch),
        api,
    }
}

/// Where a difference stands: in the new document, or in the old one if it is gone.
pub(super) fn place(found: &Found, old: &Side<'_>, new: &Side<'_>) -> String {
    match (&found.new_pointer, &found.old_pointer) {
        (Some(at), _) => new.document.known(at),
        (None, at) => old.document.known(at.as_deref().unwrap_or_default()),
    }
}

/// A pointer, with the file before it if that is another.
fn written(at: &str) -> String {
    if pointer::other_file(at).is_some() { pointer::reference(at) } else { at.to_owned() }
}

/// The order of keys is the order of parameters.
pub(super) fn notes(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let all = old.items.iter().zip(&new.items).flat_map(|(one, other)| semver::reordered(one, other));
    let names: BTreeSet<String> = all.collect();
    let note = |name: String| {
        format!(
            "`{name}::new` takes its parameters in the order of the schema's keys, which changed: look at the calls. \
             To change the order of parameters is major by cargo's rules"
        )
    };
    names.into_iter().map(note).collect()
}
