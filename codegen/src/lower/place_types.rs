//! Puts a reference where a type of its own is used, and lets everything else stand where it is.

use super::draft::{SOURCE, Schema, branches, flag, source, text};
use super::name_types::{Namer, is_own_type};
use super::names::{type_ident, variant_ident};
use super::tell_branches::TOLD;
use super::tolerate::LENIENT;
use serde_json::{Value, json};

impl Namer {
    pub(super) fn place_children(&mut self, schema: &mut Schema, name: &str) {
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            for (property, value) in properties {
                let hint = below(name, property);
                *value = self.place(value.take(), &hint);
            }
        }
        for (keyword, part) in [("additionalProperties", "Value"), ("items", "Item")] {
            if let Some(value) = schema.get_mut(keyword).filter(|value| value.is_object()) {
                *value = self.place(value.take(), &below(name, part));
            }
        }
        self.place_branches(schema, name);
    }

    fn place_branches(&mut self, schema: &mut Schema, name: &str) {
        let Some((keyword, _)) = branches(schema) else { return };
        let told = schema.get(TOLD).and_then(Value::as_array).cloned().unwrap_or_default();
        let Some(Value::Array(inner)) = schema.get_mut(keyword) else { return };
        for (value, told) in inner.iter_mut().zip(told) {
            let hint = below(name, told.get("variant").and_then(Value::as_str).unwrap_or_default());
            *value = self.place(value.take(), &hint);
        }
    }

    /// A schema where it is used: types of their own are defined and referred to.
    pub(super) fn place(&mut self, value: Value, hint: &str) -> Value {
        let Value::Object(mut schema) = value else { return value };
        let null = flag(&schema, "nullable") && says_anything(&schema);
        let kept = kept_beside_reference(&schema);
        let plain = self.place_without_null(&mut schema, hint);
        let mut placed =
            if null { json!({"oneOf": [plain, {"type": "null"}], "x-lower-nullable": true}) } else { plain };
        if let Some(placed) = placed.as_object_mut() {
            placed.extend(kept);
        }
        placed
    }

    fn place_without_null(&mut self, schema: &mut Schema, hint: &str) -> Value {
        if let Some(key) = text(schema, "$ref").map(str::to_owned) {
            if let Some(name) = self.names.get(self.alias_of(&key).unwrap_or(&key)) {
                return reference(name);
            }
            let target = self.definitions.get(&key).cloned().unwrap_or_default();
            let own_hint = self.name_of_place(&key);
            return self.place(target, &own_hint);
        }
        if is_own_type(schema) {
            let overridden = text(schema, "x-speakeasy-name-override").and_then(type_ident);
            let at = source(schema).to_owned();
            let name = overridden.map_or(hint.to_owned(), |name| self.unless_taken(name, hint.to_owned(), &at));
            schema.retain(|keyword, _| !ABOUT_THE_PLACE.contains(&keyword.as_str()));
            self.define(&name, Value::Object(std::mem::take(schema)), false);
            return reference(&name);
        }
        self.place_children(schema, hint);
        schema.retain(|keyword, _| matches!(keyword.as_str(), "type" | "format" | "items" | "additionalProperties"));
        if schema.get("additionalProperties").is_some_and(Value::is_boolean) {
            schema.remove("additionalProperties");
        }
        Value::Object(std::mem::take(schema))
    }
}

/// What is said of a value where it is used: it makes no other type of it.
const ABOUT_THE_PLACE: &[&str] = &["nullable", LENIENT];

/// The name of a place inside a type.
fn below(name: &str, part: &str) -> String {
    type_ident(&format!("{name} {}", variant_ident(part).unwrap_or_else(|| "X".to_owned()))).unwrap_or_default()
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

/// What is said about a property stays with the property, whatever its type.
fn kept_beside_reference(schema: &Schema) -> Schema {
    const KEPT: &[&str] = &["title", "description", "x-lower-notes", "x-lower-lenient", SOURCE];
    let kept = schema.iter().filter(|(keyword, _)| KEPT.contains(&keyword.as_str()));
    kept.map(|(keyword, value)| (keyword.clone(), value.clone())).collect()
}

/// Whether a schema says what its value is; if not, null is among its values anyway.
fn says_anything(schema: &Schema) -> bool {
    ["type", "$ref", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.contains_key(*keyword))
}
