//! The rules that the types of a module name, and no others.

use crate::model::{Model, Shape, TyId};
use crate::plan::{Choice, Demand, RuleId, RulePlan, UnionPlan};
use std::collections::BTreeMap;

pub(super) struct Rules<'m> {
    model: &'m Model,
    /// From the model's rules to those of the Plan.
    moved: BTreeMap<RuleId, RuleId>,
    plans: Vec<RulePlan>,
}

impl<'m> Rules<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, moved: BTreeMap::new(), plans: Vec::new() }
    }

    /// The rule of a type, if it has one.
    pub(super) fn of_type(&mut self, id: TyId) -> Option<RuleId> {
        let ty = self.model.ty(id);
        let mut demands = ty.rule.clone();
        if matches!(ty.shape, Shape::Never) {
            demands = vec![Demand::Never];
        }
        if demands.is_empty() {
            return None;
        }
        let rule = self.add(RulePlan { pointer: ty.at.clone(), demands });
        self.complete(rule);
        Some(rule)
    }

    /// Takes over the rules by which a union tells its branches.
    pub(super) fn letters_of(&mut self, shape: &mut crate::plan::Shape) {
        let crate::plan::Shape::Union(UnionPlan { choice: Choice::FirstByLetter(rules), .. }) = shape else { return };
        let first = RuleId(self.plans.len());
        for id in rules {
            *id = self.moved(*id);
        }
        self.complete(first);
    }

    fn add(&mut self, rule: RulePlan) -> RuleId {
        self.plans.push(rule);
        RuleId(self.plans.len() - 1)
    }

    /// Takes over the rules that this one and those after it name.
    fn complete(&mut self, first: RuleId) {
        let mut index = first.0;
        while let Some(mut rule) = self.plans.get(index).cloned() {
            for id in rule.demands.iter_mut().flat_map(Demand::rules_mut) {
                *id = self.moved(*id);
            }
            if let Some(place) = self.plans.get_mut(index) {
                *place = rule;
            }
            index += 1;
        }
    }

    fn moved(&mut self, old: RuleId) -> RuleId {
        if let Some(new) = self.moved.get(&old) {
            return *new;
        }
        let new = self.add(self.model.rule(old).cloned().unwrap_or_default());
        self.moved.insert(old, new);
        new
    }

    pub(super) fn finish(self) -> Vec<RulePlan> {
        self.plans
    }
}
