//! Schemas that name no type.

use super::builder::{Builder, Making};
use crate::schema::{ArrayRules, Node, NumberRules, ObjectRules, TextRules, TypeSet};

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
    let all = [
        (node.object != ObjectRules::default(), "object", TypeSet::OBJECT),
        (node.array != ArrayRules::default(), "array", TypeSet::ARRAY),
        (node.text != TextRules::default(), "string", TypeSet::STRING),
        (node.number != NumberRules::default(), "number", TypeSet::NUMBER),
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
