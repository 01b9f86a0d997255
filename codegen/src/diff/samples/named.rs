//! The members that rules speak of.

use crate::model::Model;
use crate::plan::{Demand, RuleId};
use std::collections::BTreeSet;

/// The names that demands mention, also those of the rules that they name.
pub(super) fn names_in(model: &Model, demands: &[Demand]) -> BTreeSet<String> {
    let (mut names, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<RuleId> = Vec::new();
    let mut note = |demand: &Demand, open: &mut Vec<RuleId>| {
        match demand {
            Demand::Required(required) => names.extend(required.iter().cloned()),
            Demand::Members { listed, .. } => names.extend(listed.iter().map(|(name, _)| name.clone())),
            Demand::DependentRequired(needs) => {
                names.extend(needs.iter().flat_map(|(name, others)| others.iter().chain([name]).cloned()));
            }
            Demand::DependentSchemas(schemas) => names.extend(schemas.iter().map(|(name, _)| name.clone())),
            _ => {}
        }
        open.extend(demand.rules());
    };
    for demand in demands {
        note(demand, &mut open);
    }
    while let Some(rule) = open.pop().filter(|_| seen.len() < MOST_RULES) {
        if seen.insert(rule) {
            for demand in model.rule(rule).into_iter().flat_map(|plan| &plan.demands) {
                note(demand, &mut open);
            }
        }
    }
    names
}

/// How many rules are looked at for samples.
const MOST_RULES: usize = 64;
