//! Gives every type its Rust name.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, SOURCE, Schema, branches, flag, source, text};
use super::merge_all_of::same_meaning;
use super::names::type_ident;
use super::tell_branches::TOLD;
use super::tolerate::IGNORE_UNLISTED;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Gives every type its Rust name, and makes a definition of it under that name.
///
/// Applies to all subschemas that become a type of their own: objects with properties, enums,
/// unions, checked strings. The name is `x-speakeasy-name-override`, else that of the definition,
/// else the place: the type around it and the property. Two schemas that mean the same and get
/// one name become one type; two that differ are an error. Nullable schemas become
/// `oneOf: [{the rest}, {type: null}]`.
pub(super) fn name_types(draft: &mut Draft<'_>) {
    let mut namer = Namer {
        root: draft.root.clone(),
        definitions: std::mem::take(&mut draft.definitions),
        names: BTreeMap::new(),
        claims: BTreeMap::new(),
        named: Schema::new(),
        diagnostics: Vec::new(),
    };
    namer.name_definitions();
    namer.define_all();
    draft.definitions = namer.named;
    draft.diagnostics.append(&mut namer.diagnostics);
}

struct Namer {
    root: String,
    /// By JSON pointer.
    definitions: Schema,
    /// The Rust names of those definitions that become types.
    names: BTreeMap<String, String>,
    /// What each Rust name stands for.
    claims: BTreeMap<String, Value>,
    /// By Rust name, in the order of the schema.
    named: Schema,
    diagnostics: Vec<Diagnostic>,
}

impl Namer {
    fn name_definitions(&mut self) {
        let root_target = self.alias_of("").map(str::to_owned);
        let keys: Vec<String> = self.definitions.keys().cloned().collect();
        for key in keys {
            let is_root = key.is_empty() && root_target.is_none();
            if is_root || root_target.as_deref() == Some(key.as_str()) {
                self.names.insert(key, self.root.clone());
            } else if !key.is_empty() && self.becomes_type(&key) {
                let name = self.definition_name(&key);
                self.names.insert(key, name);
            }
        }
    }

    /// The definition that another is only a reference to.
    fn alias_of(&self, key: &str) -> Option<&str> {
        let schema = self.definitions.get(key)?.as_object()?;
        let target = text(schema, "$ref").filter(|_| !flag(schema, "nullable"))?;
        Some(self.alias_of(target).unwrap_or(target))
    }

    fn becomes_type(&self, key: &str) -> bool {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        schema.is_some_and(is_own_type) || self.holds_itself(key, key, &mut Vec::new())
    }

    /// Whether plain schemas alone lead from one definition to another.
    fn holds_itself(&self, from: &str, goal: &str, seen: &mut Vec<String>) -> bool {
        if seen.iter().any(|key| key == from) {
            return false;
        }
        seen.push(from.to_owned());
        let Some(schema) = self.definitions.get(from) else { return false };
        plain_refs(schema).into_iter().any(|next| next == goal || self.holds_itself(next, goal, seen))
    }

