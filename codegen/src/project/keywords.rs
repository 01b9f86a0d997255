//! Rules in the words of JSON Schema.

use super::words::{put, reference, type_name, value_of};
use crate::model::Model;
use crate::plan::{Demand, NumberDemand, PatternPlan, RuleId};
use crate::pointer;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Writes demands as keywords.
pub(super) struct Keywords<'m> {
    model: &'m Model,
    form: Form,
    written: BTreeMap<RuleId, Value>,
    /// Whether it is 2020-12 that is written, else draft-04, where `1.0` is no integer.
    pub(super) is_2020: bool,
}

/// How the rules that a demand names are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As definitions, for validators of draft-04 and of 2020-12 alike.
    Defined,
    /// Each where it is first named, and later by the JSON pointer of its schema; in the words of 2020-12.
    InPlace,
}

/// A schema for each demand, to be shown and compared.
pub(crate) fn in_place(model: &Model, demands: &[Demand]) -> Vec<Value> {
    let mut keywords = Keywords { model, form: Form::InPlace, written: BTreeMap::new(), is_2020: true };
    keywords.of_demands(demands)
}

fn name(rule: RuleId) -> String {
    format!("rule {}", rule.0)
}

impl<'m> Keywords<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let of_rules = model.rules.iter().flat_map(|rule| &rule.demands);
        let mut demands = of_rules.chain(model.ids().flat_map(|id| &model.ty(id).rule));
        let is_2020 = model.whole_numbers || demands.any(is_beyond_draft_04);
        Self { model, form: Form::Defined, written: BTreeMap::new(), is_2020 }
    }

    /// The definitions of all rules that were named.
    pub(super) fn definitions(&self) -> impl Iterator<Item = (String, Value)> {
        self.written.iter().map(|(rule, schema)| (name(*rule), schema.clone()))
    }

    /// A schema for each demand: all of them hold.
    pub(super) fn of_demands(&mut self, demands: &[Demand]) -> Vec<Value> {
        demands.iter().map(|demand| self.of_demand(demand)).collect()
    }

    fn rule(&mut self, rule: RuleId) -> Value {
        match self.form {
            Form::Defined => self.defined(rule),
            Form::InPlace => self.written_out(rule),
        }
    }

    fn written_out(&mut self, rule: RuleId) -> Value {
        let Some(plan) = self.model.rule(rule) else { return json!({}) };
        let reference = json!({"$ref": pointer::reference(&plan.pointer)});
        if let Some(written) = self.written.get(&rule) {
            return written.clone();
        }
        self.written.insert(rule, reference);
        merged(&self.of_demands(&plan.demands))
    }

    fn defined(&mut self, rule: RuleId) -> Value {
        if !self.written.contains_key(&rule) {
            self.written.insert(rule, json!({}));
            let demands = self.model.rule(rule).map(|plan| plan.demands.clone()).unwrap_or_default();
            let schema = self.all_of(&demands);
            self.written.insert(rule, schema);
        }
        reference(&name(rule))
    }

    /// All demands as one schema. What is not evaluated is asked beside the others, whose annotations are seen there
    /// and not from one of them (JSON Schema 2020-12 core, section 11).
    fn all_of(&mut self, demands: &[Demand]) -> Value {
        let (asking, others): (Vec<&Demand>, Vec<&Demand>) =
            demands.iter().partition(|demand| demand.asks_for_others());
        let all: Vec<Value> = others.into_iter().map(|demand| self.of_demand(demand)).collect();
        let mut schema = if all.is_empty() { Map::new() } else { Map::from_iter([("allOf".to_owned(), json!(all))]) };
        for demand in asking {
            schema.extend(self.of_demand(demand).as_object().cloned().unwrap_or_default());
        }
        Value::Object(schema)
    }

    fn rules(&mut self, rules: &[RuleId]) -> Vec<Value> {
        rules.iter().map(|rule| self.rule(*rule)).collect()
    }

    fn of_demand(&mut self, demand: &Demand) -> Value {
        match demand {
            Demand::Never => json!({"not": {}}),
            Demand::Types(types) => json!({"type": types.iter().map(|one| type_name(*one)).collect::<Vec<_>>()}),
            Demand::Values(values) => json!({"enum": values.iter().map(value_of).collect::<Vec<_>>()}),
            Demand::Number(demand) => self.number(demand),
            Demand::MinLength(least) => json!({"minLength": least}),
            Demand::MaxLength(most) => json!({"maxLength": most}),
            Demand::Pattern(pattern) => json!({"pattern": pattern.text}),
            Demand::MinItems(least) => json!({"minItems": least}),
            Demand::MaxItems(most) => json!({"maxItems": most}),
            Demand::UniqueItems => json!({"uniqueItems": true}),
            Demand::Items { prefix, rest } => self.items(prefix, *rest),
            Demand::Contains { rule, least, most } => self.contains(*rule, *least, *most),
            Demand::UnevaluatedItems(rule) => json!({"unevaluatedItems": self.rule(*rule)}),
            Demand::MinProperties(least) => json!({"minProperties": least}),
            Demand::MaxProperties(most) => json!({"maxProperties": most}),
            // Draft-04 has no empty `required`.
            Demand::Required(names) if names.is_empty() => json!({}),
            Demand::Required(names) => json!({"required": names}),
            Demand::PropertyNames(rule) => json!({"propertyNames": self.rule(*rule)}),
            Demand::Members { listed, patterns, rest } => self.members(listed, patterns, *rest),
            Demand::DependentRequired(needs) => {
                json!({self.dependent("dependentRequired"): needs.iter().cloned().collect::<BTreeMap<_, _>>()})
            }
            Demand::DependentSchemas(rules) => json!({self.dependent("dependentSchemas"): self.by_name(rules)}),
            Demand::UnevaluatedProperties(rule) => json!({"unevaluatedProperties": self.rule(*rule)}),
            Demand::AllOf(rules) => json!({"allOf": self.rules(rules)}),
            Demand::AnyOf(rules) => json!({"anyOf": self.rules(rules)}),
            Demand::OneOf(rules) => json!({"oneOf": self.rules(rules)}),
            Demand::Not(rule) => json!({"not": self.rule(*rule)}),
            Demand::If { condition, then, otherwise } => self.condition(*condition, *then, *otherwise),
            Demand::Same(rule) => self.rule(*rule),
        }
    }

    fn by_name(&mut self, rules: &[(String, RuleId)]) -> Map<String, Value> {
        rules.iter().map(|(name, rule)| (name.clone(), self.rule(*rule))).collect()
    }

    /// The keyword of 2020-12, or the one that it was part of before.
    fn dependent(&self, keyword: &'static str) -> &'static str {
        if self.is_2020 { keyword } else { "dependencies" }
    }

    fn items(&mut self, prefix: &[RuleId], rest: Option<RuleId>) -> Value {
        let prefix = (!prefix.is_empty()).then(|| Value::Array(self.rules(prefix)));
        let rest = rest.map(|rule| self.rule(rule));
        let mut schema = json!({});
        let is_old_list = !self.is_2020 && prefix.is_some();
        let (list, others) = if is_old_list { ("items", "additionalItems") } else { ("prefixItems", "items") };
        put(&mut schema, list, prefix);
        put(&mut schema, others, rest);
        schema
    }

    fn contains(&mut self, rule: RuleId, least: u64, most: Option<u64>) -> Value {
        let mut schema = json!({"contains": self.rule(rule), "minContains": least});
        put(&mut schema, "maxContains", most.map(Value::from));
        schema
    }

    fn members(
        &mut self,
        listed: &[(String, RuleId)],
        patterns: &[(PatternPlan, RuleId)],
        rest: Option<RuleId>,
    ) -> Value {
        let listed = self.by_name(listed);
        let patterns: Map<String, Value> =
            patterns.iter().map(|(pattern, rule)| (pattern.text.clone(), self.rule(*rule))).collect();
        let mut schema = json!({"properties": listed, "patternProperties": patterns});
        let rest = rest.map(|rule| self.rule(rule));
        put(&mut schema, "additionalProperties", rest);
        schema
    }

    fn condition(&mut self, condition: RuleId, then: Option<RuleId>, otherwise: Option<RuleId>) -> Value {
        let mut schema = json!({"if": self.rule(condition)});
        for (keyword, rule) in [("then", then), ("else", otherwise)] {
            let rule = rule.map(|rule| self.rule(rule));
            put(&mut schema, keyword, rule);
        }
        schema
    }

    /// Exclusive bounds are said to validators as both drafts understand them.
    fn number(&self, demand: &NumberDemand) -> Value {
        let bound: Value = serde_json::from_str(demand.text()).unwrap_or_default();
        match demand {
            NumberDemand::Minimum(_) => json!({"minimum": bound}),
            NumberDemand::Maximum(_) => json!({"maximum": bound}),
            NumberDemand::ExclusiveMinimum(_) if self.form == Form::InPlace => json!({"exclusiveMinimum": bound}),
            NumberDemand::ExclusiveMaximum(_) if self.form == Form::InPlace => json!({"exclusiveMaximum": bound}),
            NumberDemand::ExclusiveMinimum(_) => json!({"minimum": bound, "not": {"enum": [bound]}}),
            NumberDemand::ExclusiveMaximum(_) => json!({"maximum": bound, "not": {"enum": [bound]}}),
            NumberDemand::MultipleOf(_) => json!({"multipleOf": bound}),
        }
    }
}

/// Whether draft-04 cannot say it.
fn is_beyond_draft_04(demand: &Demand) -> bool {
    demand.asks_for_others() || matches!(demand, Demand::Contains { .. } | Demand::PropertyNames(_) | Demand::If { .. })
}

/// One schema for all, where no two say the same keyword.
fn merged(all: &[Value]) -> Value {
    let mut whole = Map::new();
    for schema in all.iter().filter_map(Value::as_object) {
        if schema.keys().any(|keyword| whole.contains_key(keyword)) {
            return json!({"allOf": all});
        }
        whole.extend(schema.iter().map(|(keyword, value)| (keyword.clone(), value.clone())));
    }
    Value::Object(whole)
}
