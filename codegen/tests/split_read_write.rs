//! `--split-read-write`: which schemas give two types, and what these are.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::{Customisation, Document, Options, explain, generate};
use std::collections::BTreeMap;

const ACCOUNTS: &str = include_str!("split/accounts.yaml");

fn options() -> Options {
    let mut options = Options::default();
    options.split_read_write = true;
    options
}

/// The structs of a module, each with its fields and whether each is required.
fn structs(name: &str, text: &str, options: &Options) -> BTreeMap<String, String> {
    let code = generate(&Document::parse(name, text).unwrap(), options).unwrap().code;
    let own = code.split("\nmod support").next().unwrap();
    let mut found = BTreeMap::new();
    for item in own.split("\npub struct ").skip(1) {
        let (head, rest) = item.split_once(['{', '(']).unwrap();
        let body = rest.split("\n}").next().unwrap();
        let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.strip_suffix(','));
        let fields = fields.filter(|field| !field.starts_with("additional_properties"));
        let fields: Vec<String> = fields
            .map(|field| {
                let (name, ty) = field.split_once(": ").unwrap();
                if ty.starts_with("Option") { format!("{name}?") } else { name.to_owned() }
            })
            .collect();
        found.insert(head.trim().to_owned(), fields.join(" "));
    }
    found
}

/// The structs of a JSON Schema.
fn of_schema(text: &str) -> BTreeMap<String, String> {
    structs("pet.json", text, &options())
}

#[track_caller]
fn holds(found: &BTreeMap<String, String>, wanted: &[(&str, &str)]) {
    let wanted = wanted.iter().map(|(name, fields)| ((*name).to_owned(), (*fields).to_owned())).collect();
    assert_eq!(*found, wanted);
}

#[test]
fn a_document_gives_what_its_operations_use() {
    holds(
        &structs("accounts.yaml", ACCOUNTS, &options()),
        &[
            ("Account", "id name owner parent? plan?"),
            ("AccountWrite", "name password owner parent? plan?"),
            ("CreateAccountParams", "dry?"),
            ("CredentialsWrite", "password"),
            ("Guest", "kind seen"),
            ("ListAccountsResponse", ""),
            ("Member", "kind account"),
            ("Note", "text made?"),
            ("Owner", "email since"),
            ("OwnerWrite", "email"),
            ("Person", "email since?"),
            ("PersonWrite", "email"),
            ("Plan", "kind"),
            ("SetNoteRequest", "text account?"),
            ("Untouched", "plan?"),
            ("Unused", "a"),
            ("UnusedWrite", "b"),
        ],
    );
}

#[test]
fn one_type_is_the_default() {
    let one = structs("accounts.yaml", ACCOUNTS, &Options::default());
    assert_eq!(one["Account"], "id name password owner parent? plan?");
    assert!(!one.contains_key("AccountWrite"));
}

#[test]
fn an_operation_that_is_chosen_decides_alone() {
    let mut chosen = options();
    chosen.operations = vec!["listAccounts".to_owned()];
    let found = structs("accounts.yaml", ACCOUNTS, &chosen);
    assert!(found.contains_key("Account") && !found.contains_key("AccountWrite"), "{found:?}");
    // A schema that is chosen itself is for both.
    let mut chosen = options();
    chosen.root = Some("Note".to_owned());
    let found = structs("accounts.yaml", ACCOUNTS, &chosen);
    holds(&found, &[("Note", "text made?"), ("NoteWrite", "text secret?")]);
}

#[test]
fn webhooks_send_what_is_read() {
    let text = r##"{"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "webhooks": {"made": {"post": {
        "operationId": "made",
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
        "responses": {"200": {"description": "ok"}}}}},
        "components": {"schemas": {"Pet": {"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string", "readOnly": true}, "pin": {"type": "string", "writeOnly": true}}}}}}"##;
    holds(&structs("api.json", text, &options()), &[("Pet", "id")]);
}

#[test]
fn a_schema_gives_both() {
    let text = r##"{"title": "Pet", "type": "object", "required": ["id", "name"], "properties": {
        "id": {"type": "string", "readOnly": true}, "name": {"type": "string"},
        "tag": {"$ref": "#/$defs/Tag"}, "toys": {"type": "array", "items": {"type": "object", "required": ["made"],
            "properties": {"made": {"type": "string", "readOnly": true}}}}},
        "$defs": {"Tag": {"type": "object", "properties": {"text": {"type": "string"}}}}}"##;
    holds(
        &of_schema(text),
        &[
            ("Pet", "id name tag? toys?"),
            ("PetWrite", "name tag? toys?"),
            ("PetToysItem", "made"),
            ("PetWriteToysItem", ""),
            ("Tag", "text?"),
        ],
    );
}

