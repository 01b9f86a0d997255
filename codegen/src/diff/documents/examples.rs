//! Values that stand for whole schemas where others refer to them.

use crate::diff::judge::Models;
use crate::diff::least::Maker;
use crate::model::Model;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A value of each schema that may stand for it, by the JSON pointers in the two documents.
///
/// A schema of both has one only where the least value is the same by both: then it is right whoever sends it, and a
/// refusal is due to what refers to it.
pub(super) struct Examples {
    old: BTreeMap<String, Value>,
    new: BTreeMap<String, Value>,
}

impl Examples {
    pub(super) fn of((old, new): (&Models, &Models), pairs: &[(String, String)]) -> Self {
        let mut examples = Self { old: all(&old.strict), new: all(&new.strict) };
        for (one, other) in pairs {
            if examples.old.get(one) != examples.new.get(other) {
                examples.old.remove(one);
                examples.new.remove(other);
            }
        }
        examples
    }

    /// The examples of the two documents, but for what is looked into.
    pub(super) fn beside(&self, entered: Option<&BTreeSet<String>>) -> [BTreeMap<&str, &Value>; 2] {
        [&self.old, &self.new].map(|examples| {
            let kept = examples.iter().filter(|(at, _)| entered.is_none_or(|entered| !entered.contains(*at)));
            kept.map(|(at, value)| (at.as_str(), value)).collect()
        })
    }
}

fn all(model: &Model) -> BTreeMap<String, Value> {
    let least = |(at, id): &(String, _)| Some((at.clone(), Maker { model }.least(*id)?));
    model.definitions.iter().filter_map(least).filter(|(_, value)| !value.is_null()).collect()
}
