//! Refuses types that contain themselves in a way that no value can end.

use super::draft::{Draft, Schema, branches, flag, text, texts};
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;
use std::collections::BTreeSet;

/// Refuses types that contain themselves in a way that no value can end.
///
/// Applies to all definitions. A definition ends when some finite JSON value fits it: an array
/// can be empty and an optional property absent, but a required one must end itself. What is left
/// when no further definition can be shown to end, never does.
pub(super) fn refuse_endless_types(draft: &mut Draft<'_>) {
    let mut ending: BTreeSet<String> = BTreeSet::new();
    loop {
        let more = draft.definitions.iter().filter(|(key, _)| !ending.contains(*key));
        let more: Vec<String> = more.filter(|(_, schema)| ends(schema, &ending)).map(|(key, _)| key.clone()).collect();
        if more.is_empty() {
            break;
        }
        ending.extend(more);
    }
    let endless = draft.definitions.keys().filter(|key| !ending.contains(*key));
    draft.diagnostics.extend(endless.map(|key| {
        Diagnostic::error(
            Code::EndlessType,
            key,
            "this contains itself through required properties, so no finite value fits it",
            "make one of the properties on the way optional or nullable",
        )
    }));
}

fn ends(value: &Value, ending: &BTreeSet<String>) -> bool {
    value.as_object().is_none_or(|schema| flag(schema, "nullable") || ends_without_null(schema, ending))
}

fn ends_without_null(schema: &Schema, ending: &BTreeSet<String>) -> bool {
    if let Some(key) = text(schema, "$ref") {
        return ending.contains(key);
    }
    if let Some((_, branches)) = branches(schema) {
        return branches.iter().any(|branch| ends(branch, ending));
    }
    let property = |name| schema.get("properties").and_then(|properties| properties.get(name));
    texts(schema, "required").filter_map(property).all(|property| ends(property, ending))
}
