//! The first stages: what a document says, and what that means.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::load::Document;
use crate::model::{Choices, Model};
use crate::openapi::is_openapi;
use crate::options::Options;
use crate::plan::Reading;
use crate::project::{self, Projected, Selection, Subject};
use crate::schema::Schema;
use std::collections::BTreeSet;

/// The letter of a document, and what it means by these options.
pub(crate) fn model_of(document: &Document, options: &Options) -> Result<(Schema, Model, Selection), Vec<Diagnostic>> {
    let selection = Selection::of(document, &options.wanted()).map_err(|found| vec![found])?;
    let (schema, _) = read(document, &selection)?;
    let schema = chosen(schema, &selection, options.choices());
    let (model, _) = Model::of(&schema, options.choices());
    Ok((schema, model, selection))
}

/// What a document means in one reading.
pub(crate) fn model(document: &Document, reading: Reading, selection: &Selection) -> Result<Model, Vec<Diagnostic>> {
    let [model] = models(document, [reading], selection)?;
    Ok(model)
}

/// What a document means in several readings: its letter, which is the same for all, is read once.
pub(crate) fn models<const N: usize>(
    document: &Document,
    readings: [Reading; N],
    selection: &Selection,
) -> Result<[Model; N], Vec<Diagnostic>> {
    let (schema, _) = read(document, selection)?;
    let made = readings.map(|reading| Model::of(&schema, Choices::of(reading)));
    match made.iter().find(|(_, found)| found.iter().any(|found| found.severity == Severity::Error)) {
        Some((_, found)) => Err(found.clone()),
        None => Ok(made.map(|(model, _)| model)),
    }
}

/// The letter of what was selected.
pub(super) fn read(document: &Document, selection: &Selection) -> Result<(Schema, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (roots, mut found) = match selection {
        Selection::Document(_) => (vec![(String::new(), document.root().clone())], Vec::new()),
        Selection::Api(api) => {
            (api.roots.iter().map(|root| (root.at.clone(), root.schema.clone())).collect(), api.diagnostics())
        }
    };
    let is_refused = found.iter().any(|found| found.severity == Severity::Error);
    match Schema::read(document, &roots, is_openapi(document)) {
        Ok((schema, about_letter)) if !is_refused => {
            found.extend(about_letter);
            Ok((schema, found))
        }
        Ok((_, about_letter)) | Err(about_letter) => Err(found.into_iter().chain(about_letter).collect()),
    }
}

/// The letter by what the user chooses.
fn chosen(schema: Schema, selection: &Selection, choices: Choices) -> Schema {
    if choices.split_read_write { schema.split(&selection.uses()) } else { schema }
}

/// The first stages: what the document says, what that means, and what of it typify is given.
pub(crate) fn understand(subject: Subject<'_>, choices: Choices) -> Result<Projected, Report> {
    let Subject { document, selection, .. } = subject;
    let (schema, mut found) = read(document, selection).map_err(|found| document.report(found))?;
    let schema = chosen(schema, selection, choices);
    let (model, about_types) = Model::of(&schema, choices);
    let mut projected = project::project(&model, subject);
    found.extend(once(about_types));
    found.append(&mut projected.diagnostics);
    if found.iter().any(|found| found.severity == Severity::Error) {
        return Err(document.report(found));
    }
    Ok(Projected { diagnostics: found, ..projected })
}

/// What is said of a schema in each use, and on each way to it, once.
fn once(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    all.into_iter().filter(|found| seen.insert((found.pointer.clone(), found.message.clone()))).collect()
}
