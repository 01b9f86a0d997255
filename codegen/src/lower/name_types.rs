//! Gives every type its Rust name.

use super::Subject;
use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, SOURCE, Schema, flag, source, text};
use super::tolerate::IGNORE_UNLISTED;
use super::unite::same_meaning;
use crate::diagnostic::{Code, Diagnostic, Severity};
use serde_json::Value;
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
        subject: draft.subject.clone(),
        root: None,
        definitions: std::mem::take(&mut draft.definitions),
        names: BTreeMap::new(),
        aliases: BTreeMap::new(),
        own_names: BTreeMap::new(),
        claims: BTreeMap::new(),
        named: Schema::new(),
        diagnostics: Vec::new(),
    };
    namer.name_definitions();
    namer.refuse_deep_nests();
    if namer.diagnostics.iter().all(|found| found.severity != Severity::Error) {
        namer.define_all();
    }
    draft.plan.root = namer.root;
    draft.definitions = namer.named;
    draft.diagnostics.append(&mut namer.diagnostics);
}

/// The naming while it is under way.
pub(super) struct Namer {
    pub(super) subject: Subject,
    /// The Rust name of the root type.
    pub(super) root: Option<String>,
    /// By JSON pointer.
    pub(super) definitions: Schema,
    /// The Rust names of those definitions that become types.
    pub(super) names: BTreeMap<String, String>,
    /// For each definition that is only a reference, where the references end.
    pub(super) aliases: BTreeMap<String, String>,
    /// The definitions by the Rust names that their own names give.
    pub(super) own_names: BTreeMap<String, Vec<String>>,
    /// What each Rust name stands for.
    claims: BTreeMap<String, Value>,
    /// By Rust name, in the order of the schema.
    named: Schema,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Namer {
    /// The root first, then the definitions in the order of the text.
    fn define_all(&mut self) {
        let mut definitions: Vec<(String, Value)> = self.definitions.clone().into_iter().collect();
        definitions.sort_by_key(|(key, _)| self.names.get(key) != self.root.as_ref());
        for (key, schema) in definitions {
            if let Some(name) = self.names.get(&key).cloned() {
                self.define(&name, schema, key.is_empty());
            }
        }
    }

    pub(super) fn define(&mut self, name: &str, value: Value, is_root: bool) {
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
}

/// Whether a schema becomes a Rust type of its own.
pub(super) fn is_own_type(schema: &Schema) -> bool {
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