#[test]
fn what_is_said_beside_a_member_is_left_out_with_it() {
    // A part lists as required what another describes, and conditions speak of it.
    let text = r##"{"title": "Pet", "type": "object", "allOf": [{"$ref": "#/$defs/Base"}, {"required": ["id"]}],
        "dependentRequired": {"id": ["name"], "name": ["id"]}, "anyOf": [{"required": ["id"]}, {"required": ["name"]}],
        "$defs": {"Base": {"type": "object", "properties": {
            "id": {"type": "string", "readOnly": true}, "name": {"type": "string"}}},
        "Other": {"allOf": [{"$ref": "#/$defs/Base"}, {"properties": {"id": {"type": "string", "minLength": 1}}}]}}}"##;
    let mut strict = options();
    strict.reading = clerk_codegen::Reading::Strict;
    holds(
        &structs("pet.json", text, &strict),
        &[
            ("Base", "id? name?"),
            ("BaseWrite", "name?"),
            ("Other", "id? name?"),
            ("OtherId", ""),
            ("OtherWrite", "name?"),
            ("Pet", "id name?"),
            ("PetWrite", "name?"),
        ],
    );
}

#[test]
fn the_keyword_may_stand_where_a_member_leads() {
    let text = r##"{"title": "Pet", "type": "object", "properties": {
        "a": {"$ref": "#/$defs/Id"}, "b": {"allOf": [{"$ref": "#/$defs/Plain"}], "readOnly": true},
        "c": {"anyOf": [{"$ref": "#/$defs/Id"}, {"type": "null"}]},
        "d": {"anyOf": [{"$ref": "#/$defs/Id"}, {"type": "integer"}]},
        "e": {"type": "string", "readOnly": true, "writeOnly": true}, "f": {"type": "string", "readOnly": false},
        "g": {"type": "array", "items": {"$ref": "#/$defs/Id"}}},
        "$defs": {"Id": {"type": "string", "readOnly": true}, "Plain": {"type": "string"}}}"##;
    let found = of_schema(text);
    assert_eq!(found["PetWrite"], "d? e? f? g?");
    assert!(found["Pet"].starts_with("a? b? c"), "{found:?}");
}

#[test]
fn branches_that_a_member_tells_apart_are_told_by_what_fits_without_it() {
    let text = r##"{"title": "Pet", "oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
        "discriminator": {"propertyName": "kind"},
        "$defs": {
            "Cat": {"type": "object", "required": ["kind", "lives"], "properties": {
                "kind": {"const": "Cat", "readOnly": true}, "lives": {"type": "integer"}}},
            "Dog": {"type": "object", "required": ["kind", "bark"], "properties": {
                "kind": {"const": "Dog", "readOnly": true}, "bark": {"type": "string"}}}}}"##;
    let found = of_schema(text);
    assert_eq!((found["Cat"].as_str(), found["CatWrite"].as_str()), ("kind lives", "lives"));
    let code = generate(&Document::parse("pet.json", text).unwrap(), &options()).unwrap().code;
    assert!(code.contains("pub enum PetWrite {\n"), "{code}");
}

#[test]
fn names_for_writing_follow_the_others_and_are_numbered() {
    let text = r##"{"title": "Root", "$defs": {
        "Pet": {"type": "object", "properties": {"id": {"type": "string", "readOnly": true}}},
        "PetWrite": {"type": "object", "properties": {"other": {"type": "string"}}},
        "Toy": {"x-speakeasy-name-override": "Plaything", "type": "object", "properties": {
            "id": {"type": "string", "readOnly": true}, "pet": {"$ref": "#/$defs/Pet"}}}}}"##;
    let found = of_schema(text);
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["Pet", "PetWrite", "PetWrite2", "Plaything", "PlaythingWrite", "Root"]);
    assert_eq!(
        (found["PetWrite"].as_str(), found["PetWrite2"].as_str()),
        ("other?", ""),
        "a schema keeps its own name"
    );
    let mut renamed = options();
    renamed.customisation =
        Customisation::parse("clerk-codegen.toml", "[rename]\n\"/$defs/Pet\" = \"Animal\"\n").unwrap();
    let found = structs("pet.json", text, &renamed);
    assert!(found.contains_key("Animal") && found.contains_key("AnimalWrite"), "{found:?}");
}

#[test]
fn the_ledger_says_that_they_are_carried() {
    let document = Document::parse("accounts.yaml", ACCOUNTS).unwrap();
    let fates = |options: &Options| -> Vec<&'static str> {
        let keywords = explain(&document, options).unwrap().keywords;
        let own = keywords.iter().filter(|one| ["readOnly", "writeOnly"].contains(&one.keyword.as_str()));
        own.map(|one| one.fate).collect()
    };
    assert!(fates(&Options::default()).iter().all(|fate| *fate == "annotation"));
    assert!(fates(&options()).iter().all(|fate| *fate == "carried"));
    assert_eq!(fates(&options()).len(), 11, "each is listed once");
}
