//! What a type demands beside its kind and what it is made of.

use super::{ArrayShape, IntegerShape, NumberShape, Shape, TextShape, Ty};
use crate::model::pattern::pattern_plan;
use crate::plan::Demand;

impl Ty {
    /// All that it demands beside its kind and what it is made of, whether its shape holds it or its rule.
    pub(crate) fn demands(&self) -> Vec<Demand> {
        let of_shape = match &self.shape {
            Shape::Text(shape) => shape.demands(),
            Shape::Integer(IntegerShape { bounds, .. }) | Shape::Number(NumberShape { bounds, .. }) => {
                bounds.iter().cloned().map(Demand::Number).collect()
            }
            Shape::Array(shape) => shape.demands(),
            Shape::Tuple(elements) => tuple_demands(elements.len()),
            _ => Vec::new(),
        };
        let of_rule = self.rule.iter().filter(|demand| !of_shape.contains(demand)).cloned();
        of_shape.iter().cloned().chain(of_rule).collect()
    }

    /// Takes off all that [`Self::demands`] lists.
    pub(crate) fn take_off_demands(&mut self) {
        self.rule.clear();
        match &mut self.shape {
            Shape::Text(shape) => *shape = TextShape::default(),
            Shape::Integer(IntegerShape { bounds, .. }) | Shape::Number(NumberShape { bounds, .. }) => bounds.clear(),
            Shape::Array(shape) => *shape = ArrayShape { item: shape.item, ..ArrayShape::default() },
            _ => {}
        }
    }
}

/// What its number of elements is as demands.
fn tuple_demands(count: usize) -> Vec<Demand> {
    let count = u64::try_from(count).ok();
    [count.map(Demand::MinItems), count.map(Demand::MaxItems)].into_iter().flatten().collect()
}

impl ArrayShape {
    fn demands(&self) -> Vec<Demand> {
        let unique = self.unique_items.then_some(Demand::UniqueItems);
        let counts = [self.min_items.map(Demand::MinItems), self.max_items.map(Demand::MaxItems)];
        counts.into_iter().chain([unique]).flatten().collect()
    }
}

impl TextShape {
    pub(in crate::model) fn demands(&self) -> Vec<Demand> {
        let pattern = self.pattern.as_deref().and_then(pattern_plan).map(Demand::Pattern);
        let lengths = [self.min_length.map(Demand::MinLength), self.max_length.map(Demand::MaxLength)];
        lengths.into_iter().flatten().chain(pattern).collect()
    }
}
