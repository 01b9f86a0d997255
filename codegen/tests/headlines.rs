//! What a build says of an update: one line for each schema that changed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::Leaf;
use std::fs;
use tempfile::TempDir;

const PET: &str = r#"{"title": "Clerk Pet", "type": "object", "properties": {"name": {"type": "string"}}}"#;

#[test]
fn an_update_is_summed_up_in_one_line_and_only_once() {
    let folder = TempDir::new().unwrap();
    let mut leaf = Leaf::default();
    leaf.schemas = folder.path().join("schema");
    leaf.out = folder.path().join("src");
    fs::create_dir(&leaf.schemas).unwrap();
    let write = |name: &str, text: &str| fs::write(leaf.schemas.join(name), text).unwrap();
    let headlines = || leaf.sync().unwrap().headlines;

    write("pet.json", PET);
    write("toy.json", &PET.replace("Pet", "Toy"));
    assert_eq!(headlines(), [""; 0], "new schemas break nothing");
    assert_eq!(headlines(), [""; 0], "nothing changed");

    write("pet.json", &PET.replace("string", "integer"));
    let said = "schema/pet.json: 1 change: breaks old tolerant and strict readers, new tolerant and strict readers; \
                Rust API: major";
    assert_eq!(leaf.check().unwrap().headlines, [said]);
    assert_eq!(headlines(), [said]);
    assert_eq!(headlines(), [""; 0], "said once");

    write("pet.json", &PET.replace("string", "integer").replace(", ", ",\n"));
    assert_eq!(headlines(), ["schema/pet.json: no change"]);

    fs::remove_file(leaf.schemas.join("toy.json")).unwrap();
    assert_eq!(headlines(), ["the schema of `toy` is gone, and with it its types; Rust API: major"]);
}

#[test]
fn an_openapi_document_is_summed_up_by_its_schemas() {
    let folder = TempDir::new().unwrap();
    let mut leaf = Leaf::default();
    leaf.schemas = folder.path().join("schema");
    leaf.out = folder.path().join("src");
    fs::create_dir(&leaf.schemas).unwrap();
    let write = |pet: &str| {
        let text = format!("openapi: 3.0.3\ncomponents:\n  schemas:\n    Pet: {pet}\n    Toy: {{type: object}}\n");
        fs::write(leaf.schemas.join("shop.yaml"), text).unwrap();
    };
    write("{type: object, properties: {name: {type: string}}}");
    assert_eq!(leaf.sync().unwrap().headlines, [""; 0], "new schemas break nothing");
    write("{type: object, properties: {name: {type: integer}}}");
    let said = "schema/shop.yaml: 1 of 2 schemas changed: 1 breaks old tolerant readers, 1 breaks old strict readers, \
                1 breaks new tolerant readers, 1 breaks new strict readers; Rust API: major";
    assert_eq!(leaf.sync().unwrap().headlines, [said]);
}
