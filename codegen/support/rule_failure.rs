//! Where a value does not keep a rule, and why, in words.

use super::rule_down::is_name;
use super::rule_key::write_key;
use super::rule_walk::walk;
use super::{Demand, Evaluated, Held, Json, JsonType, Members, Rule, View, equal_elements, twins};
use serde_json::Value;
use std::fmt;

/// What is wrong with a value; the words are for the one that is told in the end. It is small: most are thrown away.
pub(crate) struct Failure<'v>(Box<Told<'v>>);

struct Told<'v> {
    /// The demand that is not met; without one, the rules have no end.
    demand: Option<&'static Demand>,
    value: &'v Held<'v>,
    /// The way to the value, from its end.
    path: Vec<Step<'v>>,
}

enum Step<'v> {
    Item(usize),
    Member(&'v str),
}

impl<'v> Failure<'v> {
    pub(crate) fn new(demand: Option<&'static Demand>, value: &'v Held<'v>) -> Self {
        Self(Box::new(Told { demand, value, path: Vec::new() }))
    }

    pub(crate) fn is_too_deep(&self) -> bool {
        self.0.demand.is_none()
    }

    pub(crate) fn in_item(mut self, index: usize) -> Self {
        self.0.path.push(Step::Item(index));
        self
    }

    pub(crate) fn in_member(mut self, name: &'v str) -> Self {
        self.0.path.push(Step::Member(name));
        self
    }
}

impl fmt::Display for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.path.iter().rev().enumerate() {
            let slash = if index == 0 { "" } else { "/" };
            match step {
                Step::Item(index) => write!(f, "{slash}{index}")?,
                Step::Member(name) => write!(f, "{slash}{name}")?,
            }
        }
        let colon = if self.0.path.is_empty() { "" } else { ": " };
        let reason = self.0.demand.map_or_else(|| too_deep(self.0.value), |demand| reason(demand, self.0.value));
        write!(f, "{colon}{reason}")
    }
}

fn too_deep(value: &Held<'_>) -> String {
    format!("{} is nested too deep", shown(value))
}

/// A value, unless it is made of others.
fn shown(value: &Held<'_>) -> String {
    match value.view() {
        View::Null => "null".to_owned(),
        View::Boolean(value) => value.to_string(),
        View::Number(number) => number.to_string(),
        View::String(text) => Value::from(text).to_string(),
        View::Array(_) => "an array".to_owned(),
        View::Object(_) => "an object".to_owned(),
    }
}

fn reason(demand: &Demand, value: &Held<'_>) -> String {
    let is = shown(value);
    match (demand, value.view()) {
        (Demand::Types(types), _) => format!("invalid type: {is}, expected {}", named(types)),
        (Demand::Values(values), _) => {
            let values: Vec<String> = values.iter().map(listed).collect();
            format!("invalid value: {is}, expected {}", values.join(" or "))
        }
        (Demand::Number(demand), _) => format!("{is} {}", demand.reason()),
        (Demand::MinLength(least), _) => format!("{is} has fewer than {least} characters"),
        (Demand::MaxLength(most), _) => format!("{is} has more than {most} characters"),
        (Demand::Pattern(pattern), _) => format!("{is} does not match {}", pattern.text),
        (Demand::MinItems(least), _) => format!("has fewer than {least} elements"),
        (Demand::MaxItems(most), _) => format!("has more than {most} elements"),
        (Demand::UniqueItems, View::Array(items)) => twins(equal_elements(items, write_key)),
        (Demand::Contains { least, most, .. }, _) => match most {
            Some(most) => format!("has fewer than {least} or more than {most} elements of a kind"),
            None => format!("has fewer than {least} elements of a kind"),
        },
        (Demand::MinProperties(least), _) => format!("has fewer than {least} members"),
        (Demand::MaxProperties(most), _) => format!("has more than {most} members"),
        (Demand::PropertyNames(rule), View::Object(members)) => wrong_name(rule, members),
        (Demand::Required(names), View::Object(members)) => missing(names, members),
        (Demand::DependentRequired(needs), View::Object(members)) => {
            let asked = needs.iter().filter(|(name, _)| members.has(name));
            missing(&asked.flat_map(|(_, names)| *names).copied().collect::<Vec<&str>>(), members)
        }
        (Demand::AnyOf(rules), _) => no_branch("anyOf", rules, value),
        (Demand::OneOf(rules), _) => {
            let fitting = rules.iter().enumerate().filter(|(_, rule)| unfit(rule, value).is_none());
            let fitting: Vec<String> = fitting.map(|(index, _)| index.to_string()).collect();
            match fitting.as_slice() {
                [] => no_branch("oneOf", rules, value),
                several => format!("more than one branch of oneOf fits: {}", several.join(", ")),
            }
        }
        _ => format!("{is} is not allowed"),
    }
}

fn named(types: &[JsonType]) -> String {
    types.iter().map(|ty| ty.name()).collect::<Vec<&str>>().join(" or ")
}

fn missing(names: &[&str], members: &Members<'_>) -> String {
    let missing = names.iter().find(|name| !members.has(name));
    format!("missing field `{}`", missing.copied().unwrap_or_default())
}

fn wrong_name(rule: &'static Rule, members: &Members<'_>) -> String {
    let wrong = members.0.iter().find(|member| !is_name(rule, &member.name, 0));
    wrong.and_then(|member| unfit(rule, &Held::Text(&member.name))).unwrap_or_default()
}

/// Why a value does not keep a rule.
fn unfit(rule: &'static Rule, value: &Held<'_>) -> Option<String> {
    walk(rule, value, 0, &mut Evaluated::default()).err().map(|failure| failure.to_string())
}

fn no_branch(keyword: &str, rules: &[&'static Rule], value: &Held<'_>) -> String {
    let reasons: Vec<String> = rules.iter().filter_map(|rule| unfit(rule, value)).collect();
    format!("no branch of {keyword} fits ({})", reasons.join("; "))
}

fn listed(value: &Json) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        Json::Null => "null".to_owned(),
        Json::Boolean(value) => value.to_string(),
        Json::Number(text) => (*text).to_owned(),
        Json::String(text) => format!("{text:?}"),
        Json::Array(values) => format!("[{}]", joined(values.iter().map(listed).collect())),
        Json::Object(members) => {
            let member = |(name, value): &(&str, Json)| format!("{name:?}: {}", listed(value));
            format!("{{{}}}", joined(members.iter().map(member).collect()))
        }
    }
}
