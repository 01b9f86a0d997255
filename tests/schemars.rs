//! The loop of schema, types, schema.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_models_driver::{ClerkErrors, PhoneNumber, phone_number, strict};
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn source() -> Value {
    source_of("clerk-phonenumber-schema.json")
}

fn source_of(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(file);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_root_gives_back_the_whole_schema() {
    assert_eq!(Value::from(schema_for!(PhoneNumber)), source());
    assert_eq!(Value::from(schema_for!(strict::PhoneNumber)), source());
}

#[test]
fn a_reference_leads_to_the_definition_of_the_type() {
    assert_eq!(Value::from(schema_for!(ClerkErrors)), source_of("clerk-clerkerrors-schema.json"));
}

#[test]
fn a_type_gives_back_its_part() {
    let mut generator = SchemaGenerator::default();
    let part = Value::from(phone_number::Otp::json_schema(&mut generator));
    assert_eq!(Some(&part), source().pointer("/properties/verification/oneOf/0"));
    assert_eq!(phone_number::Otp::schema_name(), "Otp");
    assert_ne!(phone_number::Otp::schema_id(), strict::phone_number::Otp::schema_id());
}

#[test]
fn the_schema_that_comes_back_gives_the_same_code() {
    use clerk_codegen::{Document, Options, generate};
    let back = Value::from(schema_for!(PhoneNumber)).to_string();
    let mut options = Options::default();
    options.root = Some("PhoneNumber".to_owned());
    let code = |text: String| generate(&Document::parse("same.json", text).unwrap(), &options).unwrap().code;
    assert_eq!(code(back), code(source().to_string()));
}
