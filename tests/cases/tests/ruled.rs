//! What types with rules read, make and say.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use clerk_codegen_cases::ruled::{Age, Anything, Cat, Huge, Key, People, Person, Pet, Price, Scores, Small, Tags};
use clerk_codegen_cases::ruled_borrowed;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_str, json, to_value};
use std::borrow::Cow;
use std::fmt::Debug;

/// Reads a text, and writes the value back.
#[track_caller]
fn reads<T: DeserializeOwned + serde::Serialize + Debug>(text: &str) {
    let value: T = from_str(text).unwrap();
    assert_eq!(to_value(&value).unwrap(), from_str::<Value>(text).unwrap());
}

#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(text: &str, reason: &str) {
    let said = from_str::<T>(text).unwrap_err().to_string();
    assert!(said.starts_with(reason), "{said}");
}

#[test]
fn numbers() {
    reads::<Age>("1");
    refuses::<Age>("0", "0 is less than the minimum 1");
    refuses::<Age>("151", "151 is greater than the maximum 150");
    refuses::<Age>("\"1\"", "invalid type: string \"1\", expected i64");
    reads::<Small>("245");
    refuses::<Small>("250", "250 is not less than 250");
    refuses::<Small>("7", "7 is not a multiple of 5");
    refuses::<Huge>("-9223372036854775808", "-9223372036854775808 is greater than the maximum -1e30");
    reads::<Price>("19.99");
    reads::<Price>("0.07");
    refuses::<Price>("0.075", "0.075 is not a multiple of 0.01");
    refuses::<Price>("-0.01", "-0.01 is less than the minimum 0");
}

#[test]
fn numbers_that_are_made() {
    let age = Age::try_from(30).unwrap();
    assert_eq!((*age, i64::from(age.clone()), age.as_inner(), age.to_string()), (30, 30, &30, "30".to_owned()));
    assert_eq!("31".parse::<Age>().unwrap().into_inner(), 31);
    assert_eq!("0".parse::<Age>().unwrap_err().to_string(), "0 is less than the minimum 1");
    assert!("x".parse::<Age>().is_err());
    assert!(Price::try_from(f64::NAN).is_err());
}

