//! What an update of a schema breaks: for programs that read, and for code that compiles.
//!
//! Two schemas are compared by meaning: by their models, where null, lists of values, references
//! and merged parts are each one thing, however they were written. Verdicts on readers come from
//! samples that are really read by a validator, on what the types of a reading accept.

mod attribute;
mod bring;
mod compare;
mod compare_objects;
mod compare_unions;
mod covers;
mod covers_objects;
mod describe;
mod fits;
mod found;
mod implied;
mod judge;
mod kind;
mod least;
mod named;
mod numbers;
mod pair;
mod pair_branches;
mod patterns;
mod place;
mod readable;
mod reason;
mod report;
mod samples;
mod semver;
mod show;
mod strings;
mod walk;
mod ways;
mod with;

use crate::api::ApiType;
use crate::diagnostic::Report;
use crate::generate::{model, public_items};
use crate::load::Document;
use crate::plan::Reading;
use crate::pointer;
use crate::project::{Selection, Wanted};
use attribute::attribute;
use found::{Found, What};
use judge::{Judge, Models};
use place::Which;
pub use report::{ApiChange, Bump, Change, Diff, Readers, Verdict};
use semver::Moved;
use serde_json::Value;
pub use show::DiffFormat;
use std::collections::BTreeSet;
use std::path::Path;

/// What the user chooses about a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DiffOptions {
    /// The Rust name of the root type; by default made of each schema's title.
    pub root: Option<String>,
    /// What the titles begin with, and the types do not.
    pub title_prefix: String,
}

/// Compares two schemas by meaning, and says what the update from one to the other breaks.
///
/// # Errors
///
/// A [`Report`] for each of the two that is no schema, or cannot be carried into Rust types.
///
/// # Examples
///
/// ```
/// use clerk_codegen::{Bump, DiffOptions, Document, diff};
///
/// let old = Document::parse("pet.json", r#"{"properties": {"name": {"type": "string"}}}"#)?;
/// let new = Document::parse("pet.json", r#"{"properties": {"name": {"type": ["string", "null"]}}}"#)?;
/// let diff = diff(&old, &new, &DiffOptions::default()).map_err(|mut reports| reports.remove(0))?;
/// assert_eq!(diff.changes.len(), 1);
/// assert_eq!(diff.changes[0].pointer, "/properties/name");
/// assert_eq!(diff.bump(), Some(Bump::Major));
/// # Ok::<(), clerk_codegen::Report>(())
/// ```
pub fn diff(old: &Document, new: &Document, options: &DiffOptions) -> Result<Diff, Vec<Report>> {
    let (old, new) = both(side(old, subject(old, new, options)), side(new, subject(new, old, options)))?;
    let walked = walk::walk(&old.models.strict, &new.models.strict);
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
    let attributed = attribute(&walked.found, moved);
    let mut judge = Judge::new((&old.models, &new.models), &walked.found);
    let changes = walked.found.iter().zip(attributed.by_found).enumerate();
    let changes = changes.filter(|(_, (found, api))| found.what != What::Name || !api.is_empty());
    let changes = changes.map(|(index, (found, api))| {
        let readers = [judge.readers(index, Which::New), judge.readers(index, Which::Old)];
        change(found, api, readers, &old, &new)
    });
    let changes = changes.collect();
    Ok(Diff {
        old: old.document.name().to_owned(),
        new: new.document.name().to_owned(),
        files: (old.document.file().to_owned(), new.document.file().to_owned()),
        changes,
        renamed: attributed.rest,
        notes: notes(&old, &new),
    })
}

const READINGS: [Reading; 2] = [Reading::Tolerant, Reading::Strict];

/// One of the two schemas.
struct Side<'a> {
    document: &'a Document,
    models: Models,
    /// The items of each reading.
    items: [Vec<ApiType>; 2],
}

fn side(document: &Document, subject: Result<Selection, Report>) -> Result<Side<'_>, Report> {
    let subject = subject?;
    let failed = |found| document.report(found);
    readable::check(document).map_err(|found| failed(vec![found]))?;
    let [tolerant, strict] = READINGS.map(|reading| model(document, reading, &subject).map_err(failed));
    let models = Models { tolerant: tolerant?, strict: strict? };
    let [tolerant, strict] = READINGS.map(|reading| public_items(document, reading, &subject));
    Ok(Side { document, models, items: [tolerant?, strict?] })
}

fn both<T>(old: Result<T, Report>, new: Result<T, Report>) -> Result<(T, T), Vec<Report>> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => Err([old.err(), new.err()].into_iter().flatten().collect()),
    }
}

/// The name of a root type: of its title; where only one has a title, two files of different names share it.
fn subject(own: &Document, other: &Document, options: &DiffOptions) -> Result<Selection, Report> {
    let titled = |document: &Document| document.root().get("title").and_then(Value::as_str).is_some();
    let file = |document: &Document| Path::new(document.file()).file_name().map(ToOwned::to_owned);
    let namer = match (titled(own), titled(other)) {
        (false, true) if file(own) != file(other) => other,
        (false, false) => return Ok(Selection::Document(options.root.clone().unwrap_or_else(|| "Root".to_owned()))),
        _ => own,
    };
    let wanted = Wanted { root: options.root.as_deref(), title_prefix: &options.title_prefix, ..Wanted::default() };
    Selection::of(namer, &wanted).map_err(|found| own.report(vec![found]))
}

fn change(found: &Found, api: Vec<ApiChange>, readers: [Readers; 2], old: &Side<'_>, new: &Side<'_>) -> Change {
    let [old_readers, new_readers] = readers;
    let is_gone = found.new_pointer.is_none();
    let document = if is_gone { old.document } else { new.document };
    let pointer = document.known(found.new_pointer.as_ref().or(found.old_pointer.as_ref()).map_or("", String::as_str));
    Change {
        kind: found.what.name(),
        pointer: pointer::split(&pointer).1.to_owned(),
        file: document.file_of(&pointer).map(str::to_owned),
        is_gone,
        line: document.line(&pointer),
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

/// A pointer, with the file before it if that is another.
fn written(at: &str) -> String {
    if pointer::other_file(at).is_some() { pointer::reference(at) } else { at.to_owned() }
}

/// The order of keys is the order of parameters.
fn notes(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
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
