//! `generate --out-dir`: a file for each component, what is left over, and what stands in the way.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use clerk_codegen::{Code, Document, HEADER_MARK, Options, generate, generate_folder};
use command::{command, listing, stderr};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const API: &str = r##"{"openapi": "3.0.3", "components": {"schemas": {
  "Pet": {"type": "object", "required": ["tag"], "properties": {
    "tag": {"type": "object", "properties": {"text": {"type": "string", "nullable": true}}},
    "owner": {"$ref": "#/components/schemas/Owner"}
  }},
  "Owner": {"type": "object", "properties": {"pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}}},
  "Mod": {"type": "string", "minLength": 1}
}}}"##;

fn folder(text: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("api.json"), text).unwrap();
    folder
}

/// Runs the command: its exit code, and what it says.
fn run(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let output = command(folder).args(["generate", "api.json", "--out-dir", "api"]).args(more).output().unwrap();
    assert!(output.stdout.is_empty(), "{output:?}");
    (output.status.code(), stderr(&output, folder))
}

fn names(folder: &Path) -> Vec<String> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    listing(folder).iter().map(|path| name(path)).collect()
}

#[test]
fn a_component_has_its_file() {
    let folder = folder(API);
    let out = folder.path().join("api");
    assert_eq!(run(folder.path(), &["--reading", "strict"]).0, Some(0));
    assert_eq!(names(&out), ["mod.rs", "mod_.rs", "owner.rs", "pet.rs", "support"]);
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert!(read("mod.rs").contains("mod pet;\n") && read("mod.rs").contains("pub use pet::{Pet, PetTag};\n"));
    assert!(read("pet.rs").contains("pub struct PetTag") && read("pet.rs").contains("use super::Owner;\n"));
    assert!(read("owner.rs").starts_with(HEADER_MARK) && read("support/mod.rs").starts_with(HEADER_MARK));
}

