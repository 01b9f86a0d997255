//! Values that stand for whole schemas where others refer to them.

use crate::diff::judge::{Models, validator};
use crate::diff::samples::least::Maker;
use crate::model::{Model, Shape, TyId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A value of each schema that may stand for it, by the JSON pointers in the two documents.
///
/// A schema of both has one only where the value is allowed by both: then it is right whoever sends it, and a refusal
/// is due to what refers to it.
pub(super) struct Examples {
    old: BTreeMap<String, Value>,
    new: BTreeMap<String, Value>,
    /// Those that are the least value in only one of the two documents, by the pointers in both.
    uneven: BTreeSet<(String, String)>,
}

/// How often the examples are looked at again because others that they hold are none.
const MOST_ROUNDS: usize = 3;

impl Examples {
    pub(super) fn of((old, new): (&Models, &Models), pairs: &[(String, String)]) -> Self {
        let (all_old, all_new) = (all(&old.strict), all(&new.strict));
        let mut examples = Self { old: all_old, new: all_new, uneven: BTreeSet::new() };
        let is_same = |(one, other): &&(String, String)| examples.old.get(one) == examples.new.get(other);
        let mut open: Vec<&(String, String)> = pairs.iter().filter(|pair| !is_same(pair)).collect();
        let candidates: Vec<[Option<Value>; 2]> = open
            .iter()
            .map(|(one, other)| [examples.new.get(other).cloned(), examples.old.get(one).cloned()])
            .collect();
        examples.uneven = open.iter().map(|pair| (*pair).clone()).collect();
        // Most differ only because others do, which they hold: those of the new document agree with one another.
        for ((one, other), [of_new, of_old]) in open.iter().zip(candidates) {
            examples.set((one, other), of_new.or(of_old).as_ref());
        }
        for _ in 0..MOST_ROUNDS {
            let (right, wrong): (Vec<_>, Vec<_>) =
                open.into_iter().partition(|pair| examples.is_right((&old.strict, &new.strict), pair));
            if wrong.is_empty() {
                return examples;
            }
            for (one, other) in wrong {
                examples.set((one, other), None);
            }
            open = right;
        }
        for (one, other) in open {
            examples.set((one, other), None);
        }
        examples
    }

    fn set(&mut self, (one, other): (&str, &str), value: Option<&Value>) {
        for (examples, at) in [(&mut self.old, one), (&mut self.new, other)] {
            match value {
                Some(value) => drop(examples.insert(at.to_owned(), value.clone())),
                None => drop(examples.remove(at)),
            }
        }
    }

    /// Whether both documents allow the example of a schema, if those of the others are right.
    fn is_right(&self, (old, new): (&Model, &Model), (one, other): &(String, String)) -> bool {
        [(old, one, &self.old), (new, other, &self.new)].into_iter().all(|(model, at, examples)| {
            let Some(value) = examples.get(at) else { return true };
            let others = examples.iter().filter(|(other, _)| *other != at);
            let portion = model.portion(at, &others.map(|(at, value)| (at.as_str(), value)).collect());
            portion.definition(at).and_then(|id| validator(&portion, id)).is_some_and(|letter| letter.is_valid(value))
        })
    }

    /// The examples of the two documents, but for what is looked into.
    ///
    /// What an entry refers to itself is looked into as well where the two documents have other least values for it, so
    /// that the samples are least ones; what that refers to is not.
    pub(super) fn beside(
        &self,
        (old, new): (&Models, &Models),
        entry: &(String, String),
        entered: Option<&BTreeSet<String>>,
    ) -> [BTreeMap<&str, &Value>; 2] {
        let direct = (referred(&old.strict, &entry.0), referred(&new.strict, &entry.1));
        let meets = |(one, other): &&(String, String)| direct.0.contains(one) || direct.1.contains(other);
        let followed: Vec<&(String, String)> = self.uneven.iter().filter(meets).collect();
        let followed: [BTreeSet<&str>; 2] = [
            followed.iter().map(|(one, _)| one.as_str()).collect(),
            followed.iter().map(|(_, other)| other.as_str()).collect(),
        ];
        let is_kept = |at: &str, followed: &BTreeSet<&str>| {
            !followed.contains(at) && entered.is_none_or(|entered| !entered.contains(at))
        };
        let [of_old, of_new] = &followed;
        [(&self.old, of_old), (&self.new, of_new)].map(|(examples, followed)| {
            let kept = examples.iter().filter(|(at, _)| is_kept(at, followed));
            kept.map(|(at, value)| (at.as_str(), value)).collect()
        })
    }
}

/// The JSON pointers of what a definition refers to itself.
fn referred(model: &Model, at: &str) -> BTreeSet<String> {
    let (mut seen, mut referred) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<TyId> = model.definition(at).into_iter().collect();
    while let Some(id) = open.pop() {
        for inner in model.ty(id).shape.inner() {
            if matches!(model.ty(inner).shape, Shape::Ref(_)) {
                referred.insert(model.ty(model.follow(inner)).at.clone());
            } else if seen.insert(inner) {
                open.push(inner);
            }
        }
    }
    referred
}

fn all(model: &Model) -> BTreeMap<String, Value> {
    let least = |(at, id): (&str, _)| Some((at.to_owned(), Maker { model }.least(id)?));
    model.places().filter_map(least).filter(|(_, value)| !value.is_null()).collect()
}
