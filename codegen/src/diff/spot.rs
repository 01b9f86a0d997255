//! Places in a schema in canonical form, and what stands there.

use crate::lower::Schema;
use serde_json::Value;

/// A place: a definition, and the way from it to a schema inside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) key: String,
    pub(super) path: Vec<String>,
}

impl Spot {
    pub(super) fn definition(key: &str) -> Self {
        Self { key: key.to_owned(), path: Vec::new() }
    }

    pub(super) fn below(&self, tokens: &[&str]) -> Self {
        let path = self.path.iter().cloned().chain(tokens.iter().map(|token| (*token).to_owned())).collect();
        Self { key: self.key.clone(), path }
    }

    pub(super) fn find<'s>(&self, definitions: &'s Schema) -> Option<&'s Schema> {
        let start = definitions.get(&self.key)?;
        self.path.iter().try_fold(start, step)?.as_object()
    }

    pub(super) fn find_mut<'s>(&self, definitions: &'s mut Schema) -> Option<&'s mut Schema> {
        let start = definitions.get_mut(&self.key)?;
        let place = self.path.iter().try_fold(start, |value, token| match value {
            Value::Array(elements) => elements.get_mut(token.parse::<usize>().ok()?),
            Value::Object(members) => members.get_mut(token),
            _ => None,
        });
        place?.as_object_mut()
    }

    /// Where the references that stand here lead; there are no cycles of nothing but references.
    pub(super) fn resolved(&self, definitions: &Schema) -> Self {
        match self.find(definitions).and_then(|schema| text(schema, "$ref")) {
            Some(key) => Self::definition(key).resolved(definitions),
            None => self.clone(),
        }
    }
}

fn step<'v>(value: &'v Value, token: &String) -> Option<&'v Value> {
    match value {
        Value::Array(elements) => elements.get(token.parse::<usize>().ok()?),
        _ => value.get(token),
    }
}

/// What kind of value a schema describes, its references followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Enum,
    Union,
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

pub(super) fn kind(schema: &Schema) -> Kind {
    match text(schema, "type") {
        _ if schema.contains_key("enum") => Kind::Enum,
        _ if branches(schema).is_some() => Kind::Union,
        Some("object") => Kind::Object,
        Some("array") => Kind::Array,
        Some("string") => Kind::String,
        Some("integer") => Kind::Integer,
        Some("number") => Kind::Number,
        Some("boolean") => Kind::Boolean,
        _ => Kind::Any,
    }
}

/// What an object may hold beside the members it lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unlisted<'s> {
    Closed,
    Any,
    Typed(&'s Schema),
}

pub(super) fn unlisted(schema: &Schema) -> Unlisted<'_> {
    match schema.get("additionalProperties") {
        Some(Value::Bool(false)) => Unlisted::Closed,
        Some(Value::Object(inner)) if kind(inner) != Kind::Any || inner.contains_key("$ref") => Unlisted::Typed(inner),
        _ => Unlisted::Any,
    }
}

/// A schema, its references followed.
pub(super) fn follow<'s>(definitions: &'s Schema, schema: &'s Schema) -> &'s Schema {
    let next = text(schema, "$ref").and_then(|key| definitions.get(key)).and_then(Value::as_object);
    next.map_or(schema, |next| follow(definitions, next))
}

pub(super) fn text<'s>(schema: &'s Schema, keyword: &str) -> Option<&'s str> {
    schema.get(keyword).and_then(Value::as_str)
}

pub(super) fn flag(schema: &Schema, keyword: &str) -> bool {
    schema.get(keyword).and_then(Value::as_bool).unwrap_or_default()
}

pub(super) fn list<'s>(schema: &'s Schema, keyword: &str) -> &'s [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The branches of a union: the keyword, and its subschemas.
pub(super) fn branches(schema: &Schema) -> Option<(&'static str, &[Value])> {
    ["oneOf", "anyOf"].into_iter().find_map(|keyword| Some((keyword, schema.get(keyword)?.as_array()?.as_slice())))
}

pub(super) fn properties(schema: &Schema) -> impl Iterator<Item = (&String, &Schema)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten().filter_map(|(name, property)| Some((name, property.as_object()?)))
}

pub(super) fn property<'s>(schema: &'s Schema, name: &str) -> Option<&'s Schema> {
    schema.get("properties")?.get(name)?.as_object()
}

pub(super) fn requires(schema: &Schema, name: &str) -> bool {
    list(schema, "required").iter().any(|other| other == name)
}

/// The property that tells the branches of a union apart.
pub(super) fn tag(schema: &Schema) -> Option<&str> {
    schema.get("discriminator")?.get("propertyName")?.as_str()
}

/// A schema as its author could have written it: without what the passes tell each other.
pub(super) fn plain(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let own = members.iter().filter(|(name, _)| !name.starts_with("x-lower-"));
            own.map(|(name, inner)| (name.clone(), plain(inner))).collect()
        }
        Value::Array(elements) => elements.iter().map(plain).collect(),
        other => other.clone(),
    }
}
