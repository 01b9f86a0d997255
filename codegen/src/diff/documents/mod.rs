//! What an update of an OpenAPI document breaks, by schema and operation.
//!
//! `pairs` says which schemas and operations are one, renamed ones among them. Each two are compared by themselves,
//! and judged on a small model of what they are made of; what differs in one is not told again where it is used.

mod alike;
mod assemble;
mod examples;
mod judge_each;
mod labels;
mod operations;
mod pairs;
mod parameters;
mod parts;
mod roles;

use super::attribute::attribute;
use super::report::Diff;
use super::side::{Side, both, moved, notes};
use super::walk::walk_each;
use crate::diagnostic::Report;
use crate::load::Document;
use crate::openapi::Api;
use crate::project::{Selection, Wanted};
use assemble::{Apis, assemble, counts};
use judge_each::judge_each;
use pairs::Pairs;
use std::panic::resume_unwind;
use std::thread;

/// Compares two OpenAPI documents: all of them, or one schema with all that it refers to.
pub(super) fn diff(old: &Document, new: &Document, root: Option<&str>) -> Result<Diff, Vec<Report>> {
    let (old, new) = sides(old, new, root)?;
    let none = Api::default();
    let apis = Apis { old: api(&old).unwrap_or(&none), new: api(&new).unwrap_or(&none) };
    let pairs = Pairs::of(apis.old, apis.new);
    let mut walked = walk_each(&old.models.strict, &new.models.strict, &pairs.places);
    walked.found.retain(|found| !parameters::is_of_title(apis.new, found));
    let attributed = attribute(&walked.found, moved(&old, &new, &walked));
    let readers = judge_each((&old.models, &new.models), &walked, &pairs.places);
    let found = walked.found.iter().zip(attributed.by_found).zip(readers);
    let (changes, places) = assemble(found, apis, (&old, &new));
    let parts = parts::parts(&pairs, apis, (old.document, new.document));
    Ok(Diff {
        old: old.document.name().to_owned(),
        new: new.document.name().to_owned(),
        files: (old.document.file().to_owned(), new.document.file().to_owned()),
        counts: Some(counts(&places, &parts, apis)),
        changes,
        parts,
        renamed: attributed.rest,
        notes: notes(&old, &new),
    })
}

/// Stack for the thread of one side: as much as the first thread has.
const STACK: usize = 8 * 1024 * 1024;

/// Reads both documents at the same time.
fn sides<'a>(old: &'a Document, new: &'a Document, root: Option<&str>) -> Result<(Side<'a>, Side<'a>), Vec<Report>> {
    thread::scope(|scope| {
        let other = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || side(old, root));
        let new = side(new, root);
        let old = match other {
            Ok(other) => other.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => side(old, root),
        };
        both(old, new)
    })
}

fn side<'a>(document: &'a Document, root: Option<&str>) -> Result<Side<'a>, Report> {
    let subject = Selection::of(document, &Wanted { root, ..Wanted::default() });
    let mut subject = subject.map_err(|found| document.report(vec![found]))?;
    if let (Selection::Api(api), Some(_)) = (&mut subject, root) {
        api.operations.clear();
    }
    Side::of(document, subject)
}

fn api<'s>(side: &'s Side<'_>) -> Option<&'s Api> {
    match &side.subject {
        Selection::Api(api) => Some(api),
        Selection::Document(_) => None,
    }
}
