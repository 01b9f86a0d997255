//! What an update of OpenAPI documents and of folders breaks: directions, renames, counts, exit codes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(clippy::needless_pass_by_value, reason = "the schemas of a test are made where they are used")]

use clerk_codegen::{Diff, DiffFormat, DiffOptions, Direction, Document, diff};
use insta::{Settings, assert_snapshot};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("documents/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn a_document_is_compared_by_schema_and_operation() {
    let document = |name: &str| Document::parse(name, fs::read_to_string(file(name)).unwrap()).unwrap();
    let diff = diff(&document("shop-1.yaml"), &document("shop-2.yaml"), &DiffOptions::default()).unwrap();
    let text = diff.render(DiffFormat::Text { colour: false });
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    settings().bind(|| {
        assert_snapshot!("shop.text", text);
        assert_snapshot!("shop.markdown", diff.render(DiffFormat::Markdown));
        assert_snapshot!("shop.json", diff.render(DiffFormat::Json));
        assert_snapshot!("shop.github", diff.render(DiffFormat::GitHub));
    });
}

/// A document with the schema `Pet`, and one operation that has it in its answer or its request.
fn with_pet(place: &str, pet: &Value) -> Value {
    let content = json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}});
    let empty = json!({"204": {"description": "."}});
    let mut operation = json!({"operationId": "pets", "responses": empty});
    if ["answer", "both"].contains(&place) {
        operation["responses"] = json!({"200": content});
    }
    if ["request", "webhook", "both"].contains(&place) {
        operation["requestBody"] = content;
    }
    let holder = if place == "webhook" { "webhooks" } else { "paths" };
    let mut document = json!({"openapi": "3.1.0", "components": {"schemas": {"Pet": pet}}});
    document[holder] = if place == "nowhere" { json!({}) } else { json!({"/pets": {"post": operation}}) };
    document
}

fn of_values(old: &Value, new: &Value) -> Diff {
    let document = |value: &Value| Document::parse("api.json", value.to_string()).unwrap();
    diff(&document(old), &document(new), &DiffOptions::default()).unwrap_or_else(|reports| panic!("{}", reports[0]))
}

/// The verdicts of the only change, as JSON has them: old and new readers, tolerant and strict; old and new writers.
fn verdicts(diff: &Diff) -> Vec<(String, Value)> {
    let shown: Value = serde_json::from_str(&diff.render(DiffFormat::Json)).unwrap();
    let change = &shown["changes"][0];
    let mut verdicts = Vec::new();
    for side in ["old", "new"] {
        for reading in ["tolerant", "strict"] {
            let reads = &change[format!("{side}_readers")][reading]["reads"];
            verdicts.push((format!("{side} {reading}"), reads.clone()));
        }
        verdicts.push((format!("{side} writers"), change[format!("{side}_writers")]["taken"].clone()));
    }
    verdicts.retain(|(_, verdict)| !verdict.is_null());
    verdicts
}

#[test]
fn answers_break_readers_and_requests_break_writers() {
    let pet = |name: Value, required: Value| json!({"type": "object", "required": required, "properties": {"name": name, "id": {"type": "integer"}}});
    let string = json!({"type": "string"});
    let (narrow, wide) = (json!({"enum": ["cat", "dog"]}), json!({"enum": ["cat", "dog", "cow"]}));
    let all = ["id", "name"];
    // Before and after; whether old strict readers read on, and whether what old writers send is taken.
    let cases = [
        (pet(string.clone(), json!(["id"])), pet(string.clone(), json!(all)), true, false),
        (pet(string.clone(), json!(all)), pet(string, json!(["id"])), false, true),
        (pet(narrow.clone(), json!(all)), pet(wide.clone(), json!(all)), false, true),
        (pet(wide, json!(all)), pet(narrow, json!(all)), true, false),
    ];
    for (old, new, reads, taken) in cases {
        for (place, direction) in [
            ("answer", Direction::Read),
            ("request", Direction::Written),
            ("webhook", Direction::Read),
            ("both", Direction::Both),
            ("nowhere", Direction::Unknown),
        ] {
            let diff = of_values(&with_pet(place, &old), &with_pet(place, &new));
            assert_eq!((diff.changes.len(), diff.changes[0].direction), (1, direction), "{place}: {new}");
            let verdicts = verdicts(&diff);
            let of =
                |who: &str| verdicts.iter().find(|(name, _)| name == who).map(|(_, verdict)| verdict == &json!(true));
            assert_eq!(of("old strict"), (direction != Direction::Written).then_some(reads), "{place}: {new}");
            let is_written = [Direction::Written, Direction::Both].contains(&direction);
            assert_eq!(of("old writers"), is_written.then_some(taken), "{place}: {new}");
            assert_eq!(of("new writers"), is_written.then_some(reads), "{place}: {new}");
        }
    }
}

