//! Refuses types that contain themselves in a way that no value can end.

use super::draft::{Draft, Schema, branches, flag, text, texts};
use super::graph::Graph;
use crate::diagnostic::{Code, Diagnostic};
use serde_json::Value;
use std::collections::BTreeSet;

/// Refuses types that contain themselves in a way that no value can end.
///
/// Applies to all definitions. A definition ends when some finite JSON value fits it: an array
/// can be empty and an optional property absent, but a required one must end itself. What is left
/// when no further definition can be shown to end, never does.
pub(super) fn refuse_endless_types(draft: &mut Draft<'_>) {
    let ending = ending(&draft.definitions);
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

/// Begins with the innermost, so that only cycles need another round.
fn ending(definitions: &Schema) -> BTreeSet<String> {
    let mut open = Graph::of(definitions, needed).inner_first();
    let mut ending = BTreeSet::new();
    loop {
        let before = open.len();
        open.retain(|key| {
            let ends = definitions.get(*key).is_some_and(|schema| ends(schema, &ending));
            !(ends && ending.insert((*key).to_owned()))
        });
        if open.len() == before {
            return ending;
        }
    }
}

/// The definitions by which a schema may have to end.
fn needed(value: &Value) -> Vec<&str> {
    let Some(schema) = value.as_object() else { return Vec::new() };
    let inner = branches(schema).into_iter().flat_map(|(_, branches)| branches);
    let required = texts(schema, "required").filter_map(|name| schema.get("properties")?.get(name));
    text(schema, "$ref").into_iter().chain(inner.chain(required).flat_map(needed)).collect()
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
