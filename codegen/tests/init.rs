//! `clerk-codegen init`: what it writes is what the schemas give, and nothing gives way to it. `.ci/init` builds it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use clerk_codegen::{Code, InitOptions, Leaf, Report, init};
use command::{command, listing, stderr};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PET: &str = r#"{"title": "Acme Pet", "type": "object", "required": ["name"], "properties": {
  "name": {"type": "string", "minLength": 1}, "tag": {"type": "string", "pattern": "^(a|b)\\1$"}}}"#;
const API: &str =
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    Bag: {type: object, properties: {a: {type: integer}}}\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("pet.json"), PET).unwrap();
    fs::write(folder.path().join("api.yaml"), API).unwrap();
    folder
}

fn schemas(folder: &TempDir) -> Vec<PathBuf> {
    ["pet.json", "api.yaml"].map(|name| folder.path().join(name)).to_vec()
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_written_is_what_the_schemas_give() {
    let folder = folder();
    let made = folder.path().join("acme_models");
    let arguments = ["init", "acme_models", "--schema", "pet.json", "api.yaml", "--title-prefix", "Acme "];
    let path = env!("CARGO_MANIFEST_DIR");
    let output = command(folder.path()).args(arguments).args(["--codegen-path", path]).output().unwrap();
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
    let mut leaf = Leaf::default();
    leaf.schemas = made.join(&leaf.schemas);
    leaf.out = made.join(&leaf.out);
    leaf.title_prefix = "Acme ".to_owned();
    let synced = leaf.check().unwrap();
    assert!(synced.changes.is_empty(), "{:?}", synced.changes);
    assert_eq!(read(made.join("schema/pet.json")), PET);
    assert_eq!(read(made.join("schema/api.yaml")), API);
    let snapshot = read(made.join("tests/snapshots/strict.pet.snap"));
    assert!(snapshot.ends_with(&read(made.join("generated/src/strict/pet.rs"))));
    let (driver, leaf) = (read(made.join("Cargo.toml")), read(made.join("generated/Cargo.toml")));
    assert!(
        driver.contains("name = \"acme-models-driver\"") && driver.contains(&format!("path = {path:?}")),
        "{driver}"
    );
    assert!(leaf.contains("name = \"acme-models\"") && leaf.contains("license = \"MIT OR Apache-2.0\""), "{leaf}");
    for manifest in [driver, leaf] {
        assert!(manifest.contains("strict = [\"dep:regress\"]") && manifest.contains("\nregress = "), "{manifest}");
    }
    let library = read(made.join("generated/src/lib.rs"));
    assert!(library.contains("#[cfg(feature = \"strict\")]\npub use support::InvalidText;\n"), "{library}");
}

#[test]
fn no_template_keeps_a_place_that_is_to_be_filled() {
    let folder = folder();
    let mut options = InitOptions::default();
    options.license = "LicenseRef-\"own\"".to_owned();
    let made = init(&folder.path().join("models"), &schemas(&folder), &options).unwrap();
    for path in &made.files {
        let text = read(path);
        let place = text.split('@').skip(1).find(|word| word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase()));
        assert_eq!(place, None, "{}", path.display());
    }
    let version =
        format!("clerk-codegen = {{ version = \"{}\", default-features = false }}\n", env!("CARGO_PKG_VERSION"));
    let driver = read(folder.path().join("models/Cargo.toml"));
    assert!(driver.contains(&version) && driver.contains(r#"license = "LicenseRef-\"own\"""#), "{driver}");
}

/// The codes of what is refused.
fn codes(found: &[Report]) -> Vec<Code> {
    found.iter().flat_map(|report| &report.diagnostics).map(|found| found.code).collect()
}

#[test]
fn nothing_gives_way_and_nothing_is_written_by_half() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let refused = |made: &Path, schemas: &[PathBuf]| codes(&init(made, schemas, &InitOptions::default()).unwrap_err());
    let all = schemas(&folder);
    fs::create_dir_all(at("models/.git")).unwrap();
    for (name, text) in [("models/Cargo.toml", "[workspace]"), ("models/notes.md", "By hand.")] {
        fs::write(at(name), text).unwrap();
    }
    fs::create_dir(at("models/schema")).unwrap();
    let before = listing(&at("models"));
    assert_eq!(refused(&at("models"), &all), [Code::Occupied, Code::Occupied]);
    assert_eq!((listing(&at("models")), read(at("models/Cargo.toml"))), (before, "[workspace]".to_owned()));
    let output = command(folder.path()).args(["init", "models", "--schema", "pet.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output, folder.path()).starts_with("error[occupied]: this is there already"), "{output:?}");
    // What is not in the way stays.
    fs::remove_file(at("models/Cargo.toml")).unwrap();
    fs::remove_dir(at("models/schema")).unwrap();
    init(&at("models"), &all, &InitOptions::default()).unwrap();
    assert_eq!(read(at("models/notes.md")), "By hand.");

    fs::write(at("pet.yaml"), PET).unwrap();
    fs::write(at("pet.txt"), PET).unwrap();
    fs::write(at("wrong.json"), "{\"type\": \"objekt\"}").unwrap();
    assert_eq!(refused(&at("other"), &[at("pet.json"), at("pet.yaml")]), [Code::NameCollision]);
    assert_eq!(refused(&at("other"), &[at("pet.txt")]), [Code::UnreadableFile]);
    assert_eq!(refused(&at("other"), &[at("gone.json")]), [Code::UnreadableFile]);
    assert_eq!(refused(&at("other"), &[at("wrong.json")]), [Code::NotASchema]);
    assert_eq!(refused(&at("serde"), &all), [Code::NameCollision]);
    let mut options = InitOptions::default();
    options.codegen_path = Some(at("models"));
    assert_eq!(codes(&init(&at("other"), &all, &options).unwrap_err()), [Code::UnreadableFile]);
    assert!(!at("other").exists() && !at("serde").exists());
}

#[test]
fn what_a_schema_refers_to_is_copied_with_it() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let files = [
        ("pet.yaml", "title: Pet\ntype: object\nproperties:\n  tag: {$ref: parts/tag.yaml}\n  toy: {$ref: toy.json}\n"),
        ("parts/tag.yaml", "type: object\nproperties: {id: {$ref: '../parts/id.txt#/$defs/Id'}}\n"),
        ("parts/id.txt", r#"{"$defs": {"Id": {"type": "integer"}}}"#),
        ("toy.json", r#"{"title": "Toy", "type": "object", "properties": {"of": {"$ref": "pet.yaml"}}}"#),
    ];
    fs::create_dir(at("parts")).unwrap();
    for (name, text) in files {
        fs::write(at(name), text).unwrap();
    }
    init(&at("models"), &[at("pet.yaml")], &InitOptions::default()).unwrap();
    for (name, text) in files {
        assert_eq!(read(at("models/schema").join(name)), text);
    }
    let mut leaf = Leaf::default();
    leaf.schemas = at("models/schema");
    leaf.out = at("models/generated/src");
    leaf.title_prefix.clear();
    let synced = leaf.check().unwrap();
    assert!(synced.changes.is_empty(), "{:?}", synced.changes);
    // What stands beside the schema is one of its own.
    assert!(at("models/generated/src/strict/toy.rs").exists());
    assert!(read(at("models/schema/SOURCE.md")).contains("| `parts/tag.yaml` | |\n"));

    fs::create_dir_all(at("second/parts")).unwrap();
    fs::write(at("second/cat.json"), r#"{"title": "Cat", "$ref": "parts/tag.yaml"}"#).unwrap();
    fs::write(at("second/parts/tag.yaml"), "type: string\n").unwrap();
    let both = [at("pet.yaml"), at("second/cat.json")];
    assert_eq!(codes(&init(&at("other"), &both, &InitOptions::default()).unwrap_err()), [Code::NameCollision]);
    assert!(!at("other").exists());
}

#[cfg(unix)]
#[test]
fn a_link_is_not_copied() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("parts")).unwrap();
    fs::write(at("parts/tag.json"), r#"{"type": "string"}"#).unwrap();
    std::os::unix::fs::symlink("parts/tag.json", at("tag.json")).unwrap();
    fs::write(at("cat.json"), r#"{"title": "Cat", "type": "object", "properties": {"tag": {"$ref": "tag.json"}}}"#)
        .unwrap();
    let refused = init(&at("models"), &[at("cat.json")], &InitOptions::default()).unwrap_err();
    assert_eq!(codes(&refused), [Code::ExternalRef]);
    assert!(refused[0].diagnostics[0].message.contains("symbolic link") && !at("models").exists());
}
