//! Whatever is given, the generator ends with a module or with a diagnostic.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod changes;

use changes::{pick, places};
use clerk_codegen::{Document, ExplainFormat, Options, Reading, Strings, Untyped, explain, generate};
use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, RngExt, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// How often each schema is changed when nobody asks for more.
const MUTANTS: usize = 80;
/// How many values are tried that were no schemas to begin with.
const VALUES: u32 = 3_000;

/// Keywords of every kind, and words that are none.
const WORDS: &[&str] = &[
    "$anchor",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$ref",
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "discriminator",
    "else",
    "enum",
    "exclusiveMinimum",
    "format",
    "if",
    "items",
    "maxItems",
    "maximum",
    "minContains",
    "minLength",
    "minimum",
    "multipleOf",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "required",
    "self",
    "then",
    "title",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "x-speakeasy-name-override",
    "x-speakeasy-unknown-values",
    "É",
    "",
];

fn odd_values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(false),
        json!({}),
        json!([]),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(0.01),
        json!(u64::MAX),
        json!(""),
        json!("#"),
        json!("#/$defs"),
        json!("#/properties"),
        json!("object"),
        json!(["string", "null"]),
        json!("^(a"),
        json!("^a+$"),
        json!({"$ref": "#"}),
        json!({"type": "object", "additionalProperties": false}),
        json!([{"type": "string"}, {"type": "integer", "maximum": 3}]),
        json!({"a": {"type": "integer"}, "A": {}, "a ": true}),
    ]
}

/// Any JSON value, its members named by keywords.
fn anything() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        4 => select(odd_values()),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => "\\PC{0,6}".prop_map(Value::from),
        2 => select(WORDS).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 5, |inner| {
        let member = (select(WORDS), inner.clone());
        prop_oneof![
            1 => vec(inner, 0..4).prop_map(Value::from),
            4 => vec(member, 0..5).prop_map(|members| {
                Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
            }),
        ]
    })
    .boxed()
}

fn mutate(schema: &mut Value, rng: &mut TestRng) {
    let all = places(schema);
    let copied = schema.pointer(pick::<String>(&all, rng)).unwrap().clone();
    let target = schema.pointer_mut(pick::<String>(&all, rng)).unwrap();
    match (rng.random_range(0..5), target) {
        (0, target) => *target = copied,
        (1, target) => *target = pick(&odd_values(), rng).clone(),
        (2, Value::Object(members)) => drop(members.insert((*pick(WORDS, rng)).to_owned(), copied)),
        (3, Value::Object(members)) if !members.is_empty() => {
            let name = members.keys().nth(rng.random_range(0..members.len())).unwrap().clone();
            let value = members.remove(&name).unwrap();
            if rng.random_range(0..2) == 0 {
                members.insert((*pick(WORDS, rng)).to_owned(), value);
            }
        }
        (_, Value::Array(elements)) => elements.push(copied),
        (_, target) => *target = json!({(*pick(WORDS, rng)): copied}),
    }
}

/// Every way to read a schema: each ends.
fn try_all(schema: &Value) {
    let Ok(document) = Document::parse("schema.json", schema.to_string()) else { return };
    for reading in [Reading::Tolerant, Reading::Strict] {
        for (strings, untyped) in [(Strings::Owned, Untyped::Assume), (Strings::Borrowed, Untyped::Exact)] {
            let mut options = Options::default();
            (options.reading, options.strings, options.untyped) = (reading, strings, untyped);
            if let Ok(module) = generate(&document, &options) {
                assert!(module.code.contains("// @generated"), "{schema}");
            }
        }
    }
    let explained = explain(&document, &Options::default());
    drop(explained.map(|explained| explained.render(ExplainFormat::Text)));
}

fn schemas() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["codegen/tests/cases", "codegen/tests/history", "schema"].map(|name| folder.join(name));
    let entries =
        folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "json")).collect();
    paths.sort();
    paths
}

#[test]
fn a_changed_schema_ends() {
    let mutants = std::env::var("MUTANTS").map_or(MUTANTS, |asked| asked.parse().unwrap());
    let mut runner = TestRunner::deterministic();
    for path in schemas() {
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for _ in 0..mutants {
            let mut mutant = schema.clone();
            for _ in 0..runner.rng().random_range(1..4) {
                mutate(&mut mutant, runner.rng());
            }
            try_all(&mutant);
        }
    }
}

#[test]
fn any_value_ends() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let values = anything();
    for _ in 0..VALUES {
        let value = values.new_tree(&mut runner).unwrap().current();
        let members =
            if let Value::Object(members) = value { members } else { Map::from_iter([("items".to_owned(), value)]) };
        try_all(&Value::Object(members));
    }
}
