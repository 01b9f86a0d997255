//! Modules that are folders: what their files say to each other compiles, and reads as one file does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen_cases::shared_tolerant_folder as tolerant;
use clerk_codegen_cases::{shared_strict_borrowed_folder as borrowed, shared_strict_folder as strict};

#[test]
fn rules_and_types_of_other_files_are_those_of_the_module() {
    let cat = r#"{"name": "A", "mood": null, "friend": {"name": "B", "state": "Cat"}, "eats": {"what": "grass"}}"#;
    let read: strict::Cat = serde_json::from_str(cat).unwrap();
    assert_eq!(read.eats.unwrap().what.unwrap().as_str(), "grass");
    assert_eq!(read.friend.unwrap().state, Some(strict::DogState::Cat));
    assert_eq!(serde_json::from_str::<borrowed::Cat<'_>>(cat).unwrap().name, "A");
    // The rule of `Old` stands in one file, and those of two others name it.
    for old in [r#"{"name": "A", "until": 5}"#, r#"{"name": "A", "until": 6}"#] {
        serde_json::from_str::<strict::Cat>(old).unwrap_err();
        serde_json::from_str::<strict::Dog>(old).unwrap_err();
        serde_json::from_str::<borrowed::Dog<'_>>(old).unwrap_err();
        serde_json::from_str::<tolerant::Dog>(old).unwrap();
    }
    serde_json::from_str::<strict::Dog>(r#"{"name": "A", "until": 4}"#).unwrap();
    serde_json::from_str::<strict::Support>("[]").unwrap_err();
}
