//! The part of a model that one definition needs.

use super::{Shape, Ty, TyId, ValuesShape};
use crate::model::Model;
use crate::model::ledger::Ledger;
use crate::plan::{Demand, RuleId, RulePlan};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Model {
    /// A model of the definition at a JSON pointer and of what it is made of: small, for copies that differ in one thing.
    ///
    /// Where it refers to one of `examples`, by the JSON pointer of the definition, the example is the only value, so
    /// that nothing of that definition is needed. In a union it is, for branches are told by what they say, but what the
    /// unions in it refer to is not: else circles of unions would need the whole document.
    pub(crate) fn portion(&self, pointer: &str, examples: &BTreeMap<&str, &Value>) -> Self {
        let by_id = self.places().filter_map(|(at, id)| Some((id, *examples.get(at)?)));
        let by_id: BTreeMap<TyId, &Value> = by_id.collect();
        let (mut types, mut rules) = (Numbers::default(), Numbers::default());
        let mut leaves: BTreeMap<usize, &Value> = BTreeMap::new();
        let mut branches = BTreeSet::new();
        if let Some(start) = self.definition(pointer) {
            types.number(start.0);
        }
        while let Some(id) = types.next() {
            let ty = self.ty(TyId(id));
            for inner in ty.shape.inner() {
                let is_reference = matches!(self.ty(inner).shape, Shape::Ref(_));
                let is_cut = match ty.shape {
                    Shape::Ref(_) => false,
                    Shape::Union(_) => is_reference && branches.contains(&id),
                    _ => is_reference,
                };
                let example = by_id.get(&self.follow(inner));
                match example.filter(|_| is_cut) {
                    Some(example) => drop(leaves.insert(inner.0, example)),
                    None => types.number(inner.0),
                }
                let leads_to_branch = matches!(ty.shape, Shape::Ref(_)) && example.is_some();
                if !is_cut && (leads_to_branch || branches.contains(&id)) {
                    branches.insert(inner.0);
                }
            }
            rules.extend(named_by(ty).into_iter().map(|rule| rule.0));
        }
        leaves.retain(|id, _| types.of(*id).is_none());
        types.extend(leaves.keys().copied());
        while let Some(id) = rules.next() {
            let demands = self.rule(RuleId(id)).into_iter().flat_map(|rule| &rule.demands);
            rules.extend(demands.flat_map(Demand::rules).map(|rule| rule.0));
        }
        let made = types.all.iter().map(|id| match leaves.get(id) {
            Some(example) => self.leaf(TyId(*id), example),
            None => renumbered(self.ty(TyId(*id)), &types, &rules),
        });
        let definitions = self.definitions.iter().filter_map(|(at, id)| Some((at.clone(), TyId(types.of(id.0)?))));
        Self {
            types: made.collect(),
            nothing: self.nothing.clone(),
            definitions: definitions.collect(),
            written: BTreeMap::new(),
            rules: rules.all.iter().filter_map(|id| self.rule(RuleId(*id))).map(|rule| moved(rule, &rules)).collect(),
            ledger: Ledger::default(),
            whole_numbers: self.whole_numbers,
        }
    }

    /// A reference to what has one value only.
    fn leaf(&self, id: TyId, example: &Value) -> Ty {
        let ty = self.ty(id);
        let shape = ValuesShape { listed: vec![example.clone()], is_open: false, is_said_open: false };
        Ty { shape: Shape::Values(shape), null: self.allows_null(id), ..ty.clone() }
    }
}

/// New numbers for what is kept, in the order in which it was found.
#[derive(Default)]
struct Numbers {
    all: Vec<usize>,
    places: BTreeMap<usize, usize>,
    looked_at: usize,
}

impl Extend<usize> for Numbers {
    fn extend<T: IntoIterator<Item = usize>>(&mut self, ids: T) {
        ids.into_iter().for_each(|id| self.number(id));
    }
}

impl Numbers {
    fn number(&mut self, id: usize) {
        let all = &mut self.all;
        self.places.entry(id).or_insert_with(|| {
            all.push(id);
            all.len() - 1
        });
    }

    fn of(&self, id: usize) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The first that was not looked at.
    fn next(&mut self) -> Option<usize> {
        let next = self.all.get(self.looked_at).copied();
        self.looked_at += usize::from(next.is_some());
        next
    }
}

fn named_by(ty: &Ty) -> Vec<RuleId> {
    let letters = match &ty.shape {
        Shape::Union(shape) => shape.letters.clone(),
        _ => Vec::new(),
    };
    ty.rule.iter().flat_map(Demand::rules).chain(letters).collect()
}

fn renumbered(ty: &Ty, types: &Numbers, rules: &Numbers) -> Ty {
    let mut ty = ty.clone();
    ty.shape.inner_mut().into_iter().for_each(|id| id.0 = types.of(id.0).unwrap_or_default());
    if let Shape::Union(shape) = &mut ty.shape {
        shape.letters.iter_mut().for_each(|rule| renumber(rule, rules));
    }
    ty.rule.iter_mut().flat_map(Demand::rules_mut).for_each(|rule| renumber(rule, rules));
    ty
}

fn moved(rule: &RulePlan, rules: &Numbers) -> RulePlan {
    let mut rule = rule.clone();
    rule.demands.iter_mut().flat_map(Demand::rules_mut).for_each(|rule| renumber(rule, rules));
    rule
}

fn renumber(rule: &mut RuleId, rules: &Numbers) {
    rule.0 = rules.of(rule.0).unwrap_or_default();
}
