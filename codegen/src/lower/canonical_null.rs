//! Writes every way to allow null as `nullable: true`.

use super::draft::{Draft, SOURCE, Schema, branches, flag, list, source, text};
use super::graph::Graph;
use super::resolve_refs::in_place_refs;
use super::take_off_foreign::type_of;
use crate::diagnostic::{Code, Diagnostic};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Writes every way to allow null as `nullable: true`.
///
/// Applies to all subschemas. OpenAPI 3.0.3, "Schema Object", allows null by `nullable`; JSON
/// Schema by a list of types, by null among the values, and by a branch that is null. A reference
/// to a nullable definition is itself nullable, and the definition no longer.
pub(super) fn canonical_null(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        null_among_types(schema);
        null_among_values(schema);
        null_among_branches(schema);
        if !flag(schema, "nullable") {
            schema.remove("nullable");
        }
    });
    move_to_references(draft);
    draft.for_each_schema(|schema, diagnostics| diagnostics.extend(is_null(schema).then(|| only_null(schema))));
}

fn allow_null(schema: &mut Schema) {
    schema.insert("nullable".to_owned(), Value::Bool(true));
}

/// `type: [a, null]` is a nullable `a`; `type: [a, b]` is any of the two.
fn null_among_types(schema: &mut Schema) {
    let Some(Value::Array(names)) = schema.get("type").cloned() else { return };
    let (nulls, others): (Vec<Value>, Vec<Value>) = names.into_iter().partition(|name| name == "null");
    match others.as_slice() {
        [] => {
            schema.insert("type".to_owned(), Value::from("null"));
            return;
        }
        [only] => {
            schema.insert("type".to_owned(), only.clone());
        }
        several => one_branch_per_type(schema, several),
    }
    if !nulls.is_empty() {
        allow_null(schema);
    }
}

fn one_branch_per_type(schema: &mut Schema, names: &[Value]) {
    let at = source(schema).to_owned();
    let kept = ["title", "description", "nullable", SOURCE, "x-lower-notes"];
    let (own, told): (Schema, Schema) =
        std::mem::take(schema).into_iter().partition(|(keyword, _)| kept.contains(&keyword.as_str()));
    let says =
        |keyword: &str, name: &Value| type_of(keyword).is_none_or(|own| name == own || !names.contains(&own.into()));
    let branches = names.iter().map(|name| {
        let mut branch = told.clone();
        branch.retain(|keyword, _| says(keyword, name));
        branch.insert("type".to_owned(), name.clone());
        branch.insert(SOURCE.to_owned(), Value::from(at.as_str()));
        Value::Object(branch)
    });
    let branches = Value::Array(branches.collect());
    *schema = own;
    schema.insert("anyOf".to_owned(), branches);
}

fn null_among_values(schema: &mut Schema) {
    let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) else { return };
    let before = values.len();
    if values.iter().all(Value::is_null) {
        return;
    }
    values.retain(|value| !value.is_null());
    if values.len() < before {
        allow_null(schema);
    }
}

fn null_among_branches(schema: &mut Schema) {
    let Some((keyword, branches)) = branches(schema) else { return };
    let count = branches.len();
    let mut kept = Vec::new();
    let mut null = false;
    for branch in branches {
        let mut branch = branch.clone();
        if let Some(inner) = branch.as_object_mut() {
            null |= inner.remove("nullable").is_some() || is_null(inner);
            if is_null(inner) {
                continue;
            }
        }
        kept.push(branch);
    }
    if kept.is_empty() && count > 0 {
        schema.remove(keyword);
        schema.insert("type".to_owned(), Value::from("null"));
        return;
    }
    schema.insert(keyword.to_owned(), Value::Array(kept));
    if null {
        allow_null(schema);
    }
}

/// Whether null is the only value.
fn is_null(schema: &Map<String, Value>) -> bool {
    let values = list(schema, "enum");
    text(schema, "type") == Some("null")
        || schema.get("const").is_some_and(Value::is_null)
        || (!values.is_empty() && values.iter().all(Value::is_null))
}

fn only_null(schema: &Schema) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        source(schema),
        "a value that is always null cannot be carried into a Rust type",
        "leave the property out, or say what it is when it is not null",
    )
}

/// A definition that only refers to nullable ones, by a reference or a branch, is nullable by them.
fn move_to_references(draft: &mut Draft<'_>) {
    let nullable = nullable_definitions(&draft.definitions);
    draft.for_each_schema(|schema, _| {
        let refers = |schema: &Schema| text(schema, "$ref").is_some_and(|key| nullable.contains(key));
        let inner = branches(schema).map_or(&[][..], |(_, branches)| branches);
        if refers(schema) || inner.iter().filter_map(Value::as_object).any(refers) {
            allow_null(schema);
        }
        null_among_branches(schema);
    });
    for key in &nullable {
        if let Some(Value::Object(definition)) = draft.definitions.get_mut(key) {
            definition.remove("nullable");
        }
    }
}

/// The nullable definitions but for the root, whose own type says it.
fn nullable_definitions(definitions: &Schema) -> BTreeSet<String> {
    let graph = Graph::of(definitions, in_place_refs);
    let mut nullable: BTreeSet<String> = BTreeSet::new();
    for key in graph.inner_first().into_iter().filter(|key| !key.is_empty()) {
        let is_own = definitions.get(key).is_some_and(|definition| definition["nullable"] == true);
        if is_own || graph.next(key).iter().any(|next| nullable.contains(*next)) {
            nullable.insert(key.to_owned());
        }
    }
    nullable
}
