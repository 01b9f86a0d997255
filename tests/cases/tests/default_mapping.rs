//! The branch of a union for objects whose tag is absent, or means no other branch.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use clerk_codegen_cases::{
    default_mapping_strict as strict, default_mapping_tolerant as tolerant,
    default_mapping_tolerant_borrowed as borrowed,
};

/// Reads in both readings, which agree, and gives the variant.
macro_rules! read {
    ($union:ident, $text:literal) => {{
        let variant = |shown: String| shown.split('(').next().unwrap().to_owned();
        let strict = serde_json::from_str::<strict::$union>($text).map(|value| variant(format!("{value:?}")));
        let tolerant = serde_json::from_str::<tolerant::$union>($text).map(|value| variant(format!("{value:?}")));
        assert_eq!(strict.as_ref().ok(), tolerant.as_ref().ok());
        strict.map_err(|error| error.to_string())
    }};
}

#[test]
fn other_tags_and_none_mean_the_default() {
    assert_eq!(read!(Notice, r#"{"kind": "Mail", "to": "a"}"#).unwrap(), "Mail");
    assert_eq!(read!(Notice, r#"{"kind": "Other", "about": "x"}"#).unwrap(), "Other");
    assert_eq!(read!(Notice, r#"{"kind": "Smoke", "about": "x"}"#).unwrap(), "Other");
    assert_eq!(read!(Notice, r#"{"about": "x", "kind": "Smoke"}"#).unwrap(), "Other");
    assert_eq!(read!(Notice, r#"{"about": "x"}"#).unwrap(), "Other");
    // It fits another branch but for its tag, and the tag decides.
    assert_eq!(read!(Named, r#"{"kind": "mail", "about": "x"}"#).unwrap(), "Other");
    assert_eq!(read!(Mapped, r#"{"kind": "unlike"}"#).unwrap(), "Other");
}

#[test]
fn the_default_keeps_to_its_schema() {
    let said = read!(Mapped, r#"{"kind": "pigeon"}"#).unwrap_err();
    assert!(said.contains("kind: unknown variant `pigeon`") || said.contains("missing field `number`"), "{said}");
    let said = read!(Mapped, "{}").unwrap_err();
    assert!(said.starts_with("no branch of Mapped fits (Call: "), "{said}");
    // A tag that means another branch is not read as the default.
    let said = read!(Notice, r#"{"kind": "Mail"}"#).unwrap_err();
    assert!(said.contains("missing field `to`"), "{said}");
}

#[test]
fn what_was_read_is_written_back() {
    let text = r#"{"kind":"Smoke","about":"x"}"#;
    let notice: borrowed::Notice<'_> = serde_json::from_str(text).unwrap();
    assert_eq!(notice.as_other().unwrap().kind.as_deref(), Some("Smoke"));
    assert_eq!(serde_json::to_string(&notice).unwrap(), text);
}
