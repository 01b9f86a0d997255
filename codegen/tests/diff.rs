//! What an update of a schema breaks: the history of two schemas, and what is no change.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::{Bump, Diff, DiffFormat, DiffOptions, Document, Verdict, diff};
use insta::{Settings, assert_snapshot};
use std::path::{Path, PathBuf};

fn options() -> DiffOptions {
    let mut options = DiffOptions::default();
    "Clerk ".clone_into(&mut options.title_prefix);
    options
}

fn of_texts(old: &str, new: &str) -> Diff {
    let document = |text: &str| Document::parse("schema.json", text).unwrap();
    diff(&document(old), &document(new), &options()).unwrap_or_else(|reports| panic!("{}", reports[0]))
}

/// The versions of a series, in their order.
fn history(series: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/history");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_version = |path: &PathBuf| path.is_file() && path.file_name().unwrap().to_string_lossy().starts_with(series);
    let mut paths: Vec<PathBuf> = entries.filter(is_version).collect();
    paths.sort();
    paths
}

fn named(path: &Path) -> Document {
    Document::parse(path.file_name().unwrap().to_string_lossy(), std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn each_version_is_compared_with_the_one_before() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("history/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for series in ["number", "errors", "link"] {
        for pair in history(series).windows(2) {
            let diff = diff(&named(&pair[0]), &named(&pair[1]), &options()).unwrap();
            let name = pair[1].file_stem().unwrap().to_string_lossy().into_owned();
            settings.bind(|| {
                let text = diff.render(DiffFormat::Text { colour: false });
                assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
                assert_snapshot!(format!("{name}.text"), text);
                if ["number-05-null", "number-09-channel", "errors-3-trace-removed"].contains(&name.as_str()) {
                    assert_snapshot!(format!("{name}.markdown"), diff.render(DiffFormat::Markdown));
                    assert_snapshot!(format!("{name}.json"), diff.render(DiffFormat::Json));
                    assert_snapshot!(format!("{name}.github"), diff.render(DiffFormat::GitHub));
                }
            });
        }
    }
}

/// Properties `a` and `b`, and what else there is, for comparing two ways to say one thing.
fn with(a: &str, more: &str) -> String {
    format!(
        r#"{{"title": "T", "type": "object", "additionalProperties": false, "required": ["b", "a"],
            "properties": {{"a": {a}, "b": {{"type": "string"}}}}{more}}}"#
    )
}

