//! Prints rules as constants.

use super::Statics;
use crate::plan::{Demand, Json, JsonType, Matcher, PatternPlan, RuleId, RulePlan};
use crate::refine::module::ident;
use crate::refine::readers::write_checked::exact;
use crate::refine::readers::write_checks::class_sequence;
use crate::refine::support::Pieces;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::{Ident, Item, parse_quote};

pub(super) struct Printer<'p> {
    rules: &'p [RulePlan],
    statics: &'p Statics,
    pieces: &'p mut Pieces,
    /// The statics that what is printed names.
    pub(super) named: Vec<RuleId>,
}

impl<'p> Printer<'p> {
    pub(super) fn new(rules: &'p [RulePlan], statics: &'p Statics, pieces: &'p mut Pieces) -> Self {
        Self { rules, statics, pieces, named: Vec::new() }
    }

    pub(super) fn static_rule(&mut self, name: &Ident, id: RuleId) -> Item {
        let rule = self.body(id);
        parse_quote!(static #name: support::Rule = #rule;)
    }

    /// A rule that is not planned lets nothing pass.
    fn body(&mut self, id: RuleId) -> TokenStream {
        let never = [Demand::Never];
        let demands = self.rules.get(id.0).map_or(&never[..], |rule| &rule.demands);
        let demands: Vec<TokenStream> = demands.iter().map(|demand| self.demand(demand)).collect();
        quote!(support::Rule(&[#(#demands),*]))
    }

    fn rule(&mut self, id: RuleId) -> TokenStream {
        if let Some(name) = self.statics.get(&id) {
            self.named.push(id);
            return quote!(&#name);
        }
        let rule = self.body(id);
        quote!(&#rule)
    }

    fn rules(&mut self, ids: &[RuleId]) -> TokenStream {
        let rules: Vec<TokenStream> = ids.iter().map(|id| self.rule(*id)).collect();
        quote!(&[#(#rules),*])
    }

    fn option(&mut self, id: Option<&RuleId>) -> TokenStream {
        id.map_or_else(
            || quote!(None),
            |id| {
                let rule = self.rule(*id);
                quote!(Some(#rule))
            },
        )
    }

    fn by_name(&mut self, rules: &[(String, RuleId)]) -> TokenStream {
        let rules: Vec<TokenStream> = rules
            .iter()
            .map(|(name, id)| {
                let rule = self.rule(*id);
                quote!((#name, #rule))
            })
            .collect();
        quote!(&[#(#rules),*])
    }

    fn pattern(&mut self, plan: &PatternPlan) -> TokenStream {
        let PatternPlan { text, matcher } = plan;
        let flags = match matcher {
            Matcher::Classes(sequence) => {
                let steps = class_sequence(sequence, self.pieces);
                let call = quote!(support::passes_classes!(text, #steps));
                return quote!(support::Pattern { text: #text, is_in: &|text| #call });
            }
            Matcher::UnicodeRegex => "u",
            Matcher::Regex => "",
        };
        self.pieces.need("regex");
        let call = quote!(support::passes_regex!(text, #text, #flags));
        quote!(support::Pattern { text: #text, is_in: &|text| #call })
    }

    fn demand(&mut self, demand: &Demand) -> TokenStream {
        let demand = match demand {
            Demand::Never => quote!(Never),
            Demand::Types(types) => list("Types", types.iter().map(|ty| json_type(*ty))),
            Demand::Values(values) => list("Values", values.iter().map(json)),
            Demand::Number(demand) => of("Number", &exact(demand)),
            Demand::MinLength(least) => of("MinLength", &count(*least)),
            Demand::MaxLength(most) => of("MaxLength", &count(*most)),
            Demand::Pattern(plan) => of("Pattern", &self.pattern(plan)),
            Demand::MinItems(least) => of("MinItems", &count(*least)),
            Demand::MaxItems(most) => of("MaxItems", &count(*most)),
            Demand::UniqueItems => quote!(UniqueItems),
            Demand::Items { prefix, rest } => self.items(prefix, rest.as_ref()),
            Demand::Contains { rule, least, most } => self.contains(*rule, *least, *most),
            Demand::UnevaluatedItems(rule) => of("UnevaluatedItems", &self.rule(*rule)),
            Demand::MinProperties(least) => of("MinProperties", &count(*least)),
            Demand::MaxProperties(most) => of("MaxProperties", &count(*most)),
            Demand::Required(names) => quote!(Required(&[#(#names),*])),
            Demand::PropertyNames(rule) => of("PropertyNames", &self.rule(*rule)),
            Demand::Members { listed, patterns, rest } => self.members(listed, patterns, rest.as_ref()),
            Demand::DependentRequired(needs) => list("DependentRequired", needs.iter().map(need)),
            Demand::DependentSchemas(rules) => of("DependentSchemas", &self.by_name(rules)),
            Demand::UnevaluatedProperties(rule) => of("UnevaluatedProperties", &self.rule(*rule)),
            Demand::AllOf(rules) => of("AllOf", &self.rules(rules)),
            Demand::AnyOf(rules) => of("AnyOf", &self.rules(rules)),
            Demand::OneOf(rules) => of("OneOf", &self.rules(rules)),
            Demand::Not(rule) => of("Not", &self.rule(*rule)),
            Demand::If { condition, then, otherwise } => self.condition(*condition, then.as_ref(), otherwise.as_ref()),
            Demand::Same(rule) => of("Same", &self.rule(*rule)),
        };
        quote!(support::Demand::#demand)
    }

    fn items(&mut self, prefix: &[RuleId], rest: Option<&RuleId>) -> TokenStream {
        let (prefix, rest) = (self.rules(prefix), self.option(rest));
        quote!(Items { prefix: #prefix, rest: #rest })
    }

    fn contains(&mut self, rule: RuleId, least: u64, most: Option<u64>) -> TokenStream {
        let (rule, least) = (self.rule(rule), count(least));
        let most = most.map(count).map_or_else(|| quote!(None), |most| quote!(Some(#most)));
        quote!(Contains { rule: #rule, least: #least, most: #most })
    }

    fn condition(&mut self, condition: RuleId, then: Option<&RuleId>, otherwise: Option<&RuleId>) -> TokenStream {
        let condition = self.rule(condition);
        let (then, otherwise) = (self.option(then), self.option(otherwise));
        quote!(If { condition: #condition, then: #then, otherwise: #otherwise })
    }

    fn members(
        &mut self,
        listed: &[(String, RuleId)],
        patterns: &[(PatternPlan, RuleId)],
        rest: Option<&RuleId>,
    ) -> TokenStream {
        let (listed, rest) = (self.by_name(listed), self.option(rest));
        let patterns: Vec<TokenStream> = patterns
            .iter()
            .map(|(plan, id)| {
                let (pattern, rule) = (self.pattern(plan), self.rule(*id));
                quote!((#pattern, #rule))
            })
            .collect();
        quote!(Members { listed: #listed, patterns: &[#(#patterns),*], rest: #rest })
    }
}

fn of(kind: &str, inner: &TokenStream) -> TokenStream {
    let kind = ident(kind);
    quote!(#kind(#inner))
}

fn list(kind: &str, all: impl Iterator<Item = TokenStream>) -> TokenStream {
    of(kind, &quote!(&[#(#all),*]))
}

fn need((name, others): &(String, Vec<String>)) -> TokenStream {
    quote!((#name, &[#(#others),*]))
}

fn count(count: u64) -> TokenStream {
    Literal::u64_unsuffixed(count).into_token_stream()
}

fn json_type(ty: JsonType) -> TokenStream {
    let ty = ident(&format!("{ty:?}"));
    quote!(support::JsonType::#ty)
}

fn json(value: &Json) -> TokenStream {
    match value {
        Json::Null => quote!(support::Json::Null),
        Json::Boolean(value) => quote!(support::Json::Boolean(#value)),
        Json::Number(text) => quote!(support::Json::Number(#text)),
        Json::String(text) => quote!(support::Json::String(#text)),
        Json::Array(values) => {
            let values = values.iter().map(json);
            quote!(support::Json::Array(&[#(#values),*]))
        }
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = json(value);
                quote!((#name, #value))
            });
            quote!(support::Json::Object(&[#(#members),*]))
        }
    }
}
