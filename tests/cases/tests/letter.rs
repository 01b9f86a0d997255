//! The compiled types agree with a validator of the document itself, of which nothing is translated.
//!
//! Instances are right ones, changed in one place or another.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod changes;

use changes::{pick, places};
use jsonschema::Validator;
use proptest::prelude::RngExt;
use proptest::test_runner::{TestRng, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::path::Path;

/// How many instances of each case are judged when nobody asks for more.
const INSTANCES: usize = 20_000;

fn mutate(instance: &mut Value, words: &[Value], rng: &mut TestRng) {
    let all = places(instance);
    let copied = instance.pointer(pick::<String>(&all, rng)).unwrap().clone();
    let target = instance.pointer_mut(pick::<String>(&all, rng)).unwrap();
    let names = [
        "a",
        "b",
        "c",
        "x-y",
        "number",
        "owner",
        "kind",
        "more",
        "radius",
        "part",
        "base",
        "id",
        "ids",
        "seen",
        "forbidden",
    ];
    match (rng.random_range(0..6), target) {
        (0 | 1, Value::Object(members)) if !members.is_empty() => {
            let name = members.keys().nth(rng.random_range(0..members.len())).unwrap().clone();
            members.remove(&name);
        }
        (2, Value::Object(members)) => drop(members.insert((*pick(&names, rng)).to_owned(), pick(words, rng).clone())),
        (0 | 1, Value::Array(elements)) => drop(elements.pop()),
        (2, Value::Array(elements)) => elements.push(pick(words, rng).clone()),
        (3, target) => *target = copied,
        (_, target) if !target.is_object() => *target = pick(words, rng).clone(),
        _ => {}
    }
}

/// Values at the edges of what the cases say.
fn words() -> Vec<Value> {
    let numbers = [-11, -10, -1, 0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 150, 151].map(Value::from);
    let others = [0.5, 2.0, 0.07, 0.075, 999.99, 1000.0].map(Value::from);
    let texts =
        ["", "a", "ab", "abca", "abcab", "bd", "xb", "u_1", "o_1", "x", "gold", "circle", "one"].map(Value::from);
    let rest = [json!(null), json!(true), json!(false), json!([]), json!({}), json!([1]), json!({"one": 1})];
    numbers.into_iter().chain(others).chain(texts).chain(rest).collect()
}

fn judge<Strict, Tolerant>(case: &str, right: &Value)
where
    Strict: DeserializeOwned + Serialize + Debug,
    Tolerant: DeserializeOwned + Serialize + Debug,
{
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/cases").join(case);
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let validator: Validator = match schema["$schema"].as_str() {
        Some(uri) if uri.contains("draft-04") => jsonschema::draft4::new(&schema).unwrap(),
        _ => jsonschema::draft202012::new(&schema).unwrap(),
    };
    assert!(validator.is_valid(right), "{case}: {:?}", validator.iter_errors(right).next());
    let wanted = std::env::var("AGREEMENT_INSTANCES").map_or(INSTANCES, |asked| asked.parse().unwrap());
    let (mut runner, words) = (TestRunner::deterministic(), words());
    let mut valid = 0;
    for _ in 0..wanted {
        let mut instance = right.clone();
        for _ in 0..runner.rng().random_range(0..4) {
            mutate(&mut instance, &words, runner.rng());
        }
        let is_valid = validator.is_valid(&instance);
        valid += usize::from(is_valid);
        agree::<Strict, Tolerant>(&instance, is_valid);
    }
    assert!(valid * 20 > wanted && valid * 10 < wanted * 9, "{case}: {valid} of {wanted} are valid");
}

fn agree<Strict, Tolerant>(instance: &Value, is_valid: bool)
where
    Strict: DeserializeOwned + Serialize + Debug,
    Tolerant: DeserializeOwned + Serialize + Debug,
{
    let text = instance.to_string();
    match serde_json::from_str::<Strict>(&text) {
        Ok(read) => {
            assert!(is_valid, "not valid, and read: {text}");
            assert_eq!(numbers(serde_json::to_value(&read).unwrap()), numbers(instance.clone()), "{text}");
            let tolerant: Tolerant = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(branches(&read), branches(&tolerant), "{text}");
            assert_eq!(numbers(serde_json::to_value(tolerant).unwrap()), numbers(instance.clone()), "{text}");
        }
        Err(error) => assert!(!is_valid, "valid, and refused: {error}\n{text}"),
    }
}

/// The branches of unions that were chosen, in their order: those of the cases are named by what kind of value they are.
fn branches(read: &impl Debug) -> Vec<String> {
    let shown = format!("{read:?}");
    let names = shown.split('(').filter_map(|before| before.rsplit(|letter: char| !letter.is_alphanumeric()).next());
    let kinds = ["Text", "Object", "Integer", "Array", "Users", "Others"];
    names.filter(|name| kinds.contains(&name.trim_end_matches(char::is_numeric))).map(str::to_owned).collect()
}

/// Numbers by their value: an integer that was written `2.0` is written back `2`.
fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        Value::Array(elements) => elements.into_iter().map(numbers).collect(),
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(name, value)| (name, numbers(value))).collect())
        }
        other => other,
    }
}

