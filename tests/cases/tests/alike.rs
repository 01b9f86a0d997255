//! What the branches of a union have alike, and how each is come by.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen_cases::{alike_strict, alike_strict_borrowed, alike_tolerant, alike_tolerant_borrowed};
use serde_json::{Value, json};

fn pet(kind: &str) -> Value {
    json!({"kind": kind, "name": "Tom", "age": 3, "clone": true, "status": "here", "toys": ["a"], "as_cat": 0.5})
}

#[test]
fn a_union_shows_what_all_branches_have() {
    use alike_tolerant::{RootPet, RootPetStatus};
    for kind in ["cat", "dog", "fish"] {
        let pet: RootPet = serde_json::from_value(pet(kind)).unwrap();
        assert_eq!((pet.name(), pet.age(), pet.status()), (Some("Tom"), Some(3), Some(&RootPetStatus::Here)));
        assert_eq!((pet.clone_(), pet.as_cat_(), pet.as_cat().is_some()), (Some(true), Some(0.5), kind == "cat"));
        assert_eq!((pet.toys(), pet.chip().unwrap().is_absent()), (Some(&["a".to_owned()][..]), true));
    }
    let unknown: RootPet = serde_json::from_value(pet("bird")).unwrap();
    assert_eq!((unknown.name(), unknown.age(), unknown.status()), (None, None, None));
}

#[test]
fn a_union_of_known_branches_shows_it_without_an_option() {
    use alike_strict::{Cat, RootOwner, RootOwnerLevel, RootPet, RootPetStatus};
    let pet: RootPet = serde_json::from_value(pet("dog")).unwrap();
    let status: RootPetStatus = *pet.status();
    assert_eq!((pet.name(), status), ("Tom", RootPetStatus::Here));
    let owner: RootOwner =
        serde_json::from_value(json!({"level": 2, "beds": 1, "home": 1, "next": {"level": 1}})).unwrap();
    assert_eq!(owner.level(), &RootOwnerLevel::V2);
    assert_eq!(owner.next().map(|next| next.level), Some(RootOwnerLevel::V1));
    let cat = Cat::new("Tom", status, Vec::new());
    assert_eq!(RootPet::from(cat.clone()).into_cat(), Some(cat));
}

#[test]
fn borrowed_types_have_the_same() {
    let text = pet("cat").to_string();
    let tolerant: alike_tolerant_borrowed::RootPet<'_> = serde_json::from_str(&text).unwrap();
    let strict: alike_strict_borrowed::RootPet<'_> = serde_json::from_str(&text).unwrap();
    assert_eq!((tolerant.name(), strict.name()), (Some("Tom"), "Tom"));
    let cat = strict.clone().into_cat().unwrap();
    assert_eq!(alike_strict_borrowed::RootPet::from(cat), strict);
    assert_eq!(alike_tolerant_borrowed::RootPetStatus::ALL.len(), 2);
    assert!(tolerant.status().is_some_and(|status| *status == "here"));
}

#[test]
fn members_are_set_one_after_the_other() {
    use alike_strict::{Cat, CatMood, RootPetStatus};
    let mood = CatMood::try_from("well").unwrap();
    let cat = Cat::new("Tom", RootPetStatus::Here, Vec::new()).with_age(3).with_chip("c").with_mood(mood);
    let cat = cat.with_name("Tim").with_clone(true).with_toys(["ball".to_owned()]);
    let written = json!({"kind": "cat", "name": "Tim", "age": 3, "clone": true, "status": "here", "mood": "well",
                         "toys": ["ball"], "chip": "c"});
    assert_eq!(serde_json::to_value(&cat).unwrap(), written);
}

#[test]
fn members_that_borrow_are_set_too() {
    use alike_strict_borrowed::{Cat, RootPetStatus};
    let name = "Tom".to_owned();
    let cat = Cat::new(name.as_str(), RootPetStatus::Here, Vec::new()).with_chip(name.as_str()).with_name("Tim");
    assert_eq!((&*cat.name, cat.chip.as_option().map(|chip| &**chip)), ("Tim", Some("Tom")));
}