#[test]
fn arrays_and_maps() {
    reads::<Tags>(r#"["a", "b"]"#);
    refuses::<Tags>("[]", "has fewer than 1 elements");
    refuses::<Tags>(r#"["a", "b", "c", "d"]"#, "has more than 3 elements");
    refuses::<Tags>(r#"["a", "b", "a"]"#, "elements 0 and 2 are equal");
    assert_eq!(Tags::try_from(vec!["a".to_owned()]).unwrap().len(), 1);
    reads::<Scores>(r#"{"a": 1}"#);
    refuses::<Scores>("{}", "has fewer than 1 members");
    refuses::<Scores>(r#"{"a1": 1}"#, r#""a1" does not match ^[a-z]+$"#);
    refuses::<Scores>(r#"{"a": "x"}"#, "invalid type: string \"x\"");
    assert!(Scores::try_from(std::collections::BTreeMap::from([("A".to_owned(), 1)])).is_err());
    reads::<Anything>("null");
    refuses::<Anything>("7", "7 is not allowed");
    assert!(Anything::try_from(json!("x")).is_err());
    assert_eq!(Anything::try_from(json!(8)).unwrap().check(), Ok(()));
    reads::<People>(r#"[{"name": "Ann"}, {"name": "Bob", "age": 5}]"#);
    refuses::<People>(r#"[{"name": "Ann"}]"#, "has fewer than 1 elements of a kind");
    refuses::<People>(r#"[{"name": "Ann", "age": 5}, {"name": "Bob"}, {"name": "Cid"}]"#, "has more than 2 elements");
}

#[test]
fn objects() {
    reads::<Person>(r#"{"name": "Ann", "age": 30, "x-a": "bc", "friend": {"name": "Bob", "tags": ["a"]}}"#);
    refuses::<Person>(r#"{"name": "Ann", "friend": {"name": "Bob"}}"#, "missing field `age`");
    refuses::<Person>(
        r#"{"name": "Ann", "age": 5, "friend": {"name": "B"}}"#,
        "friend/name: \"B\" has fewer than 2 characters",
    );
    refuses::<Person>(r#"{"name": "Ann", "age": 5, "x-a": "b"}"#, "x-a: \"b\" has fewer than 2 characters");
    refuses::<Person>(r#"{"name": "Ann", "z": 5}"#, "z: 5 is not allowed");
    refuses::<Person>(r#"{"name": "Ann", "age": 155}"#, "age: 155 is greater than the maximum 150");
    let mut person = Person::new("Ann");
    assert_eq!(person.check(), Ok(()));
    person.friend = Some(Box::new(Person::new("Bob")));
    assert_eq!(person.check().unwrap_err().to_string(), "missing field `age`");
}

#[test]
fn unions() {
    reads::<Pet>(r#"{"kind": "cat", "lives": 9}"#);
    reads::<Pet>(r#"{"kind": "dog", "lives": 9, "more": 1}"#);
    refuses::<Pet>(r#"{"lives": 9, "kind": "cat", "more": 1}"#, "has more than 2 members");
    assert_eq!(Pet::Cat(Cat::new("cat")).check(), Ok(()));
    refuses::<Person>(
        r#"{"name": "Ann", "pet": {"lives": 9, "kind": "cat", "more": 1}}"#,
        "pet: has more than 2 members",
    );
    reads::<Key>("12");
    reads::<Key>(r#"["a"]"#);
    refuses::<Key>("13", "13 is not allowed");
    refuses::<Key>("0", "no branch of Key fits (Age: 0 is less than the minimum 1; Tags: ");
}

/// As in a `serde_json::Value`.
#[test]
fn the_last_of_twins_counts() {
    let person: Person =
        from_str(r#"{"age": 7, "name": "B", "x-a": 1, "age": 5, "name": "Ann", "x-a": "yz"}"#).unwrap();
    assert_eq!(to_value(person).unwrap(), json!({"name": "Ann", "age": 5, "x-a": "yz"}));
    refuses::<Person>(r#"{"name": "Ann", "age": 5, "age": 6}"#, "age: 6 is not a multiple of 5");
    reads::<Scores>(r#"{"a": "x", "b": 2, "a": 1}"#);
    refuses::<Pet>(r#"{"lives": 9, "kind": "cat", "more": 1, "lives": 8}"#, "has more than 2 members");
    reads::<Pet>(r#"{"lives": 9, "kind": "cat", "lives": 8}"#);
    refuses::<Scores>(r#"{"b": 1, "A": 2, "B": 3}"#, r#""A" does not match ^[a-z]+$"#);
}

/// `NaN` is null, as in a `serde_json::Value`, to the rule and to the type.
#[test]
fn numbers_that_json_has_not() {
    let read = |number: f64| {
        let mut cbor = Vec::new();
        ciborium::into_writer(&number, &mut cbor).unwrap();
        ciborium::from_reader::<Anything, _>(&*cbor).map(Anything::into_inner).map_err(|error| error.to_string())
    };
    assert_eq!(read(f64::NAN), Ok(Value::Null));
    assert_eq!(read(f64::INFINITY), Ok(Value::Null));
    assert_eq!(read(8.0), Ok(json!(8.0)));
    assert!(read(0.5).unwrap_err().contains("invalid type: 0.5, expected an integer or null"));
    reads::<Anything>("18446744073709551615");
    reads::<Anything>("1e300");
    refuses::<Anything>("7.0", "7.0 is not allowed");
}

#[test]
fn borrowed_strings() {
    let tags: ruled_borrowed::Tags<'_> = from_str(r#"["a", "b\n"]"#).unwrap();
    assert!(matches!(tags.as_inner().as_slice(), [Cow::Borrowed("a"), Cow::Owned(_)]));
    let owned: ruled_borrowed::Tags<'static> = tags.into_owned();
    assert_eq!(owned.len(), 2);
    let text = r#"{"name": "Ann", "age": 30, "tags": ["a"], "pet": {"kind": "cat"}}"#.to_owned();
    let person: ruled_borrowed::Person<'static> = {
        let person = ruled_borrowed::Person::deserialize(&mut serde_json::Deserializer::from_str(&text)).unwrap();
        person.into_owned()
    };
    assert_eq!(person.check(), Ok(()));
    let person: ruled_borrowed::Person<'_> = from_str(&text).unwrap();
    assert!(matches!(person.name, Cow::Borrowed("Ann")));
    assert!(from_str::<ruled_borrowed::People<'_>>(r#"[{"name": "Ann"}]"#).is_err());
    assert!(from_str::<ruled_borrowed::Key<'_>>("13").is_err());
}
