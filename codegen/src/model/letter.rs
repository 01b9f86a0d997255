//! The rule that a schema is by its letter.

use super::builder::Builder;
use super::says::{bounds, json};
use crate::plan::{Demand, Json, JsonType, RuleId, RulePlan};
use crate::schema::{Id, Node, TypeSet};

/// A keyword, and what it demands.
pub(super) type Said = (&'static str, Demand);

impl Builder<'_> {
    /// The rule that a schema is, made once.
    pub(super) fn letter(&mut self, id: Id) -> RuleId {
        if let Some(rule) = self.rule_of.get(&id) {
            return *rule;
        }
        let rule = RuleId(self.rules.len());
        self.rules.push(RulePlan { pointer: self.schema.node(id).at.clone(), demands: Vec::new() });
        self.rule_of.insert(id, rule);
        self.open_rules.push_back((id, rule));
        rule
    }

    /// Writes the rules that were asked for, and those that they ask for. None is written inside another: a chain may
    /// be as long as a document.
    pub(super) fn write_letters(&mut self) {
        while let Some((id, rule)) = self.open_rules.pop_front() {
            let node = self.schema.node(id);
            let mut demands = self.letter_of(node);
            if node.dialect.nullable && !demands.is_empty() {
                let null = self.new_rule(&node.at, vec![Demand::Types(vec![JsonType::Null])]);
                let other = self.new_rule(&node.at, demands);
                demands = vec![Demand::AnyOf(vec![null, other])];
            }
            if let Some(place) = self.rules.get_mut(rule.0) {
                place.demands = demands;
            }
        }
    }

    fn letter_of(&mut self, node: &Node) -> Vec<Demand> {
        if node.boolean == Some(false) {
            return vec![Demand::Never];
        }
        let whole = self.schema.has_whole_numbers();
        let mut said: Vec<Said> = Vec::new();
        said.extend(node.types.map(|types| ("type", Demand::Types(json_types(types, whole)))));
        said.extend(said_of_scalars(node, self));
        said.extend(self.said_of_arrays(node, true));
        said.extend(self.said_of_objects(node));
        said.extend(self.members_demand_full(node).map(|demand| ("properties", demand)));
        said.extend(node.object.required.clone().map(|names| ("required", Demand::Required(names))));
        let references: Vec<Id> = node.targets().collect();
        said.extend(references.into_iter().map(|id| ("$ref", Demand::Same(self.letter(id)))));
        if !node.logic.all_of.is_empty() {
            let parts = self.letters(&node.logic.all_of);
            said.push(("allOf", Demand::AllOf(parts)));
        }
        said.extend(self.said_of_unions(node));
        said.extend(self.said_of_conditions(node));
        if let Some(id) = node.array.unevaluated {
            said.push(("unevaluatedItems", Demand::UnevaluatedItems(self.letter(id))));
        }
        if let Some(id) = node.object.unevaluated {
            said.push(("unevaluatedProperties", Demand::UnevaluatedProperties(self.letter(id))));
        }
        said.into_iter().map(|(_, demand)| demand).collect()
    }

    pub(super) fn new_rule(&mut self, at: &str, demands: Vec<Demand>) -> RuleId {
        self.rules.push(RulePlan { pointer: at.to_owned(), demands });
        RuleId(self.rules.len() - 1)
    }

    fn letters(&mut self, ids: &[Id]) -> Vec<RuleId> {
        ids.iter().map(|id| self.letter(*id)).collect()
    }

    pub(super) fn said_of_unions(&mut self, node: &Node) -> Vec<Said> {
        let mut said = Vec::new();
        if let Some(branches) = &node.logic.any_of {
            said.push(("anyOf", Demand::AnyOf(self.letters(branches))));
        }
        if let Some(branches) = &node.logic.one_of {
            let branches = self.letters(branches);
            // A tag means one branch, whatever else fits (OpenAPI 3.0.3, "Discriminator Object").
            let is_told = node.dialect.discriminator.is_some();
            said.push(("oneOf", if is_told { Demand::AnyOf(branches) } else { Demand::OneOf(branches) }));
        }
        said
    }

    pub(super) fn said_of_conditions(&mut self, node: &Node) -> Vec<Said> {
        let mut said = Vec::new();
        if let Some(id) = node.logic.not {
            said.push(("not", Demand::Not(self.letter(id))));
        }
        // Alone it demands nothing, and still says what is evaluated (JSON Schema 2020-12 core, section 10.2.2.1).
        let says_more = node.logic.then.or(node.logic.otherwise).is_some() || self.sees_evaluated;
        if let Some(condition) = node.logic.condition.filter(|_| says_more) {
            let condition = self.letter(condition);
            let then = node.logic.then.map(|id| self.letter(id));
            let otherwise = node.logic.otherwise.map(|id| self.letter(id));
            said.push(("if", Demand::If { condition, then, otherwise }));
        }
        said
    }

    pub(super) fn said_of_arrays(&mut self, node: &Node, with_items: bool) -> Vec<Said> {
        let rules = &node.array;
        let mut said = Vec::new();
        if with_items && (rules.prefix.is_some() || rules.items.is_some()) {
            let prefix = self.letters(rules.prefix.as_deref().unwrap_or_default());
            let rest = rules.items.map(|id| self.letter(id));
            said.push(("prefixItems", Demand::Items { prefix, rest }));
        }
        said.extend(rules.min_items.map(|least| ("minItems", Demand::MinItems(least))));
        said.extend(rules.max_items.map(|most| ("maxItems", Demand::MaxItems(most))));
        said.extend(rules.unique_items.then_some(("uniqueItems", Demand::UniqueItems)));
        if let Some(id) = rules.contains {
            let rule = self.letter(id);
            said.push((
                "contains",
                Demand::Contains { rule, least: rules.min_contains.unwrap_or(1), most: rules.max_contains },
            ));
        }
        said
    }

    pub(super) fn said_of_objects(&mut self, node: &Node) -> Vec<Said> {
        let rules = &node.object;
        let mut said: Vec<Said> = Vec::new();
        said.extend(rules.min_properties.map(|least| ("minProperties", Demand::MinProperties(least))));
        said.extend(rules.max_properties.map(|most| ("maxProperties", Demand::MaxProperties(most))));
        if let Some(id) = rules.names {
            said.push(("propertyNames", Demand::PropertyNames(self.letter(id))));
        }
        if !rules.dependent_required.is_empty() {
            said.push(("dependentRequired", Demand::DependentRequired(rules.dependent_required.clone())));
        }
        if !rules.dependent_schemas.is_empty() {
            let schemas = rules.dependent_schemas.iter().map(|(name, id)| (name.clone(), self.letter(*id)));
            said.push(("dependentSchemas", Demand::DependentSchemas(schemas.collect())));
        }
        said
    }

    pub(super) fn members_demand_full(&mut self, node: &Node) -> Option<Demand> {
        let rules = &node.object;
        if rules.properties.is_none() && rules.patterns.is_empty() && rules.additional.is_none() {
            return None;
        }
        let listed = rules.properties.iter().flatten().map(|(name, id)| (name.clone(), self.letter(*id))).collect();
        Some(self.members_with(node, listed))
    }

    /// What a schema demands of its members, those that it lists being seen to by their types.
    pub(super) fn members_demand(&mut self, id: Id) -> Option<Demand> {
        let node = self.schema.node(id);
        self.ledger.check(node, "patternProperties");
        if self.is_tolerant() {
            return None;
        }
        let anything = self.new_rule(&node.at, Vec::new());
        let listed = node.object.properties.iter().flatten().map(|(name, _)| (name.clone(), anything)).collect();
        Some(self.members_with(node, listed))
    }

    fn members_with(&mut self, node: &Node, listed: Vec<(String, RuleId)>) -> Demand {
        let mut patterns = Vec::new();
        for (pattern, id) in &node.object.patterns {
            if let Some(plan) = super::pattern::pattern_plan(pattern) {
                patterns.push((plan, self.letter(*id)));
            } else {
                self.ledger.not_enforced(node, "patternProperties", NO_REGEX);
            }
        }
        let rest = node.object.additional.map(|id| self.letter(id));
        Demand::Members { listed, patterns, rest }
    }

    /// Each name is listed or matches the pattern.
    pub(super) fn names_by_pattern(&mut self, id: Id, pattern: &str) -> RuleId {
        let node = self.schema.node(id);
        self.ledger.check(node, "patternProperties");
        let listed: Vec<Json> =
            node.object.properties.iter().flatten().map(|(name, _)| Json::String(name.clone())).collect();
        let mut ways: Vec<RuleId> = Vec::new();
        match super::pattern::pattern_plan(pattern) {
            Some(plan) => ways.push(self.new_rule(&node.at, vec![Demand::Pattern(plan)])),
            None => self.ledger.not_enforced(node, "patternProperties", NO_REGEX),
        }
        if ways.is_empty() {
            return self.new_rule(&node.at, Vec::new());
        }
        if !listed.is_empty() {
            ways.push(self.new_rule(&node.at, vec![Demand::Values(listed)]));
        }
        match ways.as_slice() {
            [only] => *only,
            _ => self.new_rule(&node.at, vec![Demand::AnyOf(ways)]),
        }
    }
}

