//! `$dynamicRef` and `$recursiveRef` that lead elsewhere by the way to them: names, files, what is said, and the limit.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::{Code, Document, Generated, Options, Report, Severity, explain, generate};
use serde_json::{Map, Value, json};
use std::fs;
use tempfile::TempDir;

fn document(schema: &Value) -> Document {
    Document::parse("schema.json", schema.to_string()).unwrap()
}

fn made(schema: &Value) -> Result<Generated, Report> {
    generate(&document(schema), &Options::default())
}

fn types(code: &str) -> Vec<&str> {
    let code = code.split("mod support").next().unwrap();
    code.lines().filter_map(|line| line.strip_prefix("pub struct ")?.split([' ', '(']).next()).collect()
}

/// Lists of what a schema around them says, which is any object where none does.
fn lists() -> Value {
    let item = |ty: &str| json!({"item": {"$dynamicAnchor": "item", "type": ty}});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.com/root",
        "type": "object",
        "properties": {
            "numbers": {"$ref": "numbers"},
            "texts": {"$id": "texts", "$ref": "list", "$defs": item("string")},
            "flags": {"$id": "flags", "$ref": "list", "$defs": item("boolean")},
            "others": {"$ref": "list"}
        },
        "$defs": {
            "List": {
                "$id": "list",
                "type": "object",
                "properties": {"of": {"type": "array", "items": {"$dynamicRef": "#item"}}},
                "$defs": {"Default": {"$dynamicAnchor": "item", "type": "object"}}
            },
            "Numbers": {"$id": "numbers", "$ref": "list", "$defs": item("number")}
        }
    })
}

#[test]
fn each_end_is_a_type_named_by_what_refers_to_it_or_by_number() {
    let Generated { code, report, .. } = made(&lists()).unwrap();
    assert_eq!(types(&code), ["Schema", "List", "Numbers", "List2", "List3"], "{code}");
    for field in ["numbers: Option<Numbers>", "texts: Option<List2>", "flags: Option<List3>", "others: Option<List>"] {
        assert!(code.contains(field), "{field}: {code}");
    }
    for of in ["Vec<f64>", "Vec<String>", "Vec<bool>", "Vec<serde_json::Map"] {
        assert!(code.contains(&format!("pub of: Option<{of}")), "{of}: {code}");
    }
    let said: Vec<_> = report.diagnostics.iter().filter(|found| found.code == Code::NameCollision).collect();
    assert_eq!(said.len(), 1, "{report}");
    assert_eq!((said[0].pointer.as_str(), said[0].severity), ("/$defs/List", Severity::Note));
    assert!(said[0].message.contains("depends on the way"), "{report}");
    assert!(report.diagnostics.iter().all(|found| found.code != Code::NotEnforced), "{report}");
}

#[test]
fn explain_names_all_types_that_are_made_of_a_keyword() {
    let explained = explain(&document(&lists()), &Options::default()).unwrap();
    let of = |pointer: &str| {
        let all: Vec<_> = explained.keywords.iter().filter(|one| one.pointer == pointer).collect();
        assert_eq!(all.len(), 1, "{pointer}");
        (all[0].fate, all[0].by.as_str())
    };
    let all = ("carried", "List, Numbers, List2, List3");
    assert_eq!(of("/$defs/List/properties"), all);
    assert_eq!(of("/$defs/List/properties/of/items/$dynamicRef"), all);
}

#[test]
fn what_is_read_and_what_is_written_may_differ_too() {
    let mut schema = lists();
    schema["$defs"]["List"]["properties"]["id"] = json!({"type": "string", "readOnly": true});
    let mut options = Options::default();
    options.split_read_write = true;
    let code = generate(&document(&schema), &options).unwrap().code;
    let made = types(&code);
    for name in [
        "Schema",
        "SchemaWrite",
        "List",
        "ListWrite",
        "Numbers",
        "NumbersWrite",
        "List2",
        "List2Write",
        "List3",
        "List3Write",
    ] {
        assert!(made.contains(&name), "{name}: {made:?}");
    }
}

#[test]
fn other_files_are_entered_by_references_into_them() {
    let folder = TempDir::new().unwrap();
    let list = json!({
        "$id": "https://example.com/list.json",
        "type": "object",
        "properties": {"of": {"type": "array", "items": {"$dynamicRef": "#item"}}},
        "$defs": {"Default": {"$dynamicAnchor": "item", "type": "string"}}
    });
    let numbers = json!({
        "$id": "https://example.com/numbers.json",
        "$defs": {"Item": {"$dynamicAnchor": "item", "type": "number"}, "All": {"$ref": "list.json"}}
    });
    let main = json!({"type": "object", "properties": {"a": {"$ref": "numbers.json#/$defs/All"}}});
    for (name, schema) in [("list.json", list), ("numbers.json", numbers), ("main.json", main)] {
        fs::write(folder.path().join(name), schema.to_string()).unwrap();
    }
    let document = Document::read(&folder.path().join("main.json")).unwrap();
    let code = generate(&document, &Options::default()).unwrap().code;
    assert!(code.contains("pub of: Option<Vec<f64>>") && !code.contains("pub of: Option<Vec<String>>"), "{code}");
}

#[test]
fn what_is_a_circle_on_no_way_is_none() {
    let schema = json!({
        "$id": "https://example.com/root",
        "type": "object",
        "properties": {"a": {
            "$id": "outer",
            "$defs": {"End": {"$dynamicAnchor": "end", "type": "string"}},
            "allOf": [{"$id": "inner", "$dynamicAnchor": "end", "$dynamicRef": "#end"}]
        }}
    });
    let code = made(&schema).unwrap().code;
    assert!(code.contains("pub a: Option<String>") || code.contains("pub a: Option<End>"), "{code}");
}

/// Schemas of which each enters one of two resources before the next, by this many dynamic anchors.
fn doubling(names: usize) -> Value {
    let mut all = Map::new();
    let mut ends = Vec::new();
    let mut defaults = Map::new();
    for index in 0..names {
        let name = format!("n{index}");
        let next = if index + 1 < names { format!("step{}", index + 1) } else { "end".to_owned() };
        let here = json!({"$id": format!("here{index}"), "$ref": next,
            "$defs": {"One": {"$dynamicAnchor": name, "type": "string"}}});
        all.insert(format!("Step{index}"), json!({"$id": format!("step{index}"), "anyOf": [here, {"$ref": next}]}));
        ends.push(json!({"$dynamicRef": format!("#{name}")}));
        defaults.insert(name.clone(), json!({"$dynamicAnchor": name}));
    }
    all.insert("End".to_owned(), json!({"$id": "end", "prefixItems": ends, "$defs": defaults}));
    json!({"$id": "https://example.com/root", "$ref": "step0", "$defs": all})
}

#[test]
fn there_is_a_limit_to_what_ways_make() {
    let report = made(&doubling(20)).unwrap_err();
    let codes: Vec<&str> = report.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["too-many-scopes"], "{report}");
    assert!(report.to_string().contains("more than 20000 schemas"), "{report}");
}
