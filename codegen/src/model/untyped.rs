//! Schemas that name no type.

use super::builder::{Builder, Making};
use crate::schema::{Node, NumberRules, TextRules, TypeSet};

impl Builder<'_> {
    /// The type that the keywords speak of, where none is named, and whether the value is taken to have it.
    ///
    /// By the letter a keyword such as `properties` says nothing about other types (JSON Schema 2020-12 core, section
    /// 10.3.2.1); OpenAPI's tools read the type from the keywords (OpenAPI 3.0.3, "Schema Object").
    pub(super) fn assumed_type(&mut self, making: &Making) -> Option<(TypeSet, bool)> {
        let nodes: Vec<&Node> = making.parts.iter().map(|part| self.node(part)).collect();
        let (name, types) = nodes.iter().find_map(|node| spoken_of(node))?;
        let is_branch = !self.schema.is_dialect && making.parts.iter().any(|part| self.branches.contains(&part.id));
        if self.choices.untyped_exact || is_branch || nodes.iter().any(|node| shows_another(node, types)) {
            return Some((types, false));
        }
        let first = making.parts.iter().map(|part| part.id).find(|id| spoken_of(self.schema.node(*id)).is_some())?;
        if !self.schema.is_dialect {
            self.ledger.assumed(self.schema.node(first), name);
        }
        Some((types, true))
    }
}

/// The type that the keywords of a schema are about.
fn spoken_of(node: &Node) -> Option<(&'static str, TypeSet)> {
    let object = &node.object;
    let array = &node.array;
    let is_object = object.properties.is_some()
        || object.required.is_some()
        || object.additional.is_some()
        || !object.patterns.is_empty()
        || object.names.or(object.unevaluated).is_some()
        || object.min_properties.or(object.max_properties).is_some()
        || !object.dependent_required.is_empty();
    let is_array = array.items.or(array.contains).or(array.unevaluated).is_some()
        || array.prefix.is_some()
        || array.unique_items
        || array.min_items.or(array.max_items).is_some();
    let is_text = node.text != TextRules::default();
    let is_number = node.number != NumberRules::default();
    let all = [
        (is_object, "object", TypeSet::OBJECT),
        (is_array, "array", TypeSet::ARRAY),
        (is_text, "string", TypeSet::STRING),
        (is_number, "number", TypeSet::NUMBER),
    ];
    all.into_iter().find(|(is_it, ..)| *is_it).map(|(_, name, types)| (name, types))
}

/// Whether keywords or examples of a schema are about values of another type.
fn shows_another(node: &Node, types: TypeSet) -> bool {
    let shown = node.annotations.iter().filter(|(name, _)| matches!(*name, "default" | "example" | "examples"));
    let values = shown.flat_map(|(name, value)| match value.as_array() {
        Some(examples) if *name == "examples" => examples.iter().collect(),
        _ => vec![value],
    });
    let mut others = values.map(TypeSet::of).filter(|other| *other != TypeSet::NULL && !types.has(*other));
    others.next().is_some()
}
