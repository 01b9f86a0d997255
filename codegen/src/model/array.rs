//! Arrays: what the elements are, and how many.

pub(super) mod places;

use super::builder::{Builder, Making};
use super::key::Key;
use super::leave::Left;
use super::loose::is_same;
use super::ty::{ArrayShape, Shape};
use crate::schema::{Id, Node};
use places::{all_places, most_items, places};

impl Builder<'_> {
    /// The shape of an array (JSON Schema 2020-12 core, section 10.3.1; validation, section 6.4).
    pub(super) fn array(&mut self, making: &mut Making) -> Shape {
        let nodes: Vec<&Node> = making.parts.iter().map(|part| self.node(part)).collect();
        let unique_items = nodes.iter().any(|node| node.array.unique_items);
        if let Some(places) = places(self.schema, &nodes) {
            self.leave_of_array(making, Left::Array { is_by_place: false, unique_items });
            return Shape::Tuple(places.into_iter().map(|ids| self.want(Key::of_all(ids))).collect());
        }
        let alike = self.alike(&nodes);
        let is_by_place = alike.is_none() && nodes.iter().any(|node| node.array.prefix.is_some());
        let items: Vec<Id> = match alike {
            Some(item) => vec![item],
            None => nodes.iter().filter_map(|node| node.array.items).collect(),
        };
        let items: Vec<Id> = items.into_iter().filter(|id| self.schema.node(*id).boolean != Some(true)).collect();
        let min_items = nodes.iter().filter_map(|node| node.array.min_items).max();
        let closed = alike.is_some();
        let most = |node: &&Node| if closed { most_items(self.schema, node) } else { node.array.max_items };
        let max_items = nodes.iter().filter_map(most).min();
        let item = (!is_by_place && !items.is_empty()).then(|| self.want(Key::of_all(items.iter().copied())));
        let sees_all = item.is_some() && items.iter().all(|id| !self.possible(*id).has(crate::schema::TypeSet::NUMBER));
        self.leave_of_array(making, Left::Array { is_by_place, unique_items: unique_items && !sees_all });
        if self.is_tolerant() {
            return Shape::Array(ArrayShape { item, ..ArrayShape::default() });
        }
        Shape::Array(ArrayShape { item, min_items, max_items, unique_items: unique_items && sees_all })
    }

    fn leave_of_array(&mut self, making: &mut Making, left: Left) {
        for part in making.parts.clone() {
            self.leave(making, &part, left);
        }
    }

    /// What all elements are, where those that are described one by one are described alike, as are all others.
    fn alike(&self, nodes: &[&Node]) -> Option<Id> {
        let mut telling = nodes.iter().filter(|node| node.array.prefix.is_some() || node.array.items.is_some());
        let (only, None) = (telling.next()?, telling.next()) else { return None };
        let all = all_places(self.schema, only)?;
        let (first, others) = all.split_first()?;
        others.iter().all(|id| is_same(self.schema, *first, *id)).then_some(*first)
    }
}
