//! Listed values: `enum` and `const`.

use super::builder::{Builder, Making};
use super::leave::Left;
use super::null::types_of_value;
use super::says::lists;
use super::ty::{Shape, ValuesShape};
use crate::schema::{ArrayRules, Node, NumberRules, ObjectRules};
use serde_json::Value;
use std::collections::BTreeSet;

impl Builder<'_> {
    /// The shape of listed values (JSON Schema 2020-12 validation, sections 6.1.2 and 6.1.3); nothing where none are
    /// listed, or where something else is said that a list cannot hold.
    pub(super) fn listed(&mut self, making: &mut Making) -> Option<Shape> {
        let nodes: Vec<&Node> = making.parts.iter().map(|part| self.node(part)).collect();
        let listing: Vec<&Node> = nodes.iter().copied().filter(|node| lists(node)).collect();
        if listing.is_empty() || nodes.iter().any(|node| needs_a_rule(node)) {
            return None;
        }
        let mut values: Vec<Value> = Vec::new();
        let mut seen = BTreeSet::new();
        let (first, others) = listing.split_first()?;
        for value in own_values(first) {
            let is_listed = others.iter().all(|node| own_values(node).any(|other| equal(other, value)));
            if is_listed && self.fits(making, &nodes, value) && seen.insert(canonical(value)) {
                values.push(value.clone());
            }
        }
        values.retain(|value| !value.is_null());
        for part in making.parts.clone() {
            self.leave(making, &part, Left::General);
        }
        if values.is_empty() {
            return Some(Shape::Never);
        }
        if values.len() == 2 && values.iter().all(Value::is_boolean) {
            return Some(Shape::Boolean);
        }
        let is_open = listing.iter().any(|node| node.dialect.is_open);
        Some(Shape::Values(ValuesShape { listed: values, is_open, is_said_open: is_open }))
    }

    /// Whether a value has a type that is left, and passes what is said of its text or number.
    fn fits(&self, making: &Making, nodes: &[&Node], value: &Value) -> bool {
        let types = types_of_value(self.schema, value).and(making.types);
        !types.is_empty() && nodes.iter().all(|node| value.as_str().is_none_or(|text| text_fits(node, text)))
    }
}

fn own_values(node: &Node) -> Box<dyn Iterator<Item = &Value> + '_> {
    match (&node.constant, &node.values) {
        (Some(constant), Some(values)) => Box::new(values.iter().filter(move |value| equal(value, constant))),
        (Some(constant), None) => Box::new(std::iter::once(constant)),
        (None, values) => Box::new(values.iter().flatten()),
    }
}

/// Whether something is said of the values that has to be walked.
fn needs_a_rule(node: &Node) -> bool {
    let says_of_composites = node.object != ObjectRules::default() || node.array != ArrayRules::default();
    let logic = &node.logic;
    let has_conditions = logic.not.or(logic.condition).is_some() || logic.one_of.is_some() || logic.any_of.is_some();
    let of_composites = own_values(node).any(|value| value.is_object() || value.is_array());
    has_conditions || node.number != NumberRules::default() || (says_of_composites && (of_composites || !lists(node)))
}

fn text_fits(node: &Node, text: &str) -> bool {
    let length = || text.chars().count() as u64;
    let matches = |pattern: &String| super::pattern::regex(pattern).is_none_or(|regex| regex.find(text).is_some());
    node.text.min_length.is_none_or(|least| length() >= least)
        && node.text.max_length.is_none_or(|most| length() <= most)
        && node.text.pattern.as_ref().is_none_or(matches)
}

/// Equality of JSON values: numbers by value, objects without order (JSON Schema 2020-12 core, section 4.2.2).
fn equal(one: &Value, other: &Value) -> bool {
    one == other || canonical(one) == canonical(other)
}

/// A text that equal values have in common.
fn canonical(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        Value::Array(elements) => format!("[{}]", elements.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let mut all: Vec<String> =
                members.iter().map(|(name, value)| format!("{name:?}:{}", canonical(value))).collect();
            all.sort();
            format!("{{{}}}", all.join(","))
        }
        value => value.to_string(),
    }
}
