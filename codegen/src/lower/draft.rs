//! The schema while it is being lowered, and how a pass walks over it.

use super::{Subject, spell_out};
use crate::diagnostic::Diagnostic;
use crate::load::Document;
use crate::project::components;
use serde_json::{Map, Value, json};

/// The keyword under which each subschema keeps the JSON pointer it came from.
pub(super) const SOURCE: &str = "x-lower-source";

/// A JSON object that is a schema.
pub(super) type Schema = Map<String, Value>;

pub(super) struct Draft<'a> {
    pub(super) document: &'a Document,
    pub(super) subject: &'a Subject,
    /// The schemas that have a name: first by JSON pointer (the document's is empty), and by Rust
    /// name once the names are decided. A `$ref` holds such a key.
    pub(super) definitions: Schema,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(document: &'a Document, subject: &'a Subject) -> Self {
        let definitions = match subject {
            Subject::Document(_) => Schema::from_iter([(String::new(), document.root().clone())]),
            Subject::Components | Subject::Component(_) => components::definitions(document, subject.root()),
        };
        let diagnostics = components::not_read(document).into_iter().collect();
        Self { document, subject, definitions, diagnostics }
    }

    /// Visits every subschema of every definition, inner ones first.
    pub(super) fn for_each_schema(&mut self, mut visit: impl FnMut(&mut Schema, &mut Vec<Diagnostic>)) {
        for definition in self.definitions.values_mut() {
            visit_subschemas(definition, &mut |schema| visit(schema, &mut self.diagnostics));
        }
    }

    /// The schema of one definition, or only the definitions, once all are spelled out.
    pub(super) fn into_twin(self, key: Option<&str>) -> Value {
        let mut twin = Schema::new();
        twin.insert("$schema".to_owned(), Value::from("http://json-schema.org/draft-04/schema#"));
        if let Some(key) = key {
            twin.insert("allOf".to_owned(), json!([spell_out::reference_to(key)]));
        }
        twin.insert("definitions".to_owned(), Value::Object(self.definitions));
        Value::Object(twin)
    }
}

/// Visits a schema and all its subschemas, inner ones first.
pub(super) fn visit_subschemas(value: &mut Value, visit: &mut dyn FnMut(&mut Schema)) {
    let Some(schema) = value.as_object_mut() else { return };
    for (keyword, inner) in schema.iter_mut() {
        for (_, child) in children_mut(keyword, inner) {
            visit_subschemas(child, visit);
        }
    }
    visit(schema);
}

/// The subschemas under a keyword, each with its pointer relative to the keyword's value.
pub(super) fn children_mut<'v>(keyword: &str, value: &'v mut Value) -> Vec<(Vec<String>, &'v mut Value)> {
    use super::vocabulary::{Kind, kind_of};
    match (kind_of(keyword), value) {
        (Some(Kind::Schema), value) => vec![(Vec::new(), value)],
        (Some(Kind::SchemaMap), Value::Object(members)) => {
            members.iter_mut().map(|(name, child)| (vec![name.clone()], child)).collect()
        }
        (Some(Kind::SchemaList), Value::Array(elements)) => {
            elements.iter_mut().enumerate().map(|(index, child)| (vec![index.to_string()], child)).collect()
        }
        _ => Vec::new(),
    }
}

/// The JSON pointer that a schema came from.
pub(super) fn source(schema: &Schema) -> &str {
    text(schema, SOURCE).unwrap_or_default()
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

pub(super) fn texts<'s>(schema: &'s Schema, keyword: &str) -> impl Iterator<Item = &'s str> {
    list(schema, keyword).iter().filter_map(Value::as_str)
}

/// The branches of a union: the keyword, and its subschemas.
pub(super) fn branches(schema: &Schema) -> Option<(&'static str, &[Value])> {
    ["oneOf", "anyOf"].into_iter().find_map(|keyword| {
        let branches = schema.get(keyword)?.as_array()?;
        Some((keyword, branches.as_slice()))
    })
}