/// Pairs that say the same in two ways.
fn alike() -> Vec<(&'static str, String, String)> {
    let plain = |a: &str| with(a, "");
    let nullable = plain(r#"{"type": "string", "nullable": true}"#);
    let object =
        r#"{"type": "object", "x-speakeasy-name-override": "Inner", "properties": {"x": {"enum": ["p", "q"]}}}"#;
    vec![
        (
            "the order of keys",
            r#"{"type": "object", "title": "T", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}"#
                .into(),
            r#"{"properties": {"b": {"type": "integer"}, "a": {"type": "string"}}, "title": "T", "type": "object"}"#
                .into(),
        ),
        (
            "the order of required",
            plain(r#"{"type": "string"}"#),
            plain(r#"{"type": "string"}"#).replace(r#"["b", "a"]"#, r#"["a", "b"]"#),
        ),
        (
            "inline and by reference",
            plain(object),
            with(r##"{"$ref": "#/$defs/Inner"}"##, &format!(r#", "$defs": {{"Inner": {object}}}"#)),
        ),
        (
            "a renamed definition that gives the same names",
            with(r##"{"$ref": "#/$defs/One"}"##, &format!(r#", "$defs": {{"One": {object}}}"#)),
            with(r##"{"$ref": "#/$defs/two"}"##, &format!(r#", "$defs": {{"two": {object}}}"#)),
        ),
        ("nullable and a list of types", nullable.clone(), plain(r#"{"type": ["string", "null"]}"#)),
        ("nullable and a null branch", nullable.clone(), plain(r#"{"oneOf": [{"type": "string"}, {"type": "null"}]}"#)),
        ("nullable and a null branch first", nullable, plain(r#"{"anyOf": [{"type": "null"}, {"type": "string"}]}"#)),
        (
            "null among the values",
            plain(r#"{"enum": ["x", "y"], "nullable": true}"#),
            plain(r#"{"enum": ["x", "y", null]}"#),
        ),
        ("an enum of one and const", plain(r#"{"type": "string", "enum": ["x"]}"#), plain(r#"{"const": "x"}"#)),
        ("the order of an enum", plain(r#"{"enum": ["x", "y"]}"#), plain(r#"{"enum": ["y", "x"]}"#)),
        (
            "parts merged and written out",
            plain(r#"{"allOf": [{"type": "object", "properties": {"x": {"type": "string"}}}]}"#),
            plain(r#"{"type": "object", "properties": {"x": {"type": "string"}}}"#),
        ),
        ("a union of one branch", plain(r#"{"oneOf": [{"type": "string"}]}"#), plain(r#"{"type": "string"}"#)),
        ("an integer of 64 bits", plain(r#"{"type": "integer", "format": "int64"}"#), plain(r#"{"type": "integer"}"#)),
        (
            "unlisted members by default",
            r#"{"title": "T", "properties": {"a": {}}}"#.into(),
            r#"{"title": "T", "properties": {"a": {}}, "additionalProperties": {}}"#.into(),
        ),
        ("what is no keyword", plain(r#"{"type": "string"}"#), plain(r#"{"type": "string", "x-own": 1}"#)),
    ]
}

#[test]
fn two_ways_to_say_one_thing_are_no_change() {
    for (what, old, new) in alike() {
        for (old, new) in [(&old, &new), (&new, &old)] {
            let diff = of_texts(old, new);
            assert!(diff.is_empty(), "{what}: {}", diff.render(DiffFormat::Text { colour: false }));
            assert_eq!(diff.headline(), "no change");
        }
    }
}

#[test]
fn what_is_said_about_a_value_is_a_patch() {
    let before = with(r#"{"type": "integer", "description": "One."}"#, "");
    for after in [
        r#"{"type": "integer", "description": "Two."}"#,
        r#"{"type": "integer"}"#,
        r#"{"type": "integer", "description": "One.", "title": "A"}"#,
        r#"{"type": "integer", "description": "One.", "deprecated": true}"#,
    ] {
        let diff = of_texts(&before, &with(after, ""));
        assert_eq!((diff.changes.len(), diff.bump()), (1, Some(Bump::Patch)), "{after}");
        assert!(!diff.is_breaking() && !diff.is_empty(), "{after}");
    }
}

/// `a` before and after: what the tolerant and the strict old readers do, then the new ones, and the bump.
const VERDICTS: &[(&str, &str, [&str; 4], Bump)] = &[
    (r#"{"type": "string"}"#, r#"{"type": "integer"}"#, ["no", "no", "no", "no"], Bump::Major),
    (r#"{"type": "integer"}"#, r#"{"type": "number"}"#, ["no", "no", "yes", "yes"], Bump::Major),
    (r#"{"type": "integer", "format": "int32"}"#, r#"{"type": "integer"}"#, ["no", "no", "yes", "yes"], Bump::Major),
    (r#"{"type": "string"}"#, r#"{"type": "string", "minLength": 3}"#, ["yes", "yes", "yes", "no"], Bump::Major),
    (
        r#"{"type": "string", "maxLength": 9}"#,
        r#"{"type": "string", "maxLength": 99}"#,
        ["yes", "no", "yes", "yes"],
        Bump::Patch,
    ),
    (
        r#"{"type": "string", "pattern": "^a+$"}"#,
        r#"{"type": "string", "pattern": "^b+$"}"#,
        ["yes", "no", "yes", "no"],
        Bump::Patch,
    ),
    (
        r#"{"type": "array", "items": {"type": "string"}}"#,
        r#"{"type": "array", "items": {"type": "boolean"}}"#,
        ["no", "no", "no", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2}"#,
        r#"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "minItems": 2, "maxItems": 2}"#,
        ["no", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"type": "array", "prefixItems": [{}, {"type": "string"}], "minItems": 2, "maxItems": 2}"#,
        r#"{"type": "array", "prefixItems": [{}, {"type": "string"}, {}], "minItems": 3, "maxItems": 3}"#,
        ["no", "no", "no", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}], "minItems": 2, "maxItems": 2}"#,
        r#"{"type": "array", "items": {"type": "string"}}"#,
        ["no", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"type": "object", "additionalProperties": {"type": "string"}}"#,
        r#"{"type": "object", "additionalProperties": {"type": "integer"}}"#,
        ["no", "no", "no", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "object", "patternProperties": {"^x": {"type": "string"}}}"#,
        r#"{"type": "object", "patternProperties": {"^x": {"type": "integer"}}}"#,
        ["no", "no", "no", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "object", "properties": {"k": {}}, "additionalProperties": false}"#,
        r#"{"type": "object", "properties": {"k": {}}, "additionalProperties": false, "patternProperties": {"^x": {"type": "integer"}}}"#,
        ["yes", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"type": "array"}"#,
        r#"{"type": "array", "items": {"type": "string"}}"#,
        ["yes", "yes", "no", "no"],
        Bump::Major,
    ),
    (r#"{"enum": ["x"]}"#, r#"{"enum": ["x", "y"]}"#, ["no", "no", "yes", "yes"], Bump::Major),
    (r#"{"enum": ["x", "y"]}"#, r#"{"enum": ["x", "y", "z"]}"#, ["yes", "no", "yes", "yes"], Bump::Major),
    (
        r#"{"enum": ["x", "y"], "x-speakeasy-unknown-values": "allow"}"#,
        r#"{"enum": ["x", "y", "z"], "x-speakeasy-unknown-values": "allow"}"#,
        ["yes", "yes", "yes", "yes"],
        Bump::Minor,
    ),
    (
        r#"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
        r#"{"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#,
        ["no", "no", "yes", "yes"],
        Bump::Major,
    ),
    (r#"{"type": "string"}"#, "{}", ["no", "no", "yes", "yes"], Bump::Major),
    (
        r#"{"type": "object", "properties": {"x": {}}}"#,
        r#"{"type": "object", "properties": {"x": {}, "y": {"type": "string"}}}"#,
        ["yes", "yes", "no", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "object", "properties": {"x": {}}, "required": ["x"]}"#,
        r#"{"type": "object", "properties": {"x": {}}}"#,
        ["no", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"properties": {"x": {}, "y": {}, "z": {}}, "anyOf": [{"required": ["x"]}, {"required": ["y"]}]}"#,
        r#"{"properties": {"x": {}, "y": {}, "z": {}}, "anyOf": [{"required": ["x"]}, {"required": ["z"]}]}"#,
        ["yes", "no", "yes", "no"],
        Bump::Patch,
    ),
    (
        r#"{"type": "integer", "minimum": 5}"#,
        r#"{"type": "integer", "minimum": 3}"#,
        ["yes", "no", "yes", "yes"],
        Bump::Patch,
    ),
    (
        r#"{"type": "number", "multipleOf": 0.01}"#,
        r#"{"type": "number", "multipleOf": 0.5}"#,
        ["yes", "yes", "yes", "no"],
        Bump::Patch,
    ),
    (
        r#"{"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#,
        r#"{"type": "array", "items": {"type": "string"}}"#,
        ["yes", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"properties": {"x": {}, "y": {}}, "dependentRequired": {"x": ["y"]}}"#,
        r#"{"properties": {"x": {}, "y": {}}, "dependentRequired": {"y": ["x"]}}"#,
        ["yes", "no", "yes", "no"],
        Bump::Patch,
    ),
    (
        r#"{"type": "object", "properties": {"x": {}}, "not": {"required": ["z"]}}"#,
        r#"{"type": "object", "properties": {"x": {}}}"#,
        ["yes", "no", "yes", "yes"],
        Bump::Major,
    ),
    (
        r#"{"allOf": [{"properties": {"x": {}}}], "additionalProperties": {}}"#,
        r#"{"allOf": [{"properties": {"x": {}}}], "additionalProperties": false}"#,
        ["yes", "yes", "yes", "no"],
        Bump::Major,
    ),
    (
        r#"{"type": "object", "properties": {"x-lower-told": {"type": "string"}}}"#,
        r#"{"type": "object", "properties": {"x-lower-told": {"type": "boolean"}}}"#,
        ["no", "no", "no", "no"],
        Bump::Major,
    ),
];

fn words(diff: &Diff, index: usize) -> [&'static str; 4] {
    let change = &diff.changes[index];
    [&change.old_readers.tolerant, &change.old_readers.strict, &change.new_readers.tolerant, &change.new_readers.strict]
        .map(|verdict| match verdict {
            Verdict::Reads => "yes",
            Verdict::Refuses { .. } => "no",
            Verdict::NotShown => "not shown",
        })
}

#[test]
fn each_kind_of_change_has_its_verdicts() {
    for (old, new, expected, bump) in VERDICTS {
        let diff = of_texts(&with(old, ""), &with(new, ""));
        let shown = diff.render(DiffFormat::Text { colour: false });
        assert_eq!(words(&diff, 0), *expected, "{shown}");
        assert_eq!(diff.bump(), Some(*bump), "{shown}");
    }
}

#[test]
fn a_changed_definition_is_reported_once() {
    let schema = |inner: &str| {
        format!(
            r##"{{"title": "T", "properties": {{"a": {{"$ref": "#/$defs/X"}}, "b": {{"type": "array", "items": {{"$ref": "#/$defs/X"}}}}}},
                "$defs": {{"X": {{"type": "object", "properties": {{"self": {{"$ref": "#/$defs/X"}}, "x": {inner}}}}}}}}}"##
        )
    };
    let diff = of_texts(&schema(r#"{"type": "string"}"#), &schema(r#"{"type": "boolean"}"#));
    assert_eq!(diff.changes.len(), 1);
    assert_eq!((diff.changes[0].pointer.as_str(), diff.changes[0].line), ("/$defs/X/properties/x", 2));
}

#[test]
fn another_name_for_one_type_has_a_line_of_its_own() {
    let object = r#"{"type": "object", "properties": {"x": {"type": "string"}}}"#;
    let by_reference = with(r##"{"$ref": "#/$defs/Other"}"##, &format!(r#", "$defs": {{"Other": {object}}}"#));
    let diff = of_texts(&with(object, ""), &by_reference);
    assert!(diff.changes.is_empty());
    assert_eq!(diff.renamed[0].text, "the type `Ta` is now called `Other`");
    assert_eq!(diff.headline(), "no change of type or wire; Rust API: major (1 Rust name changes)");
}

#[test]
fn parameters_that_change_places_are_noted() {
    let old =
        r#"{"title": "T", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a", "b"]}"#;
    let new =
        r#"{"title": "T", "properties": {"b": {"type": "string"}, "a": {"type": "string"}}, "required": ["a", "b"]}"#;
    let diff = of_texts(old, new);
    assert!(diff.is_empty());
    assert!(diff.notes[0].starts_with("`T::new` takes its parameters in the order"), "{:?}", diff.notes);
}

#[test]
fn another_branch_for_unknown_tags_is_a_change() {
    let branch = |member: &str| {
        format!(
            r#"{{"type": "object", "required": ["{member}"], "properties": {{"kind": {{"type": "string"}},
            "{member}": {{"type": "string"}}}}}}"#
        )
    };
    let defs = format!(r#", "$defs": {{"A": {}, "B": {}}}"#, branch("a"), branch("b"));
    let union = |default: &str| {
        let told = format!(r#"{{"propertyName": "kind"{default}}}"#);
        let branches = r##"[{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]"##;
        with(&format!(r#"{{"oneOf": {branches}, "discriminator": {told}}}"#), &defs)
    };
    let [without, a, b] = ["", r#", "defaultMapping": "A""#, r##", "defaultMapping": "#/$defs/B""##].map(union);
    for (old, new) in [(&without, &a), (&a, &b), (&b, &without)] {
        let diff = of_texts(old, new);
        let shown = diff.render(DiffFormat::Json);
        assert!(shown.contains("discriminator-changed") && shown.contains("defaultMapping"), "{shown}");
        assert!(diff.is_breaking(), "{}", diff.render(DiffFormat::Text { colour: false }));
    }
    assert!(of_texts(&a, &a).is_empty());
}
