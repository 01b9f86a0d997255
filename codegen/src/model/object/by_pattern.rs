//! The members of an object that it does not list: those whose names match a pattern, and all others.

use crate::model::builder::{Builder, Making};
use crate::model::key::Part;
use crate::model::pattern::{are_disjoint, pattern_plan};
use crate::model::ty::{PatternMembers, Rest};
use crate::plan::Demand;
use crate::schema::Id;

impl Builder<'_> {
    /// JSON Schema 2020-12 core, sections 10.3.2.2 (`patternProperties`) and 10.3.2.3 (`additionalProperties`).
    ///
    /// Patterns of which a name matches one at most are members of their own; an object that has one and nothing else is
    /// a map. Of all other patterns the shape says what the schemas without any say, and a rule is the rest.
    pub(super) fn members_by_pattern(&mut self, making: &mut Making, is_map: bool) -> (Vec<PatternMembers>, Rest) {
        let (with, without): (Vec<Part>, Vec<Part>) =
            making.parts.iter().copied().partition(|part| !self.node(part).object.patterns.is_empty());
        let beside: Vec<Id> = without.iter().filter_map(|part| self.node(part).object.additional).collect();
        let [part] = with.as_slice() else {
            return (Vec::new(), self.rest_and_rule(making, &with, &beside));
        };
        let rules = &self.node(part).object;
        let is_closed = rules.additional.is_some_and(|id| self.forbids(id));
        match rules.patterns.as_slice() {
            [(pattern, id)] if is_map && is_closed && !self.forbids(*id) => {
                let names = self.names_by_pattern(part.id, pattern);
                if !self.is_tolerant() {
                    making.rule.push(Demand::PropertyNames(names));
                }
                (Vec::new(), self.rest_of(&[&beside[..], &[*id]].concat()))
            }
            patterns if self.can_be_fields(patterns, &beside) => {
                let members = patterns.iter().map(|(pattern, id)| {
                    let value = match self.rest_of(&[&[*id], &beside[..]].concat()) {
                        Rest::Kept(value) => value,
                        Rest::Refused | Rest::Ignored => None,
                    };
                    PatternMembers { pattern: pattern.clone(), value }
                });
                let members = members.collect();
                let rest: Vec<Id> = rules.additional.into_iter().chain(beside.iter().copied()).collect();
                (members, self.rest_of(&rest))
            }
            _ => (Vec::new(), self.rest_and_rule(making, &with, &beside)),
        }
    }

    /// Whether patterns, and what other schemas say of the members they match, are maps beside each other.
    fn can_be_fields(&self, patterns: &[(String, Id)], beside: &[Id]) -> bool {
        let plans: Option<Vec<_>> = patterns.iter().map(|(pattern, _)| pattern_plan(pattern)).collect();
        let is_told_apart = plans.is_some_and(|plans| {
            plans.iter().enumerate().all(|(at, one)| plans.iter().skip(at + 1).all(|other| are_disjoint(one, other)))
        });
        let mut ids = patterns.iter().map(|(_, id)| id).chain(beside);
        is_told_apart && ids.all(|id| !self.forbids(*id))
    }

    fn rest_and_rule(&mut self, making: &mut Making, with: &[Part], beside: &[Id]) -> Rest {
        for part in with {
            let demand = self.members_demand(part.id);
            making.rule.extend(demand);
        }
        self.rest_of(beside)
    }

    fn rest_of(&mut self, ids: &[Id]) -> Rest {
        if ids.iter().any(|id| self.forbids(*id)) {
            return Rest::Refused;
        }
        let telling: Vec<Id> = ids.iter().copied().filter(|id| self.schema.node(*id).boolean.is_none()).collect();
        if telling.is_empty() { Rest::Kept(None) } else { Rest::Kept(Some(self.of_all(&telling))) }
    }
}