    fn definition_name(&mut self, key: &str) -> String {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        let overridden = schema.and_then(|schema| text(schema, "x-speakeasy-name-override")).and_then(type_ident);
        let place = self.name_of_place(key);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, key))
    }

    /// An override gives way to a definition of that very name.
    fn unless_taken(&mut self, name: String, place: String, at: &str) -> String {
        let own_name = |key: &String| pointer::tokens(key).last().and_then(|token| type_ident(&token));
        let is_definition = |key: &String| key.starts_with("/$defs/") || key.starts_with("/definitions/");
        let mut others = self.definitions.keys().filter(|key| is_definition(key) && *key != at);
        let Some(other) = others.find(|key| own_name(key).as_ref() == Some(&name) && self.differs(key, at)) else {
            return name;
        };
        self.diagnostics.push(
            Diagnostic::new(
                Severity::Note,
                Code::NameCollision,
                at,
                format!("`{name}` is the name of another definition, so this type is named `{place}`"),
                "nothing to do, unless another name is wanted: then change x-speakeasy-name-override",
            )
            .with_related(other, "the other one"),
        );
        place
    }

    fn differs(&self, key: &str, other: &str) -> bool {
        match (self.definitions.get(key), self.definitions.get(other)) {
            (Some(one), Some(other)) => !same_meaning(one, other),
            _ => true,
        }
    }

    /// The name of a definition, or of the place of a schema that stands in another.
    fn name_of_place(&self, key: &str) -> String {
        let mut name = self.root.clone();
        let mut tokens = pointer::tokens(key);
        while let Some(token) = tokens.next() {
            let part = match token.as_str() {
                "$defs" | "definitions" => {
                    name.clear();
                    tokens.next().unwrap_or_default()
                }
                "properties" => tokens.next().unwrap_or_default(),
                "items" => "Item".to_owned(),
                "additionalProperties" => "Value".to_owned(),
                other => other.to_owned(),
            };
            name.push_str(&type_ident(&part).unwrap_or_else(|| "X".to_owned()));
        }
        type_ident(&name).unwrap_or(name)
    }

    fn define_all(&mut self) {
        let keys: Vec<(String, String)> = self.names.iter().map(|(key, name)| (key.clone(), name.clone())).collect();
        let order: Vec<String> = self.definitions.keys().cloned().collect();
        for key in order {
            let Some((_, name)) = keys.iter().find(|(named, _)| *named == key) else { continue };
            if let Some(schema) = self.definitions.get(&key).cloned() {
                self.define(name, schema, key.is_empty());
            }
        }
    }

    fn define(&mut self, name: &str, value: Value, is_root: bool) {
        if self.is_claimed(name, &value) {
            return;
        }
        self.claims.insert(name.to_owned(), value.clone());
        self.named.insert(name.to_owned(), Value::Null);
        let Value::Object(mut schema) = value else { return };
        let at = schema.get(SOURCE).cloned().unwrap_or_default();
        let null = is_root && flag(&schema, "nullable");
        let mut placed = if null || !is_own_type(&schema) {
            schema.insert("nullable".to_owned(), Value::Bool(null));
            let inner = if null { format!("{name}Value") } else { name.to_owned() };
            self.place(Value::Object(schema), &inner)
        } else {
            self.place_children(&mut schema, name);
            schema.remove("nullable");
            Value::Object(schema)
        };
        if let Some(placed) = placed.as_object_mut() {
            placed.insert(SOURCE.to_owned(), at);
        }
        self.named.insert(name.to_owned(), placed);
    }

    fn is_claimed(&mut self, name: &str, value: &Value) -> bool {
        let Some(other) = self.claims.get(name) else { return false };
        if !same_meaning(other, value) {
            let place = |value: &Value| value.as_object().map_or("", source).to_owned();
            let (here, there) = (place(value), place(other));
            self.diagnostics.push(
                Diagnostic::error(
                    Code::NameCollision,
                    &here,
                    format!("two schemas that differ would both be named `{name}`: `#{there}` and `#{here}`"),
                    "give one of them another name with x-speakeasy-name-override",
                )
                .with_related(&there, "the other one"),
            );
        }
        true
    }

    fn place_children(&mut self, schema: &mut Schema, name: &str) {
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
    fn place(&mut self, value: Value, hint: &str) -> Value {
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
            return self.place(target, hint);
        }
        if is_own_type(schema) {
            let overridden = text(schema, "x-speakeasy-name-override").and_then(type_ident);
            let at = source(schema).to_owned();
            let name = overridden.map_or(hint.to_owned(), |name| self.unless_taken(name, hint.to_owned(), &at));
            self.define(&name, Value::Object(schema.clone()), false);
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

/// The name of a place inside a type.
fn below(name: &str, part: &str) -> String {
    type_ident(&format!("{name} {}", type_ident(part).unwrap_or_else(|| "X".to_owned()))).unwrap_or_default()
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

/// Whether a schema becomes a Rust type of its own.
fn is_own_type(schema: &Schema) -> bool {
    let has = |keyword: &str| schema.contains_key(keyword);
    match text(schema, "type") {
        Some("object") => {
            has("properties")
                || has(IGNORE_UNLISTED)
                || has(ANY_OF_REQUIRED)
                || schema.get("additionalProperties") == Some(&Value::Bool(false))
        }
        Some("string") => has("pattern") || has("minLength") || has("maxLength"),
        Some(_) => false,
        None => has("enum") || has("oneOf") || has("anyOf"),
    }
}

/// Whether a schema says what its value is; if not, null is among its values anyway.
fn says_anything(schema: &Schema) -> bool {
    ["type", "$ref", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.contains_key(*keyword))
}

/// The references that a plain schema holds without a type of its own in between.
fn plain_refs(value: &Value) -> Vec<&str> {
    let Some(schema) = value.as_object().filter(|schema| !is_own_type(schema)) else { return Vec::new() };
    let deeper = ["items", "additionalProperties"].into_iter().filter_map(|keyword| schema.get(keyword));
    text(schema, "$ref").into_iter().chain(deeper.flat_map(plain_refs)).collect()
}
