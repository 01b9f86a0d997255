//! Makes one schema of all that describe the same value.

use super::draft::{Draft, Schema, flag, list, source, text, visit_subschemas};
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use serde_json::{Value, json};

/// Makes one schema of an `allOf`, of a `$ref` that has siblings, and of a union of one branch.
///
/// Applies to all subschemas. All parts of an `allOf` describe the same value (JSON Schema
/// 2020-12 core, section 10.2.1.1), and so do a `$ref` and its siblings (section 8.2.3.1) and the
/// only branch of a union (sections 10.2.1.2 and 10.2.1.3). Objects are merged, in the order of
/// the parts; `nullable` beside the parts allows null for the whole.
pub(super) fn merge_all_of(draft: &mut Draft<'_>) {
    let originals = draft.definitions.clone();
    let mut diagnostics = Vec::new();
    for definition in draft.definitions.values_mut() {
        visit_subschemas(definition, &mut |schema| {
            if let Err(found) = merge(schema, &originals) {
                diagnostics.push(found);
            }
        });
    }
    draft.diagnostics.append(&mut diagnostics);
}

/// Keywords that say what a value is; the others only speak about the schema.
const STRUCTURAL: &[&str] = &[
    "$ref",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "oneOf",
    "anyOf",
    "allOf",
    "discriminator",
    "pattern",
    "minLength",
    "maxLength",
    "x-speakeasy-unknown-values",
];

fn is_structural(schema: &Schema) -> bool {
    STRUCTURAL.iter().any(|keyword| schema.contains_key(*keyword))
}

fn merge(schema: &mut Schema, definitions: &Schema) -> Result<(), Diagnostic> {
    let parts = take_parts(schema);
    if parts.is_empty() {
        return Ok(());
    }
    let mut telling: Vec<Schema> = parts.into_iter().filter_map(into_telling).collect();
    if let ([only], false) = (telling.as_slice(), is_structural(schema))
        && !contradict(schema, only)
    {
        absorb_only_part(schema, telling.remove(0));
        return Ok(());
    }
    let mut null = !telling.is_empty();
    let own_null = flag(schema, "nullable");
    for part in telling {
        let mut part = resolved(part, definitions)?;
        null &= part.remove("nullable") == Some(Value::Bool(true));
        unite(schema, part)?;
    }
    schema.insert("nullable".to_owned(), Value::Bool(own_null || null));
    Ok(())
}

/// The schemas that describe the same value as this one.
fn take_parts(schema: &mut Schema) -> Vec<Value> {
    let mut parts: Vec<Value> = schema.remove("$ref").map(|target| json!({"$ref": target})).into_iter().collect();
    if let Some(Value::Array(all)) = schema.remove("allOf") {
        parts.extend(all);
    }
    for union in ["oneOf", "anyOf"] {
        if list(schema, union).len() == 1
            && !schema.contains_key("discriminator")
            && let Some(Value::Array(only)) = schema.remove(union)
        {
            parts.extend(only);
        }
    }
    parts
}

/// Whether two schemas name types that no value has both of.
fn contradict(one: &Schema, other: &Schema) -> bool {
    text(one, "type").zip(text(other, "type")).is_some_and(|(one, other)| one != other)
}

/// A part that says anything at all: `{}` and a bare `type: object` do not.
fn into_telling(part: Value) -> Option<Schema> {
    match part {
        Value::Object(part) if is_structural(&part) || part.get("type").is_some_and(|name| name != "object") => {
            Some(part)
        }
        _ => None,
    }
}

/// Takes over the one part there is; what the holder says about itself stays.
pub(super) fn absorb_only_part(holder: &mut Schema, part: Schema) {
    holder.remove("type");
    for (keyword, value) in part {
        if !holder.contains_key(&keyword) {
            holder.insert(keyword, value);
        }
    }
}

/// A part with its own `$ref` and `allOf` merged into it.
fn resolved(mut part: Schema, definitions: &Schema) -> Result<Schema, Diagnostic> {
    while let Some(key) = part.remove("$ref") {
        let target = key.as_str().and_then(|key| definitions.get(key)).and_then(Value::as_object);
        let mut target = target.cloned().unwrap_or_default();
        merge(&mut target, definitions)?;
        unite(&mut part, target)?;
    }
    merge(&mut part, definitions)?;
    Ok(part)
}

fn unite(whole: &mut Schema, part: Schema) -> Result<(), Diagnostic> {
    let at = source(whole).to_owned();
    let was_telling = whole.contains_key("properties");
    for (keyword, value) in part {
        match keyword.as_str() {
            "properties" => unite_properties(whole, value, &at)?,
            "required" => unite_required(whole, value),
            "additionalProperties" if was_telling => unite_additional(whole, &value, &at)?,
            _ if !whole.contains_key(&keyword) => {
                whole.insert(keyword, value);
            }
            _ if whole.get(&keyword) == Some(&value) || !speaks(&keyword) => {}
            _ => return Err(conflict(&keyword, &at)),
        }
    }
    Ok(())
}

/// Whether two parts that differ in a keyword contradict each other.
fn speaks(keyword: &str) -> bool {
    keyword == "type" || STRUCTURAL.contains(&keyword)
}

fn unite_properties(whole: &mut Schema, value: Value, at: &str) -> Result<(), Diagnostic> {
    let Value::Object(added) = value else { return Ok(()) };
    let closed = whole.get("additionalProperties") == Some(&Value::Bool(false));
    let properties = whole.entry("properties").or_insert_with(|| json!({}));
    let Some(properties) = properties.as_object_mut() else { return Ok(()) };
    let had_any = !properties.is_empty();
    for (name, property) in added {
        match properties.get(&name) {
            None if closed && had_any => return Err(closed_part(&name, at)),
            None => {
                properties.insert(name, property);
            }
            Some(other) if same_meaning(other, &property) => {}
            Some(_) => return Err(conflict(&format!("properties/{name}"), at)),
        }
    }
    Ok(())
}

fn unite_required(whole: &mut Schema, value: Value) {
    let required = whole.entry("required").or_insert_with(|| json!([]));
    if let (Some(required), Value::Array(added)) = (required.as_array_mut(), value) {
        for name in added {
            if !required.contains(&name) {
                required.push(name);
            }
        }
    }
}

/// An object that one part closes has no members but that part's.
fn unite_additional(whole: &mut Schema, value: &Value, at: &str) -> Result<(), Diagnostic> {
    match (whole.get("additionalProperties"), value) {
        (Some(own), added) if own == added => Ok(()),
        (_, Value::Bool(true)) => Ok(()),
        _ => Err(conflict("additionalProperties", at)),
    }
}

/// Whether two schemas differ at most in where they came from.
pub(super) fn same_meaning(one: &Value, other: &Value) -> bool {
    let bare = |value: &Value| {
        let mut value = value.clone();
        visit_subschemas(&mut value, &mut |schema| {
            schema.retain(|keyword, _| !matches!(keyword.as_str(), "title" | "description" | "x-lower-notes"));
            schema.remove(super::draft::SOURCE);
        });
        value
    };
    bare(one) == bare(other)
}

fn conflict(what: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        &pointer::join(at, "allOf"),
        format!("the schemas that together describe this value disagree on `{what}`: no one type can be made of them"),
        "write the value out in one schema",
    )
}

fn closed_part(name: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        &pointer::join(at, "allOf"),
        format!("one part of this `allOf` forbids the member `{name}` that another part describes"),
        "take `additionalProperties: false` off the part that does not list the member",
    )
}
