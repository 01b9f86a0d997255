//! Takes off the keywords that say nothing about values of the type.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, source, text};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;

/// Takes off the keywords that say nothing about values of the type, and reports them.
///
/// Applies to all subschemas with a type or a list of strings. An assertion is about values of
/// one type, and all others pass it (JSON Schema 2020-12 core, section 7.6.1).
pub(super) fn take_off_foreign(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, diagnostics| {
        let own = if schema.contains_key("enum") { Some("string") } else { text(schema, "type") };
        let Some(own) = own.map(str::to_owned) else { return };
        for keyword in ABOUT.iter().filter(|(name, _)| *name != own).flat_map(|(_, keywords)| *keywords) {
            if schema.remove(*keyword).is_some() {
                diagnostics.push(dropped(keyword, &own, source(schema)));
            }
        }
    });
}

/// For each type the keywords that are about its values only.
pub(super) const ABOUT: &[(&str, &[&str])] = &[
    ("object", &["properties", "required", "additionalProperties", ANY_OF_REQUIRED]),
    ("array", &["items"]),
    ("string", &["pattern", "minLength", "maxLength"]),
    ("integer", &["format"]),
];

/// The type that a keyword is about.
pub(super) fn type_of(keyword: &str) -> Option<&'static str> {
    ABOUT.iter().find(|(_, keywords)| keywords.contains(&keyword)).map(|(name, _)| *name)
}

fn dropped(keyword: &str, name: &str, at: &str) -> Diagnostic {
    let keyword = if keyword == ANY_OF_REQUIRED { "anyOf" } else { keyword };
    Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        &pointer::join(at, keyword),
        format!("`{keyword}` says nothing about a value of type {name}"),
        "leave it out, or correct the type beside it",
    )
}