fn api(schemas: Value, paths: Value) -> Value {
    json!({"openapi": "3.0.3", "paths": paths, "components": {"schemas": schemas}})
}

fn kinds(diff: &Diff) -> Vec<(&str, &str)> {
    diff.parts.iter().map(|part| (part.kind, part.part.as_str())).collect()
}

#[test]
fn what_only_got_another_name_is_recognised() {
    let pet = |more: Value| {
        let mut pet = json!({
            "type": "object",
            "required": ["id"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}},
        });
        pet["properties"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        pet
    };
    let answer = |name: &str, id: &str| {
        let schema = json!({"$ref": format!("#/components/schemas/{name}")});
        json!({"/pets/{id}": {"get": {
            "operationId": id,
            "responses": {"200": {"content": {"application/json": {"schema": schema}}}},
        }}})
    };
    let old = api(json!({"Pet": pet(json!({}))}), answer("Pet", "getPet"));
    let same = api(json!({"Animal": pet(json!({}))}), answer("Animal", "readPet"));
    let renamed = of_values(&old, &same);
    let named = [("schema-renamed", "schema `Animal`"), ("operation-renamed", "GET /pets/{id} (`readPet`)")];
    assert_eq!(kinds(&renamed), named);
    assert_eq!(renamed.changes, []);
    assert!(renamed.renamed.iter().any(|item| item.text == "the type `Pet` is now called `Animal`"));
    let more = api(json!({"Animal": pet(json!({"age": {"type": "integer"}}))}), answer("Animal", "readPet"));
    let changed = of_values(&old, &more);
    assert_eq!(kinds(&changed), named);
    assert_eq!(changed.changes.iter().map(|change| change.kind).collect::<Vec<_>>(), ["property-added"]);
    // One of the same shape is enough; a string has none to tell it by.
    let other = api(json!({"Animal": {"type": "string"}}), answer("Animal", "getPet"));
    assert_eq!(
        kinds(&of_values(&old, &other)),
        [("schema-removed", "schema `Pet`"), ("schema-added", "schema `Animal`")]
    );
    let (one, two) =
        (api(json!({"A": {"type": "string"}}), json!({})), api(json!({"B": {"type": "string"}}), json!({})));
    assert_eq!(kinds(&of_values(&one, &two)), [("schema-removed", "schema `A`"), ("schema-added", "schema `B`")]);
}

#[test]
fn one_cause_is_told_once() {
    let used = |shared: Value| {
        let many = (0..40).map(|index| {
            let inner = json!({"type": "object", "properties": {"id": {"$ref": "#/components/schemas/Id"}}});
            (format!("Holder{index}"), inner)
        });
        let mut schemas: serde_json::Map<String, Value> = many.collect();
        schemas.insert("Id".to_owned(), shared);
        api(Value::Object(schemas), json!({}))
    };
    for new in [
        json!({"type": "string", "maxLength": 9}),
        json!({"type": "integer"}),
        json!({"type": "string", "nullable": true}),
    ] {
        let diff = of_values(&used(json!({"type": "string"})), &used(new.clone()));
        let places: Vec<&str> = diff.changes.iter().map(|change| change.pointer.as_str()).collect();
        assert_eq!(places, ["/components/schemas/Id"], "{new}");
        assert!(diff.headline().starts_with("1 of 41 schemas changed: "), "{}", diff.headline());
    }
}

/// Runs `diff` in a folder: the exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clerk-codegen"));
    let output = command.current_dir(folder).env("NO_COLOR", "1").arg("diff").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Two versions of a folder: a schema that changed, one that did not, one that is gone, one that is new, a document.
