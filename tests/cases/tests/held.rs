//! What unions hold until their branch is known, whoever reads it: as it was when it was a tree.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use clerk_codegen_cases::{unions_strict, unions_tolerant, unions_tolerant_borrowed};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;

/// Values that both readings have.
const VALUES: &[&str] = &[
    r#"{"untagged": "a \"b\"", "any": -0.5, "types": null}"#,
    r#"{"untagged": 18, "any": 1e3, "types": 9223372036854775807}"#,
    r#"{"untagged": ["a", "\u00e4"], "any": true, "types": "x"}"#,
    r#"{"untagged": {"kind": "hound", "breed": "later", "about": {"a": [null, 18446744073709551615, {"b": {}}]}}}"#,
    r#"{"tagged": {"water": 1.5, "more": [1, {"a": null}]}, "map": {"a": "b", "kind": "labels", "c": "d"}}"#,
    r#"{"tagged": {"lives": 9, "kind": "tom"}, "single": {"lives": -1}}"#,
];

#[track_caller]
fn each_way<T: DeserializeOwned + Serialize + PartialEq + Debug>() {
    for text in VALUES {
        let expected: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let tree: Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(&expected).unwrap(), tree);
        assert_eq!(serde_json::from_reader::<_, T>(text.as_bytes()).unwrap(), expected);
        let mut cbor = Vec::new();
        ciborium::into_writer(&tree, &mut cbor).unwrap();
        assert_eq!(ciborium::from_reader::<T, _>(&*cbor).unwrap(), expected, "{text}");
        let pack = rmp_serde::to_vec(&tree).unwrap();
        assert_eq!(rmp_serde::from_slice::<T>(&pack).unwrap(), expected, "{text}");
        assert_eq!(serde_json::from_value::<T>(tree).unwrap(), expected);
    }
}

#[test]
fn each_reader_gives_the_same() {
    each_way::<unions_tolerant::Root>();
    each_way::<unions_strict::Root>();
    for text in VALUES {
        let borrowed: unions_tolerant_borrowed::Root<'_> = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(&borrowed).unwrap(), serde_json::from_str::<Value>(text).unwrap());
    }
}

#[test]
fn the_last_of_twins_counts() {
    let twins = r#"{"untagged": {"breed": 5, "z": 1, "breed": "b", "about": {"x": 1, "y": 2, "x": 3}, "z": 2}}"#;
    let read: unions_tolerant::Root = serde_json::from_str(twins).unwrap();
    let tree: Value = serde_json::from_str(twins).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), tree);
    let tagged = r#"{"tagged": {"lives": 1, "lives": 2, "kind": "tom"}}"#;
    let error = serde_json::from_str::<unions_tolerant::Root>(tagged).unwrap_err().to_string();
    assert!(error.starts_with("tagged: duplicate field `lives`"), "{error}");
}

/// Members are read in the order of a tree, so the first error is the same.
#[test]
fn no_branch_fits_for_the_same_reasons() {
    for text in [
        r#"{"untagged": {"kind": 1, "breed": 2, "about": 3}}"#,
        r#"{"untagged": [1, "a", null]}"#,
        r#"{"untagged": null}"#,
        r#"{"untagged": 1.5}"#,
        r#"{"untagged": 18446744073709551615}"#,
        r#"{"any": "x"}"#,
        r#"{"types": []}"#,
    ] {
        let said = serde_json::from_str::<unions_strict::Root>(text).unwrap_err().to_string();
        let tree = serde_json::from_str(text).unwrap();
        let expected = serde_json::from_value::<unions_strict::Root>(tree).unwrap_err().to_string();
        assert!(expected.contains("no branch of Root"), "{expected}");
        assert!(said.starts_with(&expected), "{said}\n{expected}");
    }
}
