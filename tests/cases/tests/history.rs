//! What a comparison says of readers is what the compiled types do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "../../judge/instances.rs"]
mod instances;

use clerk_codegen::{Diff, DiffOptions, Document, Readers, Reading, Verdict, diff, twin};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::Path;

/// Whether the types of a version read a document, tolerant and strict.
struct Types {
    tolerant: fn(&Value) -> bool,
    strict: fn(&Value) -> bool,
}

fn reads<T: DeserializeOwned>(document: &Value) -> bool {
    serde_json::from_str::<T>(&document.to_string()).is_ok()
}

macro_rules! versions {
    ($($file:literal: $tolerant:ident, $strict:ident;)*) => {
        const VERSIONS: &[(&str, Types)] = &[$((
            $file,
            Types {
                tolerant: reads::<clerk_codegen_cases::$tolerant::Root>,
                strict: reads::<clerk_codegen_cases::$strict::Root>,
            },
        )),*];
    };
}

versions! {
    "number-01-first": number_01_first_tolerant, number_01_first_strict;
    "number-02-wider": number_02_wider_tolerant, number_02_wider_strict;
    "number-03-taken-back": number_03_taken_back_tolerant, number_03_taken_back_strict;
    "number-04-any-string": number_04_any_string_tolerant, number_04_any_string_strict;
    "number-05-null": number_05_null_tolerant, number_05_null_strict;
    "number-06-pattern-and-open": number_06_pattern_and_open_tolerant, number_06_pattern_and_open_strict;
    "number-07-tagged": number_07_tagged_tolerant, number_07_tagged_strict;
    "number-08-mapping": number_08_mapping_tolerant, number_08_mapping_strict;
    "number-09-channel": number_09_channel_tolerant, number_09_channel_strict;
    "number-10-inline": number_10_inline_tolerant, number_10_inline_strict;
    "errors-1-first": errors_1_first_tolerant, errors_1_first_strict;
    "errors-2-trace": errors_2_trace_tolerant, errors_2_trace_strict;
    "errors-3-trace-removed": errors_3_trace_removed_tolerant, errors_3_trace_removed_strict;
    "errors-4-meta-opened": errors_4_meta_opened_tolerant, errors_4_meta_opened_strict;
    "link-1-first": link_1_first_tolerant, link_1_first_strict;
    "link-2-value-added": link_2_value_added_tolerant, link_2_value_added_strict;
    "link-3-described": link_3_described_tolerant, link_3_described_strict;
    "link-4-pattern-widened": link_4_pattern_widened_tolerant, link_4_pattern_widened_strict;
    "link-5-null": link_5_null_tolerant, link_5_null_strict;
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/history")
}

fn document(name: &str) -> Document {
    Document::read(&folder().join(name).with_extension("json")).unwrap()
}

/// Versions of one series that are not far from each other, in both directions: the real updates and more.
fn pairs() -> impl Iterator<Item = (&'static (&'static str, Types), &'static (&'static str, Types))> {
    let series = |name: &str| name.split('-').next().unwrap().to_owned();
    let indexed = || VERSIONS.iter().enumerate();
    let all = indexed().flat_map(move |old| indexed().map(move |new| (old, new)));
    let near = all.filter(|((old, _), (new, _))| old.abs_diff(*new) <= 3);
    near.map(|((_, old), (_, new))| (old, new)).filter(move |(old, new)| series(old.0) == series(new.0))
}

fn compared(old: &str, new: &str) -> Diff {
    diff(&document(old), &document(new), &DiffOptions::default()).unwrap()
}

#[test]
fn every_version_is_here() {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let names =
        entries.filter(|path| path.is_file()).map(|path| path.file_stem().unwrap().to_string_lossy().into_owned());
    let missing: Vec<String> = names.filter(|name| VERSIONS.iter().all(|(version, _)| version != name)).collect();
    assert!(missing.is_empty(), "add these versions to the list above: {missing:?}");
}

#[test]
fn every_sample_is_refused_by_the_compiled_types() {
    let mut samples = 0;
    let mut check = |readers: &Readers, reader: &Types, writer: &Types, what: &str| {
        for (verdict, reads) in [(&readers.tolerant, reader.tolerant), (&readers.strict, reader.strict)] {
            if let Verdict::Refuses { sample } = verdict {
                samples += 1;
                assert!((writer.strict)(sample), "{what}: the writer's strict types refuse {sample}");
                assert!(!reads(sample), "{what}: the reader's types read {sample}");
            }
        }
    };
    for ((old, old_types), (new, new_types)) in pairs() {
        for change in compared(old, new).changes {
            let what = format!("{old} -> {new}: {} at {}", change.kind, change.pointer);
            check(&change.old_readers, old_types, new_types, &what);
            check(&change.new_readers, new_types, old_types, &what);
        }
    }
    assert!(samples > 200, "only {samples} samples");
}

/// How many documents of each version are read by all others of its series.
const DOCUMENTS: usize = 300;

/// Documents that the strict types of a version read.
fn documents(name: &str) -> Vec<Value> {
    let document = document(name);
    let letter = jsonschema::draft4::new(&twin(&document, Reading::Strict).unwrap()).unwrap();
    let strategy = instances::instances(document.root(), "");
    let mut runner = TestRunner::deterministic();
    let made = std::iter::repeat_with(|| strategy.new_tree(&mut runner).unwrap().current()).take(20 * DOCUMENTS);
    made.filter(|document| letter.is_valid(document)).take(DOCUMENTS).collect()
}

#[test]
fn where_all_verdicts_are_yes_every_document_is_read() {
    let all: Vec<(&str, Vec<Value>)> = VERSIONS.iter().map(|(name, _)| (*name, documents(name))).collect();
    let sent = |name: &str| &all.iter().find(|(other, _)| *other == name).unwrap().1;
    let mut refused = 0;
    for ((old, old_types), (new, new_types)) in pairs() {
        let changes = compared(old, new).changes;
        let old_readers = changes.iter().map(|change| &change.old_readers).collect::<Vec<_>>();
        let new_readers = changes.iter().map(|change| &change.new_readers).collect::<Vec<_>>();
        for (readers, types, sent) in [(old_readers, old_types, sent(new)), (new_readers, new_types, sent(old))] {
            let unsure = |pick: fn(&Readers) -> &Verdict| readers.iter().any(|both| *pick(both) != Verdict::Reads);
            let tolerant = (unsure(|both| &both.tolerant), types.tolerant);
            let strict = (unsure(|both| &both.strict), types.strict);
            for (unsure, reads) in [tolerant, strict] {
                let lost = sent.iter().find(|document| !reads(document));
                refused += usize::from(lost.is_some());
                assert!(unsure || lost.is_none(), "{old} -> {new}: nothing is said to break, but {lost:?} is refused");
            }
        }
    }
    assert!(refused > 100, "only {refused} readers refuse anything: this proves little");
}
