//! OpenAPI documents of any size, made here, and how long it takes to compare two.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail, and says how long it took"
)]

use clerk_codegen::{DiffFormat, DiffOptions, Document, diff};
use serde_json::{Map, Value, json};
use std::time::Instant;

/// A document of so many schemas, which refer to one another in circles, and so many paths; every so many are changed.
fn api(schemas: usize, paths: usize, every: Option<usize>) -> Document {
    let is_changed = |index: usize| every.is_some_and(|every| index.is_multiple_of(every));
    let version = if every.is_some() { "2" } else { "1" };
    let named = (0..schemas).map(|index| (format!("Thing{index}"), schema(is_changed(index), index, schemas)));
    let paths = (0..paths).map(|index| (format!("/things{index}/{{id}}"), path(is_changed(index), index, schemas)));
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": version},
        "paths": paths.collect::<Map<_, _>>(),
        "components": {"schemas": named.collect::<Map<_, _>>()},
    });
    Document::parse(format!("things-{version}.json"), format!("{document:#}")).unwrap()
}

fn reference(index: usize, schemas: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/Thing{}", index % schemas)})
}

fn schema(is_changed: bool, index: usize, schemas: usize) -> Value {
    let states = if is_changed { json!(["on", "off", "lost"]) } else { json!(["on", "off"]) };
    let mut required = vec!["id", "object", "created_at"];
    required.extend(is_changed.then_some("note"));
    json!({
        "type": "object",
        "additionalProperties": index.is_multiple_of(3),
        "required": required,
        "properties": {
            "id": {"type": "string", "description": format!("The id of thing {index}.")},
            "object": {"type": "string", "enum": [format!("thing_{index}")]},
            "created_at": {"type": "integer", "format": "int64", "minimum": 0},
            "note": {"type": "string", "maxLength": 500 + index},
            "state": {"type": "string", "enum": states},
            "flags": {"type": "array", "items": {"type": "boolean"}},
            "name": {"type": "string", "nullable": true},
            "next": reference(index + 1, schemas),
            "others": {"type": "array", "items": reference(index + 7, schemas)},
            "inner": {"type": "object", "properties": {"size": {"type": "number"}, "next": reference(index + 3, schemas)}},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "either": {"oneOf": [reference(index + 5, schemas), {"type": "string"}]},
        },
    })
}

fn path(is_changed: bool, index: usize, schemas: usize) -> Value {
    let json = |schema: Value| json!({"application/json": {"schema": schema}});
    let sent = json!({
        "type": "object",
        "required": if is_changed { json!(["name", "note"]) } else { json!(["name"]) },
        "properties": {"name": {"type": "string"}, "note": {"type": "string"}, "thing": reference(index, schemas)},
    });
    let listed = json!({
        "type": "object",
        "required": ["data"],
        "properties": {"data": {"type": "array", "items": reference(index, schemas)}, "count": {"type": "integer"}},
    });
    json!({
        "get": {
            "operationId": format!("getThings{index}"),
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "required": is_changed, "schema": {"type": "integer", "maximum": 500}},
            ],
            "responses": {"200": {"description": "All.", "content": json(listed)}},
        },
        "post": {
            "operationId": format!("createThing{index}"),
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "requestBody": {"required": true, "content": json(sent)},
            "responses": {"200": {"description": "It.", "content": json(reference(index, schemas))}},
        },
    })
}

#[test]
fn each_change_of_a_made_document_is_counted_once() {
    let diff = diff(&api(20, 10, None), &api(20, 10, Some(10)), &DiffOptions::default()).unwrap();
    let counts = diff.counts.unwrap();
    assert_eq!((counts.changed_schemas, counts.schemas), (2, 20));
    assert_eq!((counts.changed_operations, counts.operations), (2, 20));
    assert_eq!(diff.changes.len(), 2 * 2 + 2);
}

/// Run it with `cargo test --release -p clerk-codegen --test diff_scale -- --ignored --nocapture`.
#[test]
#[ignore = "it measures: run it in release"]
fn how_long_a_large_document_takes() {
    // A next version changes a dozen schemas; at worst it changes all of them.
    for (schemas, paths, every) in [(170, 185, 15), (170, 185, 1), (340, 370, 30)] {
        let (old, new) = (api(schemas, paths, None), api(schemas, paths, Some(every)));
        let start = Instant::now();
        let diff = diff(&old, &new, &DiffOptions::default()).unwrap();
        let length = diff.render(DiffFormat::Text { colour: false }).len();
        let seconds = start.elapsed().as_secs_f64();
        println!("{schemas} schemas, {paths} paths: {seconds:.2} s, {}, {length} bytes", diff.headline());
    }
}