#[test]
fn checks() {
    judge::<clerk_codegen_cases::checks_strict::Root, clerk_codegen_cases::checks_tolerant::Root>(
        "checks.json",
        &json!({
            "age": 30, "even": -8, "price": 19.99, "code": "abc", "tags": ["a", "b"], "mixed": [1], "fixed": {"a": [1, 2]},
            "levels": 2, "scores": [1, 10, 11], "pair": ["a", 1], "head": ["a", true, false], "words": {"a": 1, "x-y": "ab"},
            "named": {"ab": 1}, "card": {"kind": "gold", "number": "1", "owner": "Ann"},
            "shape": {"kind": "circle", "radius": 1.5}, "anything": 1, "several": [],
            "tree": {"value": 1, "children": [{"value": 2, "children": []}]},
        }),
    );
}

#[test]
fn the_letter() {
    judge::<clerk_codegen_cases::letter_strict::Root, clerk_codegen_cases::letter_tolerant::Root>(
        "letter.json",
        &json!({
            "bounded": 6, "closed": {"own": 1}, "closed_part": {"a": 1}, "closed_beside": {"more": 1}, "listed": "x",
            "by_pattern": "ac", "by_pattern_object": {"id": "u_1"}, "typed_additional": {"a": 2, "b": 3},
            "by_name": {"id": 1, "x-known": "xy", "x-a": "b", "12": {"n": 3}, "any_": null, "other": 4},
            "by_name_closed": {"id": 1, "ba-": true}, "by_name_twice": {"v": 3, "av": 4}, "map_by_name": {"v1": 1},
            "by_pattern_any": "x", "by_pattern_deep": {"ids": [{"id": "o_1"}, {"id": "o_1"}]}, "by_length": "ab",
            "by_pattern_twice": {"a": {"ids": [{"id": "u_1"}]}, "b": {"ids": [{"id": "o_1"}]}}, "by_bound": 6,
            "by_count": [1], "by_member": {"a": "x", "b": "x"},
            "told": {"kind": "gold", "id": "o_1"}, "by_what_is_lost": {"a": 1.0, "b": 2},
            "sees_more": {"seen": true, "looked": true}, "never_both": {"a": 1}, "null_or_not": false,
        }),
    );
}

#[test]
fn tuples() {
    judge::<clerk_codegen_cases::tuples_strict::Root, clerk_codegen_cases::tuples_tolerant::Root>(
        "tuples.json",
        &json!({
            "pair": ["a", 1], "counted": [0.5, true], "place": [1, 2],
            "checked": ["x", 3, "up", null, null, [1], {"kind": "a"}, [1, 2], {"a": 4}, true], "distinct": [1, "a", 2],
            "nested": [["a", [1, "b"]]], "others": {"a": [{"kind": "b"}, "c"]}, "merged": [5, "ab"], "either": ["x", "a"],
            "tree": ["a", ["b", null]], "same": ["a", "b", "ab"], "single": ["a"], "loose": ["a", 1],
            "long": ["a", 1, 2, 3, 4, 5, 6, 9, 10, 11, 1, 2, 3],
        }),
    );
}

#[test]
fn draft_04() {
    judge::<clerk_codegen_cases::draft_04_strict::Root, clerk_codegen_cases::draft_04_tolerant::Root>(
        "draft-04.json",
        &json!({"open": 3, "whole": 5, "row": ["a", 1, true], "pair": ["a", 1, "ab"], "needs": {"a": 1, "b": 2, "c": 3}, "other": "ab"}),
    );
}
