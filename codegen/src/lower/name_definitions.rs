//! Decides which definitions become types, and what these are called.

use super::Subject;
use super::draft::{Schema, flag, text};
use super::graph::Graph;
use super::name_types::{Namer, is_own_type};
use super::names::{type_ident, variant_ident};
use super::unite::same_meaning;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Namer {
    pub(super) fn name_definitions(&mut self) {
        self.aliases = aliases(&self.definitions);
        self.own_names = own_names(&self.definitions);
        let cyclic: BTreeSet<String> = nameless(&self.definitions).cycles().into_iter().map(str::to_owned).collect();
        let root = self.subject.root().map(|root| self.alias_of(root).unwrap_or(root).to_owned());
        let keys: Vec<String> = self.definitions.keys().cloned().collect();
        for key in keys {
            if root.as_ref() == Some(&key) {
                let name = self.root_name();
                self.names.insert(key, name.clone());
                self.root = Some(name);
            } else if !key.is_empty() && self.becomes_type(&key, &cyclic) {
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
        self.aliases.get(key).map(String::as_str)
    }

    fn becomes_type(&self, key: &str, cyclic: &BTreeSet<String>) -> bool {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        schema.is_some_and(is_own_type) || (self.alias_of(key).is_none() && cyclic.contains(key))
    }

    fn definition_name(&mut self, key: &str) -> String {
        let schema = self.definitions.get(key).and_then(Value::as_object);
        let overridden = schema.and_then(|schema| text(schema, "x-speakeasy-name-override")).and_then(type_ident);
        let place = self.name_of_place(key);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, key))
    }

    /// An override gives way to a definition of that very name.
    pub(super) fn unless_taken(&mut self, name: String, place: String, at: &str) -> String {
        let mut others = self.own_names.get(&name).into_iter().flatten().filter(|key| *key != at);
        let Some(other) = others.find(|key| self.differs(key, at)) else { return name };
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
            name.push_str(&variant_ident(&part).unwrap_or_else(|| "X".to_owned()));
        }
        type_ident(&name).unwrap_or(name)
    }
}

/// What a definition refers to, if it is nothing but a reference.
fn alias(value: &Value) -> Option<&str> {
    value.as_object().filter(|schema| !flag(schema, "nullable")).and_then(|schema| text(schema, "$ref"))
}

/// For each definition that is only a reference, where the references end.
fn aliases(definitions: &Schema) -> BTreeMap<String, String> {
    let graph = Graph::of(definitions, |definition| alias(definition).into_iter().collect());
    let mut ends: BTreeMap<String, String> = BTreeMap::new();
    for key in graph.inner_first() {
        if let Some(next) = graph.next(key).first() {
            let end = ends.get(*next).cloned().unwrap_or_else(|| (*next).to_owned());
            ends.insert(key.to_owned(), end);
        }
    }
    ends
}

/// The definitions by what their own names are as names of types.
fn own_names(definitions: &Schema) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let is_definition = |key: &&String| HOLDERS.iter().any(|place| key.starts_with(place));
    for key in definitions.keys().filter(is_definition) {
        if let Some(name) = pointer::tokens(key).last().and_then(|token| type_ident(&token)) {
            names.entry(name).or_default().push(key.clone());
        }
    }
    names
}

const HOLDERS: &[&str] = &["/$defs/", "/definitions/", "/components/schemas/"];

/// From definitions without a type of their own to all that they refer to.
pub(super) fn nameless(definitions: &Schema) -> Graph<'_> {
    Graph::of(definitions, |definition| {
        if definition.as_object().is_some_and(is_own_type) { Vec::new() } else { refs_in(definition) }
    })
}

/// All references that a schema holds.
fn refs_in(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(schema) => text(schema, "$ref").into_iter().chain(schema.values().flat_map(refs_in)).collect(),
        Value::Array(elements) => elements.iter().flat_map(refs_in).collect(),
        _ => Vec::new(),
    }
}
