//! What of a schema a shape does not carry, and its rule does.

use super::builder::{Builder, Making};
use super::key::Part;
use super::letter::{Said, said_of_scalars};
use super::says::{bounds, only_required};
use crate::plan::Demand;
use crate::schema::Node;
use serde_json::Value;

/// What a shape does not carry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// Of an object: counts, names, dependencies; `patternProperties` are seen to where members are.
    Object {
        any_of_is_carried: bool,
    },
    Array {
        is_by_place: bool,
        unique_items: bool,
    },
    /// Of a scalar, a union or listed values: only what holds for values of any type.
    General,
    /// Everything.
    All,
}

impl Builder<'_> {
    /// Leaves to the rule what of a schema the shape does not carry.
    pub(super) fn leave(&mut self, making: &mut Making, part: &Part, left: Left) {
        let node = self.node(part);
        let sees_evaluated = match left {
            Left::Object { .. } => node.object.unevaluated.is_some(),
            Left::Array { .. } => node.array.unevaluated.is_some(),
            Left::General => false,
            Left::All => node.object.unevaluated.is_some() || node.array.unevaluated.is_some(),
        };
        if sees_evaluated && !part.without_parts {
            for keyword in ["unevaluatedProperties", "unevaluatedItems"] {
                self.ledger.check(node, keyword);
            }
            if !self.is_tolerant() {
                let whole = self.letter(part.id);
                making.rule.push(Demand::Same(whole));
            }
            return;
        }
        let mut said = self.said_of_all(node, part, left);
        match left {
            Left::Object { .. } => said.extend(self.said_of_objects(node)),
            Left::Array { is_by_place, unique_items } => {
                let mut arrays = self.said_of_arrays(node, is_by_place);
                arrays.retain(|(keyword, _)| match *keyword {
                    "uniqueItems" => unique_items,
                    "minItems" | "maxItems" => false,
                    _ => true,
                });
                said.extend(arrays);
            }
            Left::General => {}
            Left::All => {
                said.extend(said_of_scalars(node, self));
                said.extend(self.said_of_arrays(node, true));
                said.extend(self.said_of_objects(node));
                said.extend(self.members_demand_full(node).map(|demand| ("properties", demand)));
                said.extend(node.object.required.clone().map(|names| ("required", Demand::Required(names))));
            }
        }
        for (keyword, demand) in said {
            self.ledger.check(node, keyword);
            if !self.is_tolerant() {
                making.rule.push(demand);
            }
        }
    }

    fn said_of_all(&mut self, node: &Node, part: &Part, left: Left) -> Vec<Said> {
        let mut said = self.said_of_conditions(node);
        if !part.without_unions {
            let mut unions = self.said_of_unions(node);
            if left == (Left::Object { any_of_is_carried: true }) {
                let is_required_only =
                    node.logic.any_of.iter().flatten().all(|id| only_required(self.schema.node(*id)).is_some());
                unions.retain(|(keyword, _)| !(*keyword == "anyOf" && is_required_only));
            }
            said.extend(unions);
        }
        said
    }
}

impl Builder<'_> {
    /// What the lists of values of a schema demand.
    pub(super) fn values_demands(&mut self, node: &Node) -> Vec<Demand> {
        let said = said_of_scalars(node, self);
        let lists = said.into_iter().filter(|(keyword, _)| matches!(*keyword, "enum" | "const"));
        let lists: Vec<Said> = lists.collect();
        for (keyword, _) in &lists {
            self.ledger.check(node, keyword);
        }
        lists.into_iter().map(|(_, demand)| demand).collect()
    }
}

/// The value of a keyword that the tolerant reading does not check, as it is shown in the documentation.
pub(super) fn unchecked_value(node: &Node, keyword: &str) -> Option<Value> {
    let number = bounds(&node.number).into_iter().find(|(name, _)| *name == keyword).map(|(_, bound)| bound);
    if let Some(bound) = number {
        return serde_json::from_str(bound.text()).ok();
    }
    let (array, object) = (&node.array, &node.object);
    match keyword {
        "minItems" => array.min_items.map(Value::from),
        "maxItems" => array.max_items.map(Value::from),
        "uniqueItems" => array.unique_items.then_some(Value::Bool(true)),
        "minContains" => array.min_contains.map(Value::from),
        "maxContains" => array.max_contains.map(Value::from),
        "minProperties" => object.min_properties.map(Value::from),
        "maxProperties" => object.max_properties.map(Value::from),
        _ => None,
    }
}
