//! Makes rules of what is planned, as generated code has them.

use super::{Demand, Json, JsonType, NumberDemand, Pattern, Rule};
use crate::plan::{self, PatternPlan, RuleId, RulePlan};

type Named = (&'static str, &'static Rule);

/// A rule that lives as long as the program. A constant that names itself cannot be made at run time: rules that do
/// are repeated, and end for values that are nested too deep.
pub(crate) fn leak(rules: &[RulePlan], id: RuleId) -> &'static Rule {
    let mut deeper: Vec<&'static Rule> = rules.iter().map(|_| leaked(Rule(&[Demand::Never]))).collect();
    for _ in 0..levels(rules) {
        let level = rules.iter().map(|planned| {
            let demands: Vec<Demand> = planned.demands.iter().map(|demand| Level(&deeper).demand(demand)).collect();
            leaked(Rule(demands.leak()))
        });
        deeper = level.collect();
    }
    deeper[id.0]
}

const DEEPEST: usize = 200;

/// How deep rules stand in each other, if there is an end.
fn levels(rules: &[RulePlan]) -> usize {
    let mut depths = vec![1; rules.len()];
    for _ in 0..=rules.len() {
        let depth = |planned: &RulePlan| {
            let named = planned.demands.iter().flat_map(plan::Demand::rules);
            named.map(|id| depths[id.0] + 1).max().unwrap_or(1)
        };
        let next: Vec<usize> = rules.iter().map(depth).collect();
        if next == depths {
            return depths.into_iter().max().unwrap_or(1);
        }
        depths = next;
    }
    DEEPEST
}

fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leaked_all<T>(values: impl Iterator<Item = T>) -> &'static [T] {
    values.collect::<Vec<_>>().leak()
}

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn texts(names: &[String]) -> &'static [&'static str] {
    leaked_all(names.iter().map(|name| text(name)))
}

/// The rules that those above them name.
struct Level<'l>(&'l [&'static Rule]);

impl Level<'_> {
    fn rule(&self, id: RuleId) -> &'static Rule {
        self.0[id.0]
    }

    fn rules(&self, ids: &[RuleId]) -> &'static [&'static Rule] {
        leaked_all(ids.iter().map(|id| self.rule(*id)))
    }

    fn option(&self, id: Option<RuleId>) -> Option<&'static Rule> {
        id.map(|id| self.rule(id))
    }

    fn named(&self, rules: &[(String, RuleId)]) -> &'static [Named] {
        leaked_all(rules.iter().map(|(name, id)| (text(name), self.rule(*id))))
    }

    fn demand(&self, demand: &plan::Demand) -> Demand {
        use plan::Demand as Plan;
        match demand {
            Plan::Never => Demand::Never,
            Plan::Types(types) => Demand::Types(leaked_all(types.iter().map(|ty| json_type(*ty)))),
            Plan::Values(values) => Demand::Values(leaked_all(values.iter().map(json))),
            Plan::Number(demand) => Demand::Number(number(demand)),
            Plan::MinLength(least) => Demand::MinLength(*least),
            Plan::MaxLength(most) => Demand::MaxLength(*most),
            Plan::Pattern(plan) => Demand::Pattern(pattern(plan)),
            Plan::MinItems(least) => Demand::MinItems(*least),
            Plan::MaxItems(most) => Demand::MaxItems(*most),
            Plan::UniqueItems => Demand::UniqueItems,
            Plan::Items { prefix, rest } => Demand::Items { prefix: self.rules(prefix), rest: self.option(*rest) },
            Plan::Contains { rule, least, most } => {
                Demand::Contains { rule: self.rule(*rule), least: *least, most: *most }
            }
            Plan::UnevaluatedItems(rule) => Demand::UnevaluatedItems(self.rule(*rule)),
            Plan::MinProperties(least) => Demand::MinProperties(*least),
            Plan::MaxProperties(most) => Demand::MaxProperties(*most),
            Plan::Required(names) => Demand::Required(texts(names)),
            Plan::PropertyNames(rule) => Demand::PropertyNames(self.rule(*rule)),
            Plan::Members { listed, patterns, rest } => {
                let patterns = leaked_all(patterns.iter().map(|(plan, id)| (pattern(plan), self.rule(*id))));
                Demand::Members { listed: self.named(listed), patterns, rest: self.option(*rest) }
            }
            Plan::DependentRequired(needs) => {
                Demand::DependentRequired(leaked_all(needs.iter().map(|(name, others)| (text(name), texts(others)))))
            }
            Plan::DependentSchemas(rules) => Demand::DependentSchemas(self.named(rules)),
            Plan::UnevaluatedProperties(rule) => Demand::UnevaluatedProperties(self.rule(*rule)),
            Plan::AllOf(rules) => Demand::AllOf(self.rules(rules)),
            Plan::AnyOf(rules) => Demand::AnyOf(self.rules(rules)),
            Plan::OneOf(rules) => Demand::OneOf(self.rules(rules)),
            Plan::Not(rule) => Demand::Not(self.rule(*rule)),
            Plan::If { condition, then, otherwise } => {
                let (then, otherwise) = (self.option(*then), self.option(*otherwise));
                Demand::If { condition: self.rule(*condition), then, otherwise }
            }
            Plan::Same(rule) => Demand::Same(self.rule(*rule)),
        }
    }
}

fn json_type(ty: plan::JsonType) -> JsonType {
    match ty {
        plan::JsonType::Null => JsonType::Null,
        plan::JsonType::Boolean => JsonType::Boolean,
        plan::JsonType::Integer => JsonType::Integer,
        plan::JsonType::PlainInteger => JsonType::PlainInteger,
        plan::JsonType::Number => JsonType::Number,
        plan::JsonType::String => JsonType::String,
        plan::JsonType::Array => JsonType::Array,
        plan::JsonType::Object => JsonType::Object,
    }
}

fn number(demand: &plan::NumberDemand) -> NumberDemand {
    match demand {
        plan::NumberDemand::Minimum(bound) => NumberDemand::Minimum(text(bound)),
        plan::NumberDemand::Maximum(bound) => NumberDemand::Maximum(text(bound)),
        plan::NumberDemand::ExclusiveMinimum(bound) => NumberDemand::ExclusiveMinimum(text(bound)),
        plan::NumberDemand::ExclusiveMaximum(bound) => NumberDemand::ExclusiveMaximum(text(bound)),
        plan::NumberDemand::MultipleOf(divisor) => NumberDemand::MultipleOf(text(divisor)),
    }
}

/// Also what goes through classes in generated code is a regular expression.
fn pattern(plan: &PatternPlan) -> Pattern {
    let flags = if plan.matcher == plan::Matcher::Regex { "" } else { "u" };
    let regex = regress::Regex::with_flags(&plan.text, flags).unwrap();
    Pattern { text: text(&plan.text), is_in: Box::leak(Box::new(move |text: &str| regex.find(text).is_some())) }
}

fn json(value: &plan::Json) -> Json {
    match value {
        plan::Json::Null => Json::Null,
        plan::Json::Boolean(value) => Json::Boolean(*value),
        plan::Json::Number(number) => Json::Number(text(number)),
        plan::Json::String(value) => Json::String(text(value)),
        plan::Json::Array(values) => Json::Array(leaked_all(values.iter().map(json))),
        plan::Json::Object(members) => {
            Json::Object(leaked_all(members.iter().map(|(name, value)| (text(name), json(value)))))
        }
    }
}
