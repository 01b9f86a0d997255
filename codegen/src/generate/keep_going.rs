//! Leaves out the schemas of a document that have errors, so that they do not sink the others.

use super::understand::read;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::load::Document;
use crate::model::Model;
use crate::openapi::Kind;
use crate::options::Options;
use crate::pointer;
use crate::project::Selection;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The document, without the schemas that have errors if the user wants to go on without them, and those errors.
pub(super) fn keep<'d>(document: &'d Document, options: &Options) -> Result<(Cow<'d, Document>, Report), Report> {
    if !options.keep_going {
        return Ok((Cow::Borrowed(document), document.report(Vec::new())));
    }
    let (kept, excused) = without_bad_schemas(document, options)?;
    Ok((Cow::Owned(kept), document.report(excused)))
}

/// What was found, errors first.
pub(super) fn joined(mut excused: Report, report: Report) -> Report {
    excused.diagnostics.extend(report.diagnostics);
    let others = report.others.into_iter().filter(|other| !excused.others.contains(other)).collect::<Vec<_>>();
    excused.others.extend(others);
    excused
}

/// A document in which each schema that has an error allows any value, and those errors.
///
/// # Errors
///
/// A [`Report`] when an error is in no schema of the document: it is in the document itself.
fn without_bad_schemas(document: &Document, options: &Options) -> Result<(Document, Vec<Diagnostic>), Report> {
    let (mut kept, mut said) = (document.clone(), Vec::new());
    let mut left_out: BTreeSet<String> = BTreeSet::new();
    loop {
        let selection = Selection::of(&kept, &options.wanted()).map_err(|found| document.report(vec![found]))?;
        let errors = errors(&kept, &selection, options);
        if errors.is_empty() {
            return Ok((kept, said));
        }
        let mut bad = BTreeSet::new();
        for found in &errors {
            if let Some(place) = schema_around(&kept, &selection, &found.pointer) {
                said.push(excused(found, &place));
                bad.insert(place);
            }
        }
        // What was left out already cannot be at fault again: nothing would come of another turn.
        if bad.is_subset(&left_out) {
            return Err(document.report(said.into_iter().chain(errors).collect()));
        }
        kept = kept.allowing_any(&bad);
        left_out.append(&mut bad);
    }
}

fn errors(document: &Document, selection: &Selection, options: &Options) -> Vec<Diagnostic> {
    let mut found = match read(document, selection) {
        Ok((schema, found)) => found.into_iter().chain(Model::of(&schema, options.choices()).1).collect(),
        Err(found) => found,
    };
    found.retain(|found| found.severity == Severity::Error);
    found
}

/// The schema that has the error, by its pointer: a component, a definition, or one that stands in place.
fn schema_around(document: &Document, selection: &Selection, at: &str) -> Option<String> {
    let (file, inner) = pointer::split(at);
    let place = match selection {
        _ if !file.is_empty() => file.to_owned() + &definition(inner).unwrap_or_default(),
        Selection::Document(_) => definition(at)?,
        Selection::Api(api) => {
            let root = api.around(at)?;
            if root.kind == Kind::Parameters {
                let inner = first_tokens(at.strip_prefix(root.at.as_str())?, 1)?;
                pointer::join(&(root.at.clone() + &inner), "schema")
            } else {
                root.at.clone()
            }
        }
    };
    document.value(&place).map(|_| place)
}

/// The definition around a place in a file.
fn definition(at: &str) -> Option<String> {
    let counts = [("/$defs/", 2), ("/definitions/", 2), ("/components/schemas/", 3)];
    let (_, count) = counts.iter().find(|(holder, _)| at.starts_with(holder))?;
    first_tokens(at, *count)
}

/// The part of a pointer that has so many tokens.
fn first_tokens(at: &str, count: usize) -> Option<String> {
    let end = at.match_indices('/').nth(count).map_or(at.len(), |(end, _)| end);
    let first = at.get(..end)?;
    (first.matches('/').count() == count).then(|| first.to_owned())
}

fn excused(found: &Diagnostic, place: &str) -> Diagnostic {
    let help = format!("{}; until then `{}` is `serde_json::Value`", found.help, pointer::reference(place));
    Diagnostic { help, ..found.clone() }
}