fn folders() -> TempDir {
    let folder = TempDir::new().unwrap();
    let pet = |ty: &str| format!(r#"{{"title": "Pet", "type": "object", "properties": {{"id": {{"type": "{ty}"}}}}}}"#);
    let shop = |version: &str| fs::read_to_string(file(version)).unwrap();
    let files = [
        ("old/pet.json", pet("string")),
        ("new/pet.json", pet("integer")),
        ("old/same.json", pet("string")),
        ("new/same.json", pet("string")),
        ("old/gone.json", pet("string")),
        ("new/more/new.json", pet("string")),
        ("old/.hidden/x.json", "no schema".to_owned()),
        ("old/README.md", "no schema".to_owned()),
        ("old/api/shop.yaml", shop("shop-1.yaml")),
        ("new/api/shop.yaml", shop("shop-2.yaml")),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn folders_are_compared_file_by_file() {
    let folder = folders();
    let (code, out, err) = run(folder.path(), &["old", "new"]);
    assert_eq!(code, Some(0), "{err}");
    let shop = out.split("\napi/shop.yaml\n").nth(1).unwrap().split("\npet.json\n").next().unwrap();
    assert!(shop.contains("schemas and 5 of 5 operations changed"), "{out}");
    settings().bind(|| assert_snapshot!("folders.text", out.replace(shop, "...\n")));
    assert_eq!(run(folder.path(), &["old", "new", "--fail-on", "breaking"]).0, Some(1));
    assert_eq!(run(folder.path(), &["old", "old", "--fail-on", "any"]).0, Some(0));
    let (_, json, _) = run(folder.path(), &["old", "new", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let files = json["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["file"].as_str().unwrap(), file["change"].as_str().unwrap()));
    let expected =
        [("api/shop.yaml", "changed"), ("gone.json", "removed"), ("more/new.json", "added"), ("pet.json", "changed")];
    assert_eq!(files.collect::<Vec<_>>(), expected);
    let (_, markdown, _) = run(folder.path(), &["old", "new", "--format", "markdown"]);
    assert!(markdown.contains("**2 of 4 files changed, 1 removed, 1 added"), "{markdown}");
    let (_, annotations, _) = run(folder.path(), &["old", "new", "--format", "github"]);
    assert!(annotations.contains("::error file=gone.json,line=1,"), "{annotations}");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let folder = folders();
    let (code, out, err) = run(folder.path(), &["old", "new/pet.json"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("one of the two is a folder, the other a file"), "{err}");
    fs::write(folder.path().join("new/pet.json"), "[").unwrap();
    let (code, out, err) = run(folder.path(), &["old", "new"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("error[not-json]") && err.contains("new/pet.json"), "{err}");
    let (code, _, err) = run(folder.path(), &["old/api/shop.yaml", "old/same.json"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("of a whole API"), "{err}");
}

fn git(folder: &Path, arguments: &[&str]) {
    let own = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").arg("-C").arg(folder).args(own).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn revisions_of_documents_and_folders_are_compared() {
    let folder = folders();
    let at = |name: &str| folder.path().join(name);
    git(folder.path(), &["init", "--quiet"]);
    for (tag, from) in [("one", "old"), ("two", "new")] {
        fs::rename(at(from), at("schema")).unwrap();
        git(folder.path(), &["add", "--force", "schema"]);
        git(folder.path(), &["commit", "--quiet", "--message", tag]);
        git(folder.path(), &["tag", tag]);
        fs::rename(at("schema"), at(from)).unwrap();
    }
    let head = |arguments: &[&str]| {
        let (code, out, err) = run(folder.path(), arguments);
        assert_eq!(code, Some(0), "{err}");
        out.lines().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let said = "2 of 4 files changed, 1 removed, 1 added: 2 break readers, writers or code; Rust API: major";
    // The folder is gone from the working tree.
    assert_eq!(head(&["--git", "one..two", "schema"]), ["one:schema -> two:schema", said]);
    fs::rename(at("new"), at("schema")).unwrap();
    assert_eq!(head(&["--git", "one", "schema"]), ["one:schema -> schema", said]);
    assert_eq!(head(&["--git", "two", "schema"])[1], "no change");
    let of_shop = head(&["--git", "one", "schema/api/shop.yaml"]);
    assert!(of_shop[1].starts_with("5 of 5 schemas and 5 of 5 operations changed"), "{of_shop:?}");
    let (code, _, err) = run(folder.path(), &["--git", "three", "schema"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("`three` is no commit"), "{err}");
}
