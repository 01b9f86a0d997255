//! What users want otherwise than the schema says, and what is said where that cannot be.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use clerk_codegen::{Customisation, Document, Options, generate};
use command::{command, pin, stderr};
use std::fs;
use tempfile::TempDir;

const SHOP: &str = include_str!("customised/shop.yaml");

/// Customisations of the shop that cannot be.
const REFUSED: &[(&str, &str)] = &[
    ("config-is-not-toml", "[rename"),
    ("config-keys", "colour = 'red'\nrename = 5\n"),
    (
        "config-names",
        r#"[rename]
"/components/schemas/Money" = "my money"
"/components/schemas/Order/properties/id" = "type"
"Order" = "X"
"/components/schemas/Order/properties/total" = 5
"/components/schemas/Payment" = { kind = "A" }
"/components/schemas/Order/properties/status/enum/0" = "--"
"#,
    ),
    (
        "config-names-that-match-nothing",
        r##"[rename]
"/components/schemas/Moneys" = "Amount"
"#/components/schemas/Order/properties/colour" = "colour"
"/components/schemas/Order/properties/status/enum/7" = "Paid"
"/components/schemas/Payment/oneOf/2" = "Cash"
"/components/schemas/Order/properties/id" = "Identifier"
"##,
    ),
    (
        "config-names-that-collide",
        r#"[rename]
"/components/schemas/Payment" = "Same"
"/components/schemas/Money" = "Same"
"/components/schemas/Order/properties/labels" = "x"
"/components/schemas/Order/properties/id" = "x"
"/components/schemas/Order/properties/status/enum/0" = "Y"
"/components/schemas/Order/properties/status/enum/1" = "Y"
"#,
    ),
    (
        "config-own-types",
        r#"map = "BTreeMap"
visibility = "pub(super)"
[replace.format]
uuid = "Uuid"
[replace.schema]
"/components/schemas/Money" = { eq = true }
"/components/schemas/Payment" = { type = "crate::Payment", hash = true }
"/components/schemas/Address" = "self::Address"
[replace.name]
Money = "crate::Money"
[types.Order]
derives = ["not a path", 5]
attributes = ["derive(Eq)"]
traits = []
"#,
    ),
    (
        "config-own-types-that-match-nothing",
        r#"[replace.format]
uuids = "uuid::Uuid"
[replace.schema]
"/components/schemas/Moneys" = "crate::Money"
[types.Orders]
derives = ["Eq"]
"#,
    ),
];

#[test]
fn what_cannot_be_is_refused() {
    for (name, config) in REFUSED {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("shop.yaml"), SHOP).unwrap();
        fs::write(folder.path().join("clerk-codegen.toml"), config).unwrap();
        let said = ["text", "json"].map(|format| {
            let arguments = ["generate", "shop.yaml", "--config", "clerk-codegen.toml", "--out", "a.rs"];
            let output = command(folder.path()).args(arguments).args(["--diagnostics", format]).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
            stderr(&output, folder.path())
        });
        assert!(!folder.path().join("a.rs").exists(), "{name}");
        pin(name, &said);
    }
}

fn code(config: &str) -> String {
    let mut options = Options::default();
    options.customisation = Customisation::parse("clerk-codegen.toml", config).unwrap();
    generate(&Document::parse("shop.yaml", SHOP).unwrap(), &options).unwrap().code
}

/// The fields of a struct.
fn fields<'c>(code: &'c str, name: &str) -> &'c str {
    let (_, after) = code.split_once(&format!("pub struct {name} {{")).unwrap();
    after.split_once('}').unwrap().0
}

#[test]
fn names_of_two_types_can_be_exchanged() {
    let code = code("[rename]\n'/components/schemas/Money' = 'Payment'\n'/components/schemas/Payment' = 'Money'\n");
    assert!(fields(&code, "Payment").contains("pub cents: i64,"), "{code}");
    assert!(code.contains("pub enum Money {"), "{code}");
}

#[test]
fn a_name_that_is_wanted_is_had_before_one_that_is_made() {
    let code = code("[rename]\n'/components/schemas/Money' = 'Order'\n");
    assert!(fields(&code, "Order").contains("pub cents: i64,"), "{code}");
    assert!(code.contains("pub struct Order2 {"), "{code}");
}

#[test]
fn a_config_that_is_not_there_is_named() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("shop.yaml"), SHOP).unwrap();
    let output = command(folder.path()).args(["generate", "shop.yaml", "--config", "gone.toml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(stderr(&output, folder.path()).contains("gone.toml"), "{output:?}");
}

#[test]
fn a_schema_with_an_error_is_left_out_if_asked_for() {
    let folder = TempDir::new().unwrap();
    let schema = SHOP
        .replace("street: {type: string}", "street: {$ref: '#/gone'}")
        .replace("{type: integer}, currency", "{type: whole}, currency");
    fs::write(folder.path().join("shop.yaml"), schema).unwrap();
    let run = |arguments: &[&str]| {
        command(folder.path()).args(["generate", "shop.yaml", "--out", "a.rs"]).args(arguments).output().unwrap()
    };
    assert_eq!(run(&[]).status.code(), Some(1));
    assert!(!folder.path().join("a.rs").exists());
    let output = run(&["--keep-going"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let said = stderr(&output, folder.path());
    assert!(said.contains("error[unknown-ref]") && said.contains("error[not-a-schema]"), "{said}");
    assert!(said.contains("until then `#/components/schemas/Money` is `serde_json::Value`"), "{said}");
    let code = fs::read_to_string(folder.path().join("a.rs")).unwrap();
    assert!(code.contains("pub total: serde_json::Value,") && code.contains("pub status: OrderStatus,"), "{code}");
    fs::write(folder.path().join("shop.yaml"), "openapi: [").unwrap();
    assert_eq!(run(&["--keep-going"]).status.code(), Some(1), "the document itself is wrong");
}
