//! What an update of a schema breaks: for programs that read, and for code that compiles.
//!
//! Two schemas are compared by meaning: by their models, where null, lists of values, references
//! and merged parts are each one thing, however they were written. Verdicts on readers come from
//! samples that are really read by a validator, on what the types of a reading accept.

mod attribute;
mod describe;
mod documents;
mod folders;
mod found;
mod headline;
mod judge;
mod kind;
mod place;
mod readable;
mod reason;
mod report;
mod samples;
mod semver;
mod show;
mod side;
mod verdict;
mod walk;

use crate::diagnostic::Report;
use crate::load::Document;
use crate::openapi::is_openapi;
use crate::project::{Selection, Wanted};
use attribute::attribute;
pub use folders::{FileChange, FolderDiff, diff_folders};
use found::What;
use judge::Judge;
use place::Which;
pub use report::{ApiChange, Bump, Change, Counts, Diff, PartChange};
use serde_json::Value;
pub use show::DiffFormat;
use side::{Side, both, change, moved, notes};
use std::path::Path;
pub use verdict::{Direction, Readers, Verdict};

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
/// Two OpenAPI documents are compared by schema and operation. What clients read and what they write break them in
/// opposite ways: what a server may now send breaks readers, what it now demands breaks writers.
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
    if is_openapi(old) && is_openapi(new) {
        return documents::diff(old, new, options.root.as_deref());
    }
    let (old, new) = both(schema(old, subject(old, new, options)), schema(new, subject(new, old, options)))?;
    let walked = walk::walk(&old.models.strict, &new.models.strict);
    let attributed = attribute(&walked.found, moved(&old, &new, &walked));
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
        parts: Vec::new(),
        counts: None,
        renamed: attributed.rest,
        notes: notes(&old, &new),
    })
}

fn schema(document: &Document, subject: Result<Selection, Report>) -> Result<Side<'_>, Report> {
    let subject = subject?;
    readable::check(document).map_err(|found| document.report(vec![found]))?;
    Side::of(document, subject)
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
