//! Decides which definitions become types, and what these are called.

use super::Subject;
use super::draft::{flag, text};
use super::name_types::{Namer, is_own_type};
use super::names::type_ident;
use super::unite::same_meaning;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::Value;

impl Namer {
    pub(super) fn name_definitions(&mut self) {
        let root = self.subject.root().map(|root| self.alias_of(root).unwrap_or(root).to_owned());
        let keys: Vec<String> = self.definitions.keys().cloned().collect();
        for key in keys {
            if root.as_ref() == Some(&key) {
                let name = self.root_name();
                self.names.insert(key, name.clone());
                self.root = Some(name);
            } else if !key.is_empty() && self.becomes_type(&key) {
                let name = self.definition_name(&key);
                self.names.insert(key, name);
            }
        }
    }

    fn root_name(&mut self) -> String {
        match self.subject.clone() {
            Subject::Component(key) => self.definition_name(&key),
            subject => subject.document_name().to_owned(),
        }
    }

    /// The definition that another is only a reference to.
    pub(super) fn alias_of(&self, key: &str) -> Option<&str> {
        let schema = self.definitions.get(key)?.as_object()?;
        let target = text(schema, "$ref").filter(|_| !flag(schema, "nullable"))?;
        Some(self.alias_of(target).unwrap_or(target))
    }

    fn becomes_type(&self, key: &str) -> bool {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        let is_alias = self.alias_of(key).is_some();
        schema.is_some_and(is_own_type) || (!is_alias && self.holds_itself(key, key, &mut Vec::new()))
    }

    /// Whether definitions without a name alone lead from one definition to another.
    fn holds_itself(&self, from: &str, goal: &str, seen: &mut Vec<String>) -> bool {
        if seen.iter().any(|key| key == from) {
            return false;
        }
        seen.push(from.to_owned());
        let Some(schema) = self.definitions.get(from) else { return false };
        if schema.as_object().is_some_and(is_own_type) {
            return false;
        }
        refs_in(schema).into_iter().any(|next| next == goal || self.holds_itself(next, goal, seen))
    }

    fn definition_name(&mut self, key: &str) -> String {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        let overridden = schema.and_then(|schema| text(schema, "x-speakeasy-name-override")).and_then(type_ident);
        let place = self.name_of_place(key);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, key))
    }

    /// An override gives way to a definition of that very name.
    pub(super) fn unless_taken(&mut self, name: String, place: String, at: &str) -> String {
        let own_name = |key: &String| pointer::tokens(key).last().and_then(|token| type_ident(&token));
        let is_definition = |key: &String| {
            ["/$defs/", "/definitions/", "/components/schemas/"].iter().any(|place| key.starts_with(place))
        };
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
    pub(super) fn name_of_place(&self, key: &str) -> String {
        let mut name = self.subject.document_name().to_owned();
        let mut tokens = pointer::tokens(key);
        while let Some(token) = tokens.next() {
            let part = match token.as_str() {
                "$defs" | "definitions" => {
                    name.clear();
                    tokens.next().unwrap_or_default()
                }
                "components" => {
                    tokens.next();
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
}

/// All references that a schema holds.
fn refs_in(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(schema) => text(schema, "$ref").into_iter().chain(schema.values().flat_map(refs_in)).collect(),
        Value::Array(elements) => elements.iter().flat_map(refs_in).collect(),
        _ => Vec::new(),
    }
}
