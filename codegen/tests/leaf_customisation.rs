//! One customisation for all schemas of a leaf, and for schemas of several files.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use clerk_codegen::{Code, Customisation, Diagnostic, Document, InitOptions, Leaf, Options, generate, init};
use command::{command, stderr};
use std::fs;
use tempfile::TempDir;

const PET: &str = r#"{"title": "Pet", "type": "object", "properties": {
  "id": {"type": "string", "format": "uuid", "minLength": 3}, "name": {"type": "string", "minLength": 1},
  "tags": {"type": "object", "additionalProperties": {"type": "integer"}}}}"#;
const TOY: &str = "title: Toy\ntype: object\nproperties: {id: {type: string}, cost: {type: integer, maximum: 9}}\n";
const CONFIG: &str = r#"map = "std::collections::HashMap"
[rename]
"/properties/id" = "identifier"
"pet.json#" = "Animal"
"toy.yaml#/properties/cost" = { type = "Price", field = "price" }
[replace.format]
uuid = "crate::own::Id"
[types.Price]
derives = ["Hash"]
"#;

fn leaf(config: &str) -> (TempDir, Leaf) {
    let folder = TempDir::new().unwrap();
    let mut leaf = Leaf::default();
    (leaf.schemas, leaf.out) = (folder.path().join("schema"), folder.path().join("src"));
    fs::create_dir(&leaf.schemas).unwrap();
    for (name, text) in [("pet.json", PET), ("toy.yaml", TOY), ("clerk-codegen.toml", config)] {
        fs::write(leaf.schemas.join(name), text).unwrap();
    }
    (folder, leaf)
}

/// The one thing that is wrong with the customisation of the leaf.
fn refused(config: &str) -> Diagnostic {
    let (_folder, leaf) = leaf(config);
    let [report] = <[_; 1]>::try_from(leaf.sync().unwrap_err()).unwrap();
    assert!(report.file.ends_with("schema/clerk-codegen.toml") && !leaf.out.exists(), "{report}");
    let [found] = <[_; 1]>::try_from(report.diagnostics).unwrap();
    found
}

#[test]
fn an_entry_is_about_all_schemas_or_about_the_one_that_it_names() {
    let (_folder, leaf) = leaf(CONFIG);
    leaf.sync().unwrap();
    assert!(leaf.check().unwrap().changes.is_empty());
    let read = |path: &str| fs::read_to_string(leaf.out.join(path)).unwrap();
    for reading in ["tolerant", "strict"] {
        let (pet, toy) = (read(&format!("{reading}/pet.rs")), read(&format!("{reading}/toy.rs")));
        assert!(pet.contains("pub struct Animal {") && pet.contains("pub identifier: Option<crate::own::Id>"), "{pet}");
        assert!(pet.contains("std::collections::HashMap<String, i64>"), "{pet}");
        assert!(toy.contains("pub identifier: Option<String>") && toy.contains("pub price: Option<"), "{toy}");
        assert_eq!(toy.contains("pub struct Price"), reading == "strict", "it is checked in one reading alone: {toy}");
        let index = read(&format!("{reading}/mod.rs"));
        assert!(index.contains("pub use pet::Animal;") && index.contains("pub use toy::Toy;"), "{index}");
    }
    assert!(!read("support/object_as.rs").contains("BTreeMap"), "maps of the support code are those of the types");
}

#[test]
fn what_matches_nothing_in_any_schema_is_an_error() {
    let found = refused("[rename]\n'toy.yaml#/properties/name' = 'label'\n");
    assert_eq!(found.code, Code::NothingMatches, "{found:?}");
    assert_eq!(refused("[rename]\n'cat.json#/properties/id' = 'identifier'\n").code, Code::NothingMatches);
    assert_eq!(refused("[types.Toys]\nderives = ['Hash']\n").code, Code::NothingMatches);
    assert_eq!(refused("[rename]\n'pet#anchor' = 'identifier'\n").code, Code::BadCustomisation);
}

