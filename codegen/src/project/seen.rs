//! Which rules on objects ask for nothing but what a struct shows.

use crate::plan::{Demand, FieldPlan, JsonType, ObjectPlan, Plan, RuleId, RulePlan, Shape, Unlisted};
use std::collections::BTreeSet;

/// Finds the objects whose rule can be walked over their fields; of the others the value is held first.
///
/// The fields show which members are there, and what the values of those in fields of their own are. They do not show
/// members that are ignored, nor whether a number was written as `1.0` (which is no integer in draft-04).
pub(super) fn see_members(plan: &mut Plan) {
    for index in 0..plan.types.len() {
        let Some(planned) = plan.types.get(index) else { continue };
        let (Some(rule), Shape::Object(object)) = (planned.rule, &planned.shape) else { continue };
        let seen = Seeing::of(&plan.rules, object, rule);
        if seen.is_none() && !object.any_of.is_empty() {
            ask_in_rule(&mut plan.rules, object, rule);
        }
        let Some(Shape::Object(object)) = plan.types.get_mut(index).map(|planned| &mut planned.shape) else { continue };
        if seen.is_none() {
            object.any_of.clear();
        }
        object.seen = seen;
    }
}

/// A rule that is walked over what is held asks for the members, too: it is all that `check` asks.
fn ask_in_rule(rules: &mut Vec<RulePlan>, object: &ObjectPlan, rule: RuleId) {
    let pointer = rules.get(rule.0).map(|rule| rule.pointer.clone()).unwrap_or_default();
    let wire =
        |ident: &String| object.fields.iter().find(|field| field.ident == *ident).map(|field| field.wire.clone());
    let mut branches = Vec::new();
    for idents in &object.any_of {
        let demands = vec![Demand::Required(idents.iter().filter_map(wire).collect())];
        branches.push(RuleId(rules.len()));
        rules.push(RulePlan { pointer: pointer.clone(), demands });
    }
    if let Some(rule) = rules.get_mut(rule.0) {
        rule.demands.push(Demand::AnyOf(branches));
    }
}

struct Seeing<'p> {
    rules: &'p [RulePlan],
    object: &'p ObjectPlan,
    /// The members whose values are looked into.
    looked_into: BTreeSet<String>,
    /// The rules of those values.
    of_values: Vec<RuleId>,
}

impl<'p> Seeing<'p> {
    /// The fields whose values a rule looks into, if it asks for nothing that the fields do not show.
    fn of(rules: &'p [RulePlan], object: &'p ObjectPlan, rule: RuleId) -> Option<Vec<String>> {
        let mut seeing = Self { rules, object, looked_into: BTreeSet::new(), of_values: Vec::new() };
        let mut on_object = vec![rule];
        let sees = seeing.all(&mut on_object, |seeing, demand, open| {
            open.extend(match demand {
                Demand::Members { .. } | Demand::PropertyNames(_) => Vec::new(),
                other => other.rules(),
            });
            seeing.shows(demand)
        });
        let mut of_values = std::mem::take(&mut seeing.of_values);
        let sees_values = seeing.all(&mut of_values, |_, demand, open| {
            open.extend(demand.rules());
            !matches!(demand, Demand::Types(types) if types.contains(&JsonType::PlainInteger))
        });
        let fields = object.fields.iter().filter(|field| seeing.looked_into.contains(&field.wire));
        (sees && sees_values).then(|| fields.map(|field| field.ident.clone()).collect())
    }

    /// Whether something holds of every demand of these rules, and of those that it adds.
    fn all(
        &mut self,
        open: &mut Vec<RuleId>,
        mut holds: impl FnMut(&mut Self, &'p Demand, &mut Vec<RuleId>) -> bool,
    ) -> bool {
        let mut done = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !done.insert(id) {
                continue;
            }
            for demand in self.rules.get(id.0).map(|rule| rule.demands.as_slice()).unwrap_or_default() {
                if !holds(self, demand, open) {
                    return false;
                }
            }
        }
        true
    }

    /// Whether the fields show what is demanded of the object itself.
    fn shows(&mut self, demand: &Demand) -> bool {
        match demand {
            Demand::Values(_) | Demand::UnevaluatedProperties(_) => false,
            Demand::MinProperties(_) | Demand::MaxProperties(_) | Demand::PropertyNames(_) => self.shows_all(),
            Demand::Required(names) => names.iter().all(|name| self.shows_name(name)),
            Demand::DependentRequired(lists) => lists
                .iter()
                .all(|(name, others)| self.shows_name(name) && others.iter().all(|other| self.shows_name(other))),
            Demand::DependentSchemas(rules) => rules.iter().all(|(name, _)| self.shows_name(name)),
            Demand::Members { listed, patterns, rest } => {
                let has_fields_alone = patterns.is_empty() && rest.is_none();
                has_fields_alone && listed.iter().all(|(name, rule)| self.look_into(name, *rule))
            }
            _ => true,
        }
    }

    fn shows_all(&self) -> bool {
        self.object.unlisted != Unlisted::Ignore
    }

    fn shows_name(&self, name: &str) -> bool {
        self.shows_all() || self.field(name).is_some()
    }

    fn field(&self, name: &str) -> Option<&'p FieldPlan> {
        self.object.fields.iter().find(|field| field.wire == name)
    }

    fn look_into(&mut self, name: &str, rule: RuleId) -> bool {
        if self.field(name).is_none() {
            return false;
        }
        self.of_values.push(rule);
        self.looked_into.insert(name.to_owned());
        true
    }
}
