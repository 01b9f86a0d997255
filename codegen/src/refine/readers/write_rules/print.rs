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
        if let Some(demand) = assertion(demand) {
            return quote!(support::Demand::#demand);
        }
        let demand = match demand {
            Demand::Pattern(plan) => {
                let pattern = self.pattern(plan);
                quote!(Pattern(#pattern))
            }
            Demand::Items { prefix, rest } => {
                let (prefix, rest) = (self.rules(prefix), self.option(rest.as_ref()));
                quote!(Items { prefix: #prefix, rest: #rest })
            }
            Demand::Contains { rule, least, most } => {
                let (rule, least, most) = (self.rule(*rule), count(*least), most.map(count));
                let most = most.map_or_else(|| quote!(None), |most| quote!(Some(#most)));
                quote!(Contains { rule: #rule, least: #least, most: #most })
            }
            Demand::Members { listed, patterns, rest } => self.members(listed, patterns, rest.as_ref()),
            Demand::DependentSchemas(rules) => of("DependentSchemas", &self.by_name(rules)),
            Demand::UnevaluatedItems(rule) => of("UnevaluatedItems", &self.rule(*rule)),
            Demand::UnevaluatedProperties(rule) => of("UnevaluatedProperties", &self.rule(*rule)),
            Demand::PropertyNames(rule) => of("PropertyNames", &self.rule(*rule)),
            Demand::AllOf(rules) => of("AllOf", &self.rules(rules)),
            Demand::AnyOf(rules) => of("AnyOf", &self.rules(rules)),
            Demand::OneOf(rules) => of("OneOf", &self.rules(rules)),
            Demand::Not(rule) => of("Not", &self.rule(*rule)),
            Demand::Same(rule) => of("Same", &self.rule(*rule)),
            Demand::If { condition, then, otherwise } => {
                let condition = self.rule(*condition);
                let (then, otherwise) = (self.option(then.as_ref()), self.option(otherwise.as_ref()));
                quote!(If { condition: #condition, then: #then, otherwise: #otherwise })
            }
            _ => quote!(Never),
        };
        quote!(support::Demand::#demand)
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

/// A demand that names no rule and no pattern.
fn assertion(demand: &Demand) -> Option<TokenStream> {
    Some(match demand {
        Demand::Never => quote!(Never),
        Demand::Types(types) => {
            let types = types.iter().map(|ty| json_type(*ty));
            quote!(Types(&[#(#types),*]))
        }
        Demand::Values(values) => {
            let values = values.iter().map(json);
            quote!(Values(&[#(#values),*]))
        }
        Demand::Number(demand) => of("Number", &exact(demand)),
        Demand::MinLength(least) => of("MinLength", &count(*least)),
        Demand::MaxLength(most) => of("MaxLength", &count(*most)),
        Demand::MinItems(least) => of("MinItems", &count(*least)),
        Demand::MaxItems(most) => of("MaxItems", &count(*most)),
        Demand::UniqueItems => quote!(UniqueItems),
        Demand::MinProperties(least) => of("MinProperties", &count(*least)),
        Demand::MaxProperties(most) => of("MaxProperties", &count(*most)),
        Demand::Required(names) => quote!(Required(&[#(#names),*])),
        Demand::DependentRequired(needs) => {
            let needs = needs.iter().map(|(name, others)| quote!((#name, &[#(#others),*])));
            quote!(DependentRequired(&[#(#needs),*]))
        }
        _ => return None,
    })
}

fn of(kind: &str, inner: &TokenStream) -> TokenStream {
    let kind = ident(kind);
    quote!(#kind(#inner))
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
