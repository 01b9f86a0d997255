//! Which schema that is gone is which new one: a renamed schema has the same shape, or nearly.

use crate::openapi::Root;
use crate::pointer;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a schema says of its values, as words that can be counted.
pub(super) struct Shape(BTreeSet<String>);

/// How much of two shapes must be the same.
const LEAST: f64 = 0.75;
/// How many words two shapes must have in common; the very same need fewer, but `{"type": "string"}` is no shape.
const FEW: usize = 3;

impl Shape {
    pub(super) fn of(root: &Root) -> Self {
        let mut words = BTreeSet::new();
        note(&root.schema, "", &root.at, &mut words);
        Self(words)
    }

    /// How much of the two is the same, if that is enough to take them for one: 1 is all.
    pub(super) fn likeness(&self, other: &Self) -> Option<f64> {
        let common = self.0.intersection(&other.0).count();
        let all = self.0.union(&other.0).count();
        let likeness = fraction(common, all);
        let is_same = common == all && common + 1 >= FEW;
        (is_same || (common >= FEW && likeness >= LEAST)).then_some(likeness)
    }
}

fn fraction(part: usize, all: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(all.max(1))
}

/// Annotations say nothing of values; a member that is called so is a schema.
const SAID: &[&str] = &["description", "title", "summary", "example", "examples", "deprecated", "externalDocs", "xml"];

fn note(value: &Value, way: &str, own: &str, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let holds_names = way.ends_with("/properties") || way.ends_with("/patternProperties");
            for (name, inner) in members {
                let is_said = SAID.contains(&name.as_str()) || name.starts_with("x-");
                if holds_names || !is_said {
                    note(inner, &pointer::join(way, name), own, words);
                }
            }
        }
        // The order of `required`, `enum` and `type` means nothing.
        Value::Array(elements) => elements.iter().for_each(|element| note(element, way, own, words)),
        Value::String(text) if way.ends_with("/$ref") && pointer::of_local_ref(text).as_deref() == Some(own) => {
            words.insert(format!("{way} itself"));
        }
        scalar => {
            words.insert(format!("{way} {scalar}"));
        }
    }
}
