//! What is said about a value in words.

use super::array::places::places;
use super::builder::Builder;
use super::key::{Key, Part};
use super::ty::Words;
use crate::schema::{Node, TypeSet};
use serde_json::Value;

impl Builder<'_> {
    /// The words of the schema itself, else those of its parts; parts that say nothing else are added.
    pub(super) fn words(&self, key: &Key, parts: &[Part]) -> Words {
        let Some((first, _)) = key.parts.split_first() else { return Words::default() };
        let nodes: Vec<&Node> = parts.iter().map(|part| self.node(part)).collect();
        let own_words = |part: &Part| self.own_words(self.node(part), places(self.schema, &nodes).is_some());
        let mut words = own_words(first);
        let others = parts.iter().filter(|part| part.id != first.id);
        let (telling, silent): (Vec<&Part>, Vec<&Part>) = others.partition(|part| self.says_anything(part));
        for part in telling {
            let other = own_words(part);
            words.title = words.title.or(other.title);
            words.description = words.description.or(other.description);
            if words.notes.is_empty() {
                words.notes = other.notes;
            }
        }
        for part in silent {
            let other = own_words(part);
            match (&words.description, other.description) {
                (_, None) => {}
                (Some(own), Some(said)) if *own == said => {}
                (Some(_), Some(said)) => words.notes.push(said),
                (None, said) => words.description = said,
            }
            words.notes.extend(other.notes);
        }
        words
    }

    fn says_anything(&self, part: &Part) -> bool {
        let node = self.node(part);
        node.types.is_some_and(|types| types != TypeSet::OBJECT) || super::says::asserts(node, &["type"])
    }

    /// Its own words; whether the value is a tuple, which has as many elements as it says in either reading.
    fn own_words(&self, node: &Node, is_tuple: bool) -> Words {
        let said = |keyword: &String| {
            let annotation = node.annotations.iter().find(|(name, _)| name == keyword);
            match annotation {
                Some(("format", _)) if super::scalar::decides_a_width(node) => None,
                Some((name, value)) => annotation_note(name, value),
                None if is_tuple && matches!(keyword.as_str(), "minItems" | "maxItems") => None,
                None => self
                    .is_tolerant()
                    .then(|| super::leave::unchecked_value(node, keyword))
                    .flatten()
                    .map(|value| unchecked(keyword, &value)),
            }
        };
        Words {
            title: node.title.clone(),
            description: node.description.clone(),
            notes: node.keywords.iter().filter_map(said).collect(),
        }
    }
}

/// An annotation in words (JSON Schema 2020-12 validation, sections 7 and 9).
fn annotation_note(keyword: &str, value: &Value) -> Option<String> {
    match (keyword, value) {
        ("deprecated" | "readOnly" | "writeOnly", Value::Bool(false)) => None,
        ("deprecated", _) => Some("Deprecated.".to_owned()),
        ("readOnly", _) => Some("Read-only.".to_owned()),
        ("writeOnly", _) => Some("Write-only.".to_owned()),
        ("format", Value::String(format)) => Some(format!("Format: `{format}`.")),
        ("default", _) => Some(format!("Default: {}.", code(value))),
        ("examples", Value::Array(examples)) => Some(format!("Examples: {}.", all(examples))),
        _ => Some(format!("Example: {}.", code(value))),
    }
}

fn all(examples: &[Value]) -> String {
    examples.iter().map(code).collect::<Vec<_>>().join(", ")
}

/// An assertion that the types of this reading do not check, in words.
fn unchecked(keyword: &str, value: &Value) -> String {
    format!("Not checked: `{keyword}` {}.", code(value))
}

/// JSON as a code span, cut where a line of documentation ends.
fn code(value: &Value) -> String {
    const MOST: usize = 80;
    let written = value.to_string().replace('`', "'");
    if written.chars().count() <= MOST {
        return format!("`{written}`");
    }
    format!("`{}…`", written.chars().take(MOST).collect::<String>())
}

impl Words {
    /// All that is to be said, as paragraphs.
    pub(crate) fn paragraphs(&self, rust_name: Option<&str>) -> Vec<String> {
        let title = self.title.as_deref().filter(|title| rust_name != Some(title));
        let description = self.description.as_deref();
        let written = title.into_iter().filter(|_| description != title).chain(description).flat_map(split);
        written.chain(self.notes.iter().cloned()).collect()
    }
}

/// One paragraph per paragraph, trimmed; a carriage return of its own is a line's end as well.
fn split(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let trimmed = text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    trimmed.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