#[test]
fn roots_are_exported_side_by_side() {
    for config in ["'' = 'Thing'", "'pet.json#' = 'Toy'"] {
        let found = refused(&format!("[rename]\n{config}\n"));
        assert_eq!((found.code, found.pointer.as_str()), (Code::NameCollision, "/rename"), "{config}");
    }
}

#[test]
fn types_that_users_of_a_crate_cannot_name_are_refused() {
    let found = refused("visibility = 'pub(crate)'\n");
    assert_eq!((found.code, found.span), (Code::BadCustomisation, Some(0..10)));
}

#[test]
fn a_schema_of_another_file_is_named_by_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.yaml");
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/toy.yaml"), TOY.replace("type: string", "type: string, enum: [a, b]")).unwrap();
    fs::write(&path, "type: object\nproperties: {toy: {$ref: 'sub/toy.yaml'}, id: {type: string}}\n").unwrap();
    let config = "[rename]\n'sub/toy.yaml#' = 'Plaything'\n'sub/toy.yaml#/properties/id/enum/0' = 'First'\n\
                  'shop.yaml#/properties/id' = 'key'\n";
    let mut options = Options::default();
    options.customisation = Customisation::parse("clerk-codegen.toml", config).unwrap();
    let code = generate(&Document::read(&path).unwrap(), &options).unwrap().code;
    assert!(code.contains("pub toy: Option<Plaything>") && code.contains("pub key: Option<String>"), "{code}");
    assert!(code.contains("    First,\n"), "{code}");
}

#[test]
fn init_writes_it_beside_the_schemas() {
    let (folder, leaf) = leaf(CONFIG);
    let schemas = ["pet.json", "toy.yaml"].map(|name| leaf.schemas.join(name));
    let mut options = InitOptions::default();
    options.customisation = Customisation::parse("own.toml", CONFIG).unwrap();
    init(&folder.path().join("models"), &schemas, &options).unwrap();
    let read = |path: &str| fs::read_to_string(folder.path().join("models").join(path)).unwrap();
    assert_eq!(read("schema/clerk-codegen.toml"), CONFIG);
    assert!(read("generated/src/tolerant/pet.rs").contains("pub struct Animal {"));
    let mut made = Leaf::default();
    (made.schemas, made.out) = (folder.path().join("models/schema"), folder.path().join("models/generated/src"));
    made.title_prefix = String::new();
    assert!(made.check().unwrap().changes.is_empty());
}

#[test]
fn check_says_what_differs_and_writes_nothing() {
    let (folder, _) = leaf(CONFIG);
    let run = |arguments: &[&str]| {
        let output = command(folder.path()).args(["generate", "schema/pet.json"]).args(arguments).output().unwrap();
        (output.status.code(), stderr(&output, folder.path()))
    };
    let folder_files = ["pet/pet.rs", "pet/mod.rs", "pet/support/mod.rs"];
    for (flag, out, files) in [("--out", "pet.rs", &["pet.rs"][..]), ("--out-dir", "pet", &folder_files)] {
        let (code, said) = run(&[flag, out, "--check"]);
        let names = |file: &str| said.matches(&format!("--> {file}\n")).count();
        assert!(code == Some(1) && said.contains("error[drift]"), "{said}");
        assert!(files.iter().all(|file| names(file) == 1), "{said}");
        let file = files[0];
        assert!(!folder.path().join(out).exists());
        assert_eq!(run(&[flag, out]).0, Some(0));
        assert_eq!(run(&[flag, out, "--check"]).0, Some(0));
        let before = fs::read_to_string(folder.path().join(file)).unwrap();
        assert_eq!(run(&[flag, out, "--reading", "strict", "--check"]).0, Some(1));
        assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), before);
    }
    assert_eq!(run(&["--check"]).0, Some(2), "there is nothing to compare with");
}
