//! The types that borrow their strings agree with their schema, also when they are made to borrow nothing.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "../../judge/mod.rs"]
mod judge;

use clerk_codegen_cases::{strings_strict_borrowed, unions_tolerant_borrowed};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::path::Path;

/// How many instances of each case are judged when nobody asks for more.
const INSTANCES: u32 = 1_000;

/// A root that is read by borrowing, and then borrows nothing.
struct Owned<T>(T);

impl<T: Serialize> Serialize for Owned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

macro_rules! cases {
    ($($case:ident: $file:literal, $strict:ident, $tolerant:ident;)*) => {$(
        mod $case {
            use super::*;
            use clerk_codegen_cases::{$strict, $tolerant};

            impl<'de> Deserialize<'de> for Owned<$strict::Root<'static>> {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $strict::Root::deserialize(deserializer).map(|root| Self(root.into_owned()))
                }
            }

            impl<'de> Deserialize<'de> for Owned<$tolerant::Root<'static>> {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $tolerant::Root::deserialize(deserializer).map(|root| Self(root.into_owned()))
                }
            }

            #[test]
            fn agrees() {
                let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/cases").join($file);
                judge::judge::<Owned<$strict::Root<'static>>, Owned<$tolerant::Root<'static>>>(&schema, INSTANCES);
            }
        }
    )*};
}

cases! {
    branches: "branches.json", branches_strict_borrowed, branches_tolerant_borrowed;
    enums: "enums.json", enums_strict_borrowed, enums_tolerant_borrowed;
    presence: "presence.json", presence_strict_borrowed, presence_tolerant_borrowed;
    recursion: "recursion.json", recursion_strict_borrowed, recursion_tolerant_borrowed;
    shapes: "shapes.json", shapes_strict_borrowed, shapes_tolerant_borrowed;
    strings: "strings.json", strings_strict_borrowed, strings_tolerant_borrowed;
    tuples: "tuples.json", tuples_strict_borrowed, tuples_tolerant_borrowed;
    unions: "unions.json", unions_strict_borrowed, unions_tolerant_borrowed;
}

#[test]
fn a_string_without_escapes_is_borrowed() {
    let text = String::from(r#"{"pattern": "oauth_a", "email": "a@b.c", "old": "a\"b"}"#);
    let root: strings_strict_borrowed::Root<'_> = serde_json::from_str(&text).unwrap();
    assert!(text.as_bytes().as_ptr_range().contains(&root.pattern.as_ref().unwrap().as_str().as_ptr()));
    assert!(matches!(root.email, Some(Cow::Borrowed("a@b.c"))));
    assert!(matches!(&root.old, Some(Cow::Owned(old)) if old == "a\"b"));
    let owned = root.into_owned();
    drop(text);
    assert!(matches!(owned.email, Some(Cow::Owned(email)) if email == "a@b.c"));
}

#[test]
fn what_stands_before_a_tag_is_borrowed_too() {
    let text = r#"{"tagged": {"breed": "new", "kind": "hound"}}"#;
    let root: unions_tolerant_borrowed::Root<'_> = serde_json::from_str(text).unwrap();
    let Some(unions_tolerant_borrowed::RootTagged::Hound(dog)) = root.tagged.as_option() else { panic!() };
    assert!(text.as_bytes().as_ptr_range().contains(&dog.breed.as_str().as_ptr()));
    assert_eq!(dog.breed, unions_tolerant_borrowed::DogBreed::from("new"));
}
