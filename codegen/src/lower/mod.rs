//! From the dialect to a plain draft-07 schema and the [`Plan`].
//!
//! A reading is an ordered list of passes; a pass is a function over the [`Draft`], one file
//! each. Keywords that begin with `x-lower-` are private to this stage: a pass writes them, a
//! later one reads them, and none is in the plain schema.

mod canonical;
mod canonical_enums;
mod canonical_null;
mod check_vocabulary;
mod class_sequence;
mod collapse_unions;
mod components;
mod draft;
mod graph;
mod infer_types;
mod lift_definitions;
mod mark_sources;
mod merge_all_of;
mod name_definitions;
mod name_types;
mod names;
mod notes;
mod place_types;
mod plan_text;
mod plan_types;
mod refuse_deep_nests;
mod refuse_endless_types;
mod resolve_refs;
mod spell_out;
mod subject;
mod take_off_foreign;
mod tell_branches;
mod tolerate;
mod unite;
mod vocabulary;

use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Document;
use crate::plan::{Plan, Reading};
pub(crate) use canonical::{
    CONDITIONS, Canonical, IGNORE_UNLISTED, KEEP_UNKNOWN, LENIENT, NOTES, SOURCE, Schema, TOLD,
};
use draft::Draft;
pub(crate) use names::field_ident as module_name;
use serde_json::Value;
pub(crate) use subject::{Subject, stem};

/// What `lower` gives to the later stages.
#[derive(Clone, Debug)]
pub(crate) struct Lowered {
    /// Draft-07, with nothing of the dialect in it and Rust names for all names.
    pub(crate) schema: Value,
    pub(crate) plan: Plan,
    /// What is worth knowing although types can be made.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

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

/// What both readings end with: names, and the Plan.
const PLANNED: &[Pass] = &[tell_branches::tell_branches, name_types::name_types, plan_types::plan_types];

/// What ends the canonical form: which branch a tag means.
const BRANCHES_TOLD: &[Pass] = &[tell_branches::tell_branches];

/// What ends a twin: the dialect's rules in the words of JSON Schema.
const SPELLED_OUT: &[Pass] = &[tell_branches::tell_branches, spell_out::spell_out];

/// Lowers a document for a reading.
pub(crate) fn lower(document: &Document, reading: Reading, subject: &Subject) -> Result<Lowered, Vec<Diagnostic>> {
    let draft = run(document, subject, &[CANONICAL, own_passes(reading), PLANNED])?;
    Ok(draft.finish())
}

/// What a reading adds to the canonical form.
fn own_passes(reading: Reading) -> &'static [Pass] {
    match reading {
        Reading::Tolerant => TOLERANT,
        Reading::Strict => STRICT,
    }
}

/// Lowers a document to plain JSON Schema draft-04 that accepts what the types of a reading accept.
pub(crate) fn twin(document: &Document, reading: Reading) -> Result<Value, Vec<Diagnostic>> {
    let subject = Subject::of(document, None, "").map_err(|found| vec![found])?;
    let draft = run(document, &subject, &[CANONICAL, own_passes(reading), SPELLED_OUT])?;
    Ok(draft.into_twin(subject.root()))
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