pub(super) const NO_REGEX: &str = "the pattern is no regular expression of ECMA-262";

pub(super) fn said_of_scalars(node: &Node, builder: &mut Builder<'_>) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    if node.dialect.is_open && node.values.is_some() {
        said.push(("enum", Demand::Types(vec![JsonType::String])));
    } else if let Some(values) = &node.values {
        said.push(("enum", Demand::Values(values.iter().map(json).collect())));
    }
    said.extend(node.constant.as_ref().map(|value| ("const", Demand::Values(vec![json(value)]))));
    said.extend(bounds(&node.number).into_iter().map(|(keyword, bound)| (keyword, Demand::Number(bound))));
    said.extend(node.text.min_length.map(|least| ("minLength", Demand::MinLength(least))));
    said.extend(node.text.max_length.map(|most| ("maxLength", Demand::MaxLength(most))));
    if let Some(pattern) = &node.text.pattern {
        match super::pattern::pattern_plan(pattern) {
            Some(plan) => said.push(("pattern", Demand::Pattern(plan))),
            None => builder.ledger.not_enforced(node, "pattern", NO_REGEX),
        }
    }
    said
}

pub(super) fn json_types(types: TypeSet, whole: bool) -> Vec<JsonType> {
    let integer = if whole { JsonType::Integer } else { JsonType::PlainInteger };
    let one = |one: TypeSet| match one {
        TypeSet::NULL => JsonType::Null,
        TypeSet::BOOLEAN => JsonType::Boolean,
        TypeSet::INTEGER => integer,
        TypeSet::NUMBER | TypeSet::FRACTION => JsonType::Number,
        TypeSet::STRING => JsonType::String,
        TypeSet::ARRAY => JsonType::Array,
        _ => JsonType::Object,
    };
    types.each().into_iter().map(one).collect()
}