#[test]
fn what_is_exported_is_what_one_module_has() {
    let folder = folder(API);
    let (schema, out) = (folder.path().join("api.json"), folder.path().join("api"));
    let made = generate_folder(&schema, &Options::default(), &out).unwrap();
    let whole = generate(&Document::read(&schema).unwrap(), &Options::default()).unwrap().code;
    let whole = whole.split("mod support {").next().unwrap().to_owned();
    let types = |code: &str| -> BTreeSet<String> {
        let lines = code.lines().filter_map(|line| line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum ")));
        lines.map(|line| line.split([' ', '(']).next().unwrap().to_owned()).collect()
    };
    let files = made.files.iter().filter(|(path, _)| !path.starts_with("support"));
    assert_eq!(files.flat_map(|(_, code)| types(code)).collect::<BTreeSet<_>>(), types(&whole));
    assert_eq!(made.changes.stale.len(), made.files.len());
    // What is as it should be is not written again.
    let again = generate_folder(&schema, &Options::default(), &out).unwrap();
    assert!(again.changes.is_empty(), "{:?}", again.changes);
}

#[test]
fn only_what_was_generated_is_removed() {
    let folder = folder(API);
    let out = folder.path().join("api");
    assert_eq!(run(folder.path(), &["--reading", "strict"]).0, Some(0));
    let other = format!("{HEADER_MARK}`something else`\n");
    fs::write(out.join("by_hand.rs"), "//! By hand.\n").unwrap();
    fs::create_dir(out.join("other")).unwrap();
    fs::write(out.join("other/mod.rs"), &other).unwrap();
    fs::write(out.join("support/former.rs"), &other).unwrap();
    let less = API.replace(
        r#""Mod": {"type": "string", "minLength": 1}"#,
        r#""Bag": {"type": "object", "properties": {"a": {}}}"#,
    );
    fs::write(folder.path().join("api.json"), less).unwrap();
    assert_eq!(run(folder.path(), &["--reading", "strict"]).0, Some(0));
    assert_eq!(names(&out), ["bag.rs", "by_hand.rs", "mod.rs", "other", "owner.rs", "pet.rs", "support"]);
    assert_eq!(fs::read_to_string(out.join("other/mod.rs")).unwrap(), other);
    assert!(!out.join("support/former.rs").exists());
}

#[test]
fn what_stands_in_the_way_stops_all() {
    let folder = folder(API);
    let out = folder.path().join("api");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("pet.rs"), "//! By hand.\n").unwrap();
    let (status, said) = run(folder.path(), &[]);
    assert_eq!(status, Some(1));
    assert!(said.starts_with("error[occupied]") && said.contains("--> api/pet.rs"), "{said}");
    assert_eq!(names(&out), ["pet.rs"], "nothing else is written");
    let found = generate_folder(&folder.path().join("api.json"), &Options::default(), &out).unwrap_err();
    assert_eq!(found.diagnostics[0].code, Code::Occupied);
    assert_eq!(run(folder.path(), &["--force"]).0, Some(0));
    assert!(fs::read_to_string(out.join("pet.rs")).unwrap().starts_with(HEADER_MARK));
    // A folder in the place of a file, a schema that cannot be carried, and two outputs at once.
    fs::remove_file(out.join("owner.rs")).unwrap();
    fs::create_dir(out.join("owner.rs")).unwrap();
    let before = names(&out);
    assert_eq!(run(folder.path(), &["--reading", "strict", "--force"]).0, Some(1));
    assert!(!fs::read_to_string(out.join("pet.rs")).unwrap().contains("strict"));
    fs::write(folder.path().join("api.json"), r#"{"openapi": "3.0.3"}"#).unwrap();
    assert_eq!(run(folder.path(), &[]).0, Some(1));
    assert_eq!(names(&out), before);
    assert_eq!(run(folder.path(), &["--out", "api.rs"]).0, Some(2));
}

/// The types that each file exports.
fn exports(text: &str, options: &Options) -> Vec<(String, Vec<String>)> {
    let folder = folder(text);
    let made = generate_folder(&folder.path().join("api.json"), options, &folder.path().join("api")).unwrap();
    let index = &made.files.last().unwrap().1;
    let lines = index.replace("\n    ", " ").replace(";\n", ";\n\n").replace(['{', '}', ';'], "");
    let lines = lines.lines().filter_map(|line| line.strip_prefix("pub use ")?.split_once("::"));
    let own = lines.filter(|(file, _)| *file != "support");
    own.map(|(file, types)| {
        let types = types.split([',', ' ']).filter(|name| !name.is_empty() && *name != "\n");
        (file.to_owned(), types.map(|name| name.trim().to_owned()).collect())
    })
    .collect()
}

/// A document of operations: each its path, method, name and tags.
fn operations(all: &[(&str, &str, &str, &[&str])], components: &str) -> String {
    let body = r#"{"content": {"application/json": {"schema": {"type": "object", "properties": {"NAME": {"type": "string"}}}}}}"#;
    let paths = all.iter().map(|(path, method, name, tags)| {
        format!(
            r#""{path}": {{"{method}": {{"operationId": "{name}", "tags": {tags:?}, "requestBody": {}, "responses": {{}}}}}}"#,
            body.replace("NAME", name)
        )
    });
    let paths: Vec<String> = paths.collect();
    format!(
        r#"{{"openapi": "3.1.0", "paths": {{{}}}, "components": {{"schemas": {{{components}}}}}}}"#,
        paths.join(", ")
    )
}

#[test]
fn a_group_of_operations_has_its_file() {
    let text = operations(
        &[
            ("/a", "post", "addPet", &["Pet shop", "other"]),
            ("/v1/toys/{id}", "put", "setToy", &[]),
            ("/b", "post", "feedPet", &["Pet shop"]),
            ("/toys", "post", "addToy", &[]),
            ("/{id}", "post", "any", &[]),
        ],
        r#""PetShopApi": {"type": "object", "properties": {"name": {"type": "string"}}}"#,
    );
    let named = |file: &str, types: &[&str]| (file.to_owned(), types.iter().map(ToString::to_string).collect());
    assert_eq!(
        exports(&text, &Options::default()),
        [
            named("pet_shop_api", &["PetShopApi"]),
            named("pet_shop_api_2", &["AddPetRequest", "FeedPetRequest"]),
            named("toys_api", &["SetToyRequest", "AddToyRequest"]),
            named("api", &["AnyRequest"]),
        ]
    );
}

#[test]
fn what_an_operation_asks_for_and_shares_is_in_its_file() {
    let text = r##"{"openapi": "3.1.0", "paths": {"/pets/{kind}": {
        "parameters": [{"name": "kind", "in": "path", "required": true, "schema": {"type": "string", "enum": ["a", "b"]}}],
        "get": {"operationId": "list", "tags": ["pets"], "responses": {"200": {"$ref": "#/components/responses/All"}},
            "callbacks": {"done": {"{$request.body#/url}": {"post": {"operationId": "done", "requestBody": {"content": {
                "application/json": {"schema": {"type": "object", "properties": {"at": {"type": "string"}}}}}},
                "responses": {}}}}}}}},
        "webhooks": {"lost": {"post": {"operationId": "lost", "requestBody": {"content": {
            "application/json": {"schema": {"type": "object", "properties": {"x": {"type": "string"}}}}}}, "responses": {}}}},
        "components": {"responses": {"All": {"description": "all", "content": {"application/json": {"schema": {
            "type": "object", "properties": {"all": {"type": "integer"}}}}}}}}}"##;
    let named = |file: &str, types: &[&str]| (file.to_owned(), types.iter().map(ToString::to_string).collect());
    assert_eq!(
        exports(text, &Options::default()),
        [
            named("all_response", &["AllResponse"]),
            named("pets_api", &["ListParams", "ListParamsKind", "DoneRequest"]),
            named("webhooks_api", &["LostRequest"]),
        ]
    );
}
