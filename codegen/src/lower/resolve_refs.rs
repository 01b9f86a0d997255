//! Makes every `$ref` the key of a definition.

use super::draft::{Draft, SOURCE, Schema, list, source, text, visit_subschemas};
use super::graph::Graph;
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Makes every `$ref` the key of a definition, and a definition of everything referred to.
///
/// Applies to all subschemas. A reference is a JSON pointer into this document (JSON Schema
/// 2020-12 core, section 8.2.3.1; OpenAPI 3.0.3, "Reference Object"); a chain of references and
/// unions that comes back to itself describes no value.
pub(super) fn resolve_refs(draft: &mut Draft<'_>) {
    let id = draft.document.root().get("$id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let home = draft.subject.home();
    let mut targets = Targets::new();
    draft.for_each_schema(|schema, diagnostics| match target(schema, &id, home) {
        Some(Ok(pointer)) => {
            schema.insert("$ref".to_owned(), Value::from(pointer.as_str()));
            targets.entry(pointer).or_default().push(source(schema).to_owned());
        }
        Some(Err(found)) => {
            schema.remove("$ref");
            diagnostics.push(found);
        }
        None => {}
    });
    lift_targets(draft, &targets);
    refuse_unknown(draft, &targets);
    refuse_cycles(draft);
}

/// The pointers that are referred to, each with the schemas that do.
type Targets = BTreeMap<String, Vec<String>>;

/// The pointer that a schema's `$ref` means; `home` is where schemas with a name are.
fn target(schema: &Schema, id: &str, home: &str) -> Option<Result<String, Diagnostic>> {
    let reference = text(schema, "$ref")?;
    let local = reference.strip_prefix(id).filter(|rest| rest.starts_with('#')).unwrap_or(reference);
    Some(pointer::of_local_ref(local).ok_or_else(|| {
        let at = pointer::join(source(schema), "$ref");
        if local.starts_with('#') {
            return Diagnostic::error(
                Code::UnknownRef,
                &at,
                format!("`{reference}` names an anchor, and anchors are not followed"),
                format!("refer to the schema by its JSON pointer, such as `#{home}/Name`"),
            );
        }
        Diagnostic::error(
            Code::ExternalRef,
            &at,
            format!("`{reference}` leaves the document"),
            format!("copy the schema it means into this document, under `#{home}`, and refer to it there"),
        )
    }))
}

/// Makes definitions of the targets that stand somewhere inside another schema.
fn lift_targets(draft: &mut Draft<'_>, targets: &Targets) {
    let mut lifted = Schema::new();
    for (key, definition) in &mut draft.definitions {
        visit_subschemas(definition, &mut |schema| {
            let at = source(schema).to_owned();
            if at != *key && targets.contains_key(&at) {
                let mut reference = refused(&at);
                reference.insert("$ref".to_owned(), Value::from(at.as_str()));
                lifted.insert(at, Value::Object(std::mem::replace(schema, reference)));
            }
        });
    }
    draft.definitions.append(&mut lifted);
}

fn refuse_unknown(draft: &mut Draft<'_>, targets: &Targets) {
    let known: Vec<String> = draft.definitions.keys().take(8).map(|key| format!("`#{key}`")).collect();
    let help = format!("refer to a schema that is there: {}", known.join(", "));
    for (target, places) in targets {
        if draft.definitions.contains_key(target) {
            continue;
        }
        let what = match draft.document.root().pointer(target) {
            Some(_) => "is in the document, but not where a schema stands",
            None => "is not in the document",
        };
        draft.diagnostics.extend(places.iter().map(|place| {
            Diagnostic::error(
                Code::UnknownRef,
                &pointer::join(place, "$ref"),
                format!("`#{target}` {what}"),
                help.as_str(),
            )
        }));
        draft.definitions.insert(target.clone(), Value::Object(refused(target)));
    }
}

/// What stands in for a schema that was refused, so that the passes after this one find no second fault in it.
fn refused(at: &str) -> Schema {
    Schema::from_iter([(SOURCE.to_owned(), Value::from(at))])
}

/// How many cycles, and how many steps of one, are told.
const MOST_TOLD: usize = 16;

fn refuse_cycles(draft: &mut Draft<'_>) {
    let cyclic = Graph::of(&draft.definitions, in_place_refs).cycles();
    let keys: Vec<String> = draft.definitions.keys().filter(|key| cyclic.contains(key.as_str())).cloned().collect();
    let told = keys.iter().take(MOST_TOLD).map(|key| ref_cycle(key, &way_back(draft, key).unwrap_or_default()));
    let told: Vec<Diagnostic> = told.collect();
    draft.diagnostics.extend(told);
    for key in keys {
        let stand_in = Value::Object(refused(&key));
        draft.definitions.insert(key, stand_in);
    }
}

fn ref_cycle(key: &str, trail: &[String]) -> Diagnostic {
    let mut steps: Vec<String> = trail.iter().take(MOST_TOLD).map(|step| format!("`#{step}`")).collect();
    if trail.len() > MOST_TOLD {
        steps.push(format!("{} more", trail.len() - MOST_TOLD));
    }
    Diagnostic::error(
        Code::RefCycle,
        key,
        format!("this refers to itself without a type in between: {}", steps.join(" to ")),
        "make one of them an object or an array that holds the next",
    )
}

/// The shortest way on which references that apply to the same value lead from a definition back to it.
fn way_back(draft: &Draft<'_>, goal: &str) -> Option<Vec<String>> {
    let mut reached = vec![(goal, None)];
    let mut seen = BTreeSet::new();
    let mut index = 0;
    while let Some(&(from, _)) = reached.get(index) {
        for next in draft.definitions.get(from).into_iter().flat_map(in_place_refs) {
            if next == goal {
                return Some(trail(&reached, index));
            }
            if seen.insert(next) {
                reached.push((next, Some(index)));
            }
        }
        index += 1;
    }
    None
}

/// The steps that led to one of the definitions reached.
fn trail(reached: &[(&str, Option<usize>)], last: usize) -> Vec<String> {
    let steps = std::iter::successors(reached.get(last), |(_, from)| reached.get((*from)?));
    let mut steps: Vec<String> = steps.map(|(key, _)| (*key).to_owned()).collect();
    steps.reverse();
    steps
}

/// The references of a schema that apply to the same value as the schema itself.
pub(super) fn in_place_refs(schema: &Value) -> Vec<&str> {
    let Some(schema) = schema.as_object() else { return Vec::new() };
    let inner = ["allOf", "oneOf", "anyOf"].into_iter().flat_map(|keyword| list(schema, keyword));
    text(schema, "$ref").into_iter().chain(inner.flat_map(in_place_refs)).collect()
}
