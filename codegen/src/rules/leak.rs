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

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn texts(names: &[String]) -> &'static [&'static str] {
    names.iter().map(|name| text(name)).collect::<Vec<_>>().leak()
}

/// The rules that those above them name.
struct Level<'l>(&'l [&'static Rule]);

impl Level<'_> {
    fn rule(&self, id: RuleId) -> &'static Rule {
        self.0[id.0]
    }

    fn rules(&self, ids: &[RuleId]) -> &'static [&'static Rule] {
        ids.iter().map(|id| self.rule(*id)).collect::<Vec<_>>().leak()
    }

    fn option(&self, id: Option<RuleId>) -> Option<&'static Rule> {
        id.map(|id| self.rule(id))
    }

    fn named(&self, rules: &[(String, RuleId)]) -> &'static [Named] {
        rules.iter().map(|(name, id)| (text(name), self.rule(*id))).collect::<Vec<_>>().leak()
    }

    fn demand(&self, demand: &plan::Demand) -> Demand {
        use plan::Demand as Plan;
        match demand {
            Plan::Items { prefix, rest } => Demand::Items { prefix: self.rules(prefix), rest: self.option(*rest) },
            Plan::Contains { rule, least, most } => {
                Demand::Contains { rule: self.rule(*rule), least: *least, most: *most }
            }
            Plan::Members { listed, patterns, rest } => {
                let patterns = patterns.iter().map(|(plan, id)| (pattern(plan), self.rule(*id)));
                let patterns = patterns.collect::<Vec<_>>().leak();
                Demand::Members { listed: self.named(listed), patterns, rest: self.option(*rest) }
            }
            Plan::If { condition, then, otherwise } => Demand::If {
                condition: self.rule(*condition),
                then: self.option(*then),
                otherwise: self.option(*otherwise),
            },
            Plan::DependentSchemas(rules) => Demand::DependentSchemas(self.named(rules)),
            Plan::UnevaluatedItems(rule) => Demand::UnevaluatedItems(self.rule(*rule)),
            Plan::UnevaluatedProperties(rule) => Demand::UnevaluatedProperties(self.rule(*rule)),
            Plan::PropertyNames(rule) => Demand::PropertyNames(self.rule(*rule)),
            Plan::AllOf(rules) => Demand::AllOf(self.rules(rules)),
            Plan::AnyOf(rules) => Demand::AnyOf(self.rules(rules)),
            Plan::OneOf(rules) => Demand::OneOf(self.rules(rules)),
            Plan::Not(rule) => Demand::Not(self.rule(*rule)),
            Plan::Same(rule) => Demand::Same(self.rule(*rule)),
            assertion => self::assertion(assertion),
        }
    }
}

fn assertion(demand: &plan::Demand) -> Demand {
    use plan::Demand as Plan;
    match demand {
        Plan::Types(types) => Demand::Types(types.iter().map(|ty| json_type(*ty)).collect::<Vec<_>>().leak()),
        Plan::Values(values) => Demand::Values(values.iter().map(json).collect::<Vec<_>>().leak()),
        Plan::Number(demand) => Demand::Number(number(demand)),
        Plan::Pattern(plan) => Demand::Pattern(pattern(plan)),
        Plan::MinLength(least) => Demand::MinLength(*least),
        Plan::MaxLength(most) => Demand::MaxLength(*most),
        Plan::MinItems(least) => Demand::MinItems(*least),
        Plan::MaxItems(most) => Demand::MaxItems(*most),
        Plan::UniqueItems => Demand::UniqueItems,
        Plan::MinProperties(least) => Demand::MinProperties(*least),
        Plan::MaxProperties(most) => Demand::MaxProperties(*most),
        Plan::Required(names) => Demand::Required(texts(names)),
        Plan::DependentRequired(needs) => {
            let needs = needs.iter().map(|(name, others)| (text(name), texts(others)));
            Demand::DependentRequired(needs.collect::<Vec<_>>().leak())
        }
        _ => Demand::Never,
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
        plan::Json::Array(values) => Json::Array(values.iter().map(json).collect::<Vec<_>>().leak()),
        plan::Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (text(name), json(value)));
            Json::Object(members.collect::<Vec<_>>().leak())
        }
    }
}
