//! Descriptions of APIs: which types they give, all of them or by choice.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::{Document, Generated, Options, Report, explain, generate};
use std::collections::BTreeSet;
use std::path::Path;

fn document(path: &str) -> Document {
    Document::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The module of what was asked for.
fn chosen(document: &Document, root: Option<&str>, operations: &[&str], tags: &[&str]) -> Result<Generated, Report> {
    let mut options = Options::default();
    options.root = root.map(str::to_owned);
    options.operations = operations.iter().map(ToString::to_string).collect();
    options.tags = tags.iter().map(ToString::to_string).collect();
    generate(document, &options)
}

/// The names of the types of a module.
fn names(module: &Generated) -> Vec<String> {
    let named =
        |line: &str| line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")).map(str::to_owned);
    let end = |name: String| name.split(['(', ' ', '<']).next().unwrap().to_owned();
    module.code.lines().filter_map(named).map(end).collect()
}

/// The items of a module before its support code, without what they say in words.
fn items(module: &Generated) -> BTreeSet<String> {
    let own = module.code.split("\nmod support").next().unwrap();
    let without_words = |item: &str| {
        let is_about_words = |line: &&str| line.trim_start().starts_with("///") || *line == "#[allow(missing_docs)]";
        let lines: Vec<&str> = item.lines().filter(|line| !is_about_words(line)).collect();
        lines.join("\n")
    };
    let items = own.split("\n\n").map(without_words);
    items.filter(|item| !item.starts_with("//") && !item.contains("use support::")).collect()
}

#[test]
fn the_operations_of_the_client_give_the_types_of_the_schemas() {
    let api = generate(&document("../client/tests/openapi.yaml"), &Options::default()).unwrap();
    let given = items(&api);
    for (file, root) in [
        ("createphonenumberrequest", "CreatePhoneNumberRequest"),
        ("updatephonenumberrequest", "UpdatePhoneNumberRequest"),
        ("phonenumber", "PhoneNumber"),
        ("deletedobject", "DeletedObject"),
        ("clerkerrors", "ClerkErrors"),
    ] {
        let schema = chosen(&document(&format!("../schema/clerk-{file}-schema.json")), Some(root), &[], &[]).unwrap();
        let wanted = items(&schema);
        assert!(wanted.iter().any(|item| item.contains(&format!("pub struct {root} {{"))), "{wanted:#?}");
        for item in wanted {
            assert!(given.contains(&item), "{file}: the description of the API gives no such\n{item}");
        }
    }
}

#[test]
fn operations_and_tags_choose_what_they_refer_to() {
    let document = document("tests/cases/openapi-3.0.yaml");
    let names = |operations: &[&str], tags: &[&str]| names(&chosen(&document, None, operations, tags).unwrap());
    assert_eq!(names(&["delete_loan"], &[]), ["DeleteLoanParams", "DeleteLoanResponse"]);
    let lend = names(&["lend"], &[]);
    assert_eq!(lend, ["LoanRequest", "LendResponse", "LendResponseValue"]);
    let book = ["Book", "Author", "ProblemResponse", "VersionParameter", "RetryHeader", "GetBooksByBookIdParams"];
    assert_eq!(names(&["GetBooksByBookId"], &[]), book);
    let loans = names(&[], &["loans"]);
    assert_eq!(loans, names(&["delete_loan", "lend"], &[]));
    let module = chosen(&document, Some("CreateBookRequest"), &["delete_loan"], &[]).unwrap();
    assert_eq!(module.root.as_deref(), Some("CreateBookRequest"));
    assert!(module.code.contains("pub struct Author") && module.code.contains("pub struct DeleteLoanResponse"));
    assert!(!module.code.contains("pub struct Book "));
}

#[test]
fn a_choice_of_what_is_not_there_is_refused() {
    let api = document("tests/cases/openapi-3.0.yaml");
    let refused = |operations: &[&str], tags: &[&str]| chosen(&api, None, operations, tags).unwrap_err().to_string();
    let said = refused(&["listBook"], &[]);
    assert!(said.contains("no operation is called `listBook`") && said.contains("`listBooks`"), "{said}");
    let said = refused(&[], &["book"]);
    assert!(said.contains("no operation has the tag `book`") && said.contains("it has `books`, `loans`"), "{said}");
    let schema = document("../schema/clerk-phonenumber-schema.json");
    let said = chosen(&schema, None, &["get"], &[]).unwrap_err().to_string();
    assert!(said.contains("this is a schema, and no OpenAPI document"), "{said}");
}

/// A fault elsewhere does not sink what was chosen.
#[test]
fn what_was_not_chosen_may_be_wrong() {
    let text = r##"{"openapi": "3.0.3", "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {"content":
        {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}},
        "/b": {"get": {"operationId": "b", "responses": {"200": {"$ref": "#/components/responses/Gone"}}}}}}"##;
    let document = Document::parse("api.json", text).unwrap();
    assert!(chosen(&document, None, &[], &[]).is_err());
    assert_eq!(names(&chosen(&document, None, &["a"], &[]).unwrap()), ["AResponse"]);
    assert_eq!(names(&chosen(&document, Some("AResponse"), &[], &[]).unwrap()), ["AResponse"]);
    assert!(chosen(&document, None, &["b"], &[]).is_err());
}

/// The struct of parameters is made, and its keywords are nobody's.
#[test]
fn only_keywords_of_the_document_are_explained() {
    let document = document("tests/cases/openapi-3.0.yaml");
    let explained = explain(&document, &Options::default()).unwrap().keywords;
    assert!(explained.iter().any(|keyword| keyword.pointer == "/paths/~1books/get/parameters/0/schema/enum"));
    for keyword in explained {
        assert!(document.root().pointer(&keyword.pointer).is_some(), "{}", keyword.pointer);
    }
}
