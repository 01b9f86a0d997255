//! Arrays: what the elements are, and how many.

use super::builder::{Builder, Making};
use super::key::Key;
use super::leave::Left;
use super::ty::{ArrayShape, Shape};
use crate::schema::Id;

impl Builder<'_> {
    /// The shape of an array (JSON Schema 2020-12 core, section 10.3.1; validation, section 6.4).
    pub(super) fn array(&mut self, making: &mut Making) -> Shape {
        let nodes: Vec<&crate::schema::Node> = making.parts.iter().map(|part| self.node(part)).collect();
        let is_by_place = nodes.iter().any(|node| node.array.prefix.is_some());
        let items: Vec<Id> = nodes.iter().filter_map(|node| node.array.items).collect();
        let items: Vec<Id> = items.into_iter().filter(|id| self.schema.node(*id).boolean != Some(true)).collect();
        let min_items = nodes.iter().filter_map(|node| node.array.min_items).max();
        let max_items = nodes.iter().filter_map(|node| node.array.max_items).min();
        let unique_items = nodes.iter().any(|node| node.array.unique_items);
        let item = (!is_by_place && !items.is_empty()).then(|| self.want(Key::of_all(items.iter().copied())));
        let sees_all = item.is_some() && items.iter().all(|id| !self.possible(*id).has(crate::schema::TypeSet::NUMBER));
        for part in making.parts.clone() {
            self.leave(making, &part, Left::Array { is_by_place, unique_items: unique_items && !sees_all });
        }
        if self.is_tolerant() {
            return Shape::Array(ArrayShape { item, ..ArrayShape::default() });
        }
        Shape::Array(ArrayShape { item, min_items, max_items, unique_items: unique_items && sees_all })
    }
}
