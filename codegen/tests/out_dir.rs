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
