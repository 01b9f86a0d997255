//! From the dialect to a plain draft-07 schema and the [`Plan`].
//!
//! A reading is an ordered list of passes; a pass is a function over the [`Draft`], one file
//! each. Keywords that begin with `x-lower-` are private to this stage: a pass writes them, a
//! later one reads them, and none is in the plain schema.

mod canonical;
mod canonical_enums;
mod canonical_null;
mod check_vocabulary;
mod collapse_unions;
mod draft;
mod graph;
mod infer_types;
mod lift_definitions;
mod mark_sources;
mod merge_all_of;
mod notes;
mod refuse_endless_types;
mod resolve_refs;
mod spell_out;
mod take_off_foreign;
mod tell_branches;
mod tolerate;
mod unite;
mod vocabulary;

use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Document;
use crate::plan::Reading;
pub(crate) use crate::project::Selection as Subject;
pub(crate) use canonical::{
    CONDITIONS, Canonical, IGNORE_UNLISTED, KEEP_UNKNOWN, LENIENT, NOTES, SOURCE, Schema, TOLD,
};
use draft::Draft;
pub(crate) use notes::UNCHECKED;

type Pass = fn(&mut Draft<'_>);

/// What both readings begin with: one way to write each thing.
const CANONICAL: &[Pass] = &[
    mark_sources::mark_sources,
    check_vocabulary::check_vocabulary,
    lift_definitions::lift_definitions,
    resolve_refs::resolve_refs,
    merge_all_of::merge_all_of,
    canonical_null::canonical_null,
    canonical_enums::canonical_enums,
    collapse_unions::collapse_unions,
    infer_types::infer_types,
    take_off_foreign::take_off_foreign,
    refuse_endless_types::refuse_endless_types,
];

/// What the tolerant reading adds: the schema as if its author had allowed more.
const TOLERANT: &[Pass] = &[
    tolerate::open_enums,
    tolerate::keep_unknown_branches,
    tolerate::ignore_unlisted_members,
    tolerate::read_null_as_absent,
    tolerate::take_off_checks,
];

/// The strict reading adds nothing.
const STRICT: &[Pass] = &[];

/// What ends the canonical form: which branch a tag means.
const BRANCHES_TOLD: &[Pass] = &[tell_branches::tell_branches];

/// What a reading adds to the canonical form.
fn own_passes(reading: Reading) -> &'static [Pass] {
    match reading {
        Reading::Tolerant => TOLERANT,
        Reading::Strict => STRICT,
    }
}

/// Runs lists of passes. Within a list each pass runs whatever the ones before it found, so that
/// many errors are reported at once; a list with an error is the last.
fn run<'a>(document: &'a Document, subject: &'a Subject, lists: &[&[Pass]]) -> Result<Draft<'a>, Vec<Diagnostic>> {
    let mut draft = Draft::new(document, subject);
    for list in lists {
        list.iter().for_each(|pass| pass(&mut draft));
        if draft.diagnostics.iter().any(|found| found.severity == Severity::Error) {
            return Err(draft.diagnostics);
        }
    }
    Ok(draft)
}
