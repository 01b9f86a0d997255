//! Plans the rules of a schema of JSON Schema 2020-12 by its letter, for tables of schemas and values.

use crate::plan::{Demand, Json, JsonType, Matcher, NumberDemand, PatternPlan, RuleId, RulePlan};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The rules of a schema, the first being that of its root.
pub(super) fn plan_rules(schema: &Value) -> Vec<RulePlan> {
    let mut planner = Planner { schema, rules: Vec::new(), known: BTreeMap::new() };
    planner.rule("");
    planner.rules
}

struct Planner<'s> {
    schema: &'s Value,
    rules: Vec<RulePlan>,
    known: BTreeMap<String, RuleId>,
}

impl Planner<'_> {
    fn rule(&mut self, pointer: &str) -> RuleId {
        if let Some(id) = self.known.get(pointer) {
            return *id;
        }
        let id = RuleId(self.rules.len());
        self.known.insert(pointer.to_owned(), id);
        self.rules.push(RulePlan { pointer: pointer.to_owned(), demands: Vec::new() });
        let demands = match self.schema.pointer(pointer).unwrap().clone() {
            Value::Object(keywords) => {
                keywords.keys().filter_map(|name| self.keyword(&keywords, name, pointer)).collect()
            }
            schema => {
                if schema == true {
                    Vec::new()
                } else {
                    vec![Demand::Never]
                }
            }
        };
        self.rules[id.0].demands = demands;
        id
    }

    fn at(&mut self, pointer: &str, name: &str) -> RuleId {
        self.rule(&format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")))
    }

    fn list(&mut self, keyword: &Value, pointer: &str) -> Vec<RuleId> {
        let count = keyword.as_array().unwrap().len();
        (0..count).map(|index| self.at(pointer, &index.to_string())).collect()
    }

    fn map(&mut self, keyword: Option<&Value>, pointer: &str) -> Vec<(String, RuleId)> {
        let names = keyword.and_then(Value::as_object).into_iter().flat_map(Map::keys);
        names.map(|name| (name.clone(), self.at(pointer, name))).collect()
    }

    fn keyword(&mut self, schema: &Map<String, Value>, name: &str, pointer: &str) -> Option<Demand> {
        let value = &schema[name];
        let here = format!("{pointer}/{name}");
        let first = |names: &[&str]| names.iter().find(|name| schema.contains_key(**name)) == Some(&name);
        Some(match name {
            "$ref" => Demand::Same(self.rule(value.as_str().unwrap().trim_start_matches('#'))),
            "allOf" => Demand::AllOf(self.list(value, &here)),
            "anyOf" => Demand::AnyOf(self.list(value, &here)),
            "oneOf" => Demand::OneOf(self.list(value, &here)),
            "not" => Demand::Not(self.rule(&here)),
            "if" => {
                let mut branch = |name: &str| schema.contains_key(name).then(|| self.at(pointer, name));
                let (then, otherwise) = (branch("then"), branch("else"));
                Demand::If { condition: self.rule(&here), then, otherwise }
            }
            "prefixItems" | "items" if first(&["prefixItems", "items"]) => Demand::Items {
                prefix: schema
                    .get("prefixItems")
                    .map_or(Vec::new(), |list| self.list(list, &format!("{pointer}/prefixItems"))),
                rest: schema.contains_key("items").then(|| self.at(pointer, "items")),
            },
            "contains" => Demand::Contains {
                rule: self.rule(&here),
                least: schema.get("minContains").map_or(1, |least| least.as_u64().unwrap()),
                most: schema.get("maxContains").and_then(Value::as_u64),
            },
            "properties" | "patternProperties" | "additionalProperties"
                if first(&["properties", "patternProperties", "additionalProperties"]) =>
            {
                let found = self.map(schema.get("patternProperties"), &format!("{pointer}/patternProperties"));
                Demand::Members {
                    listed: self.map(schema.get("properties"), &format!("{pointer}/properties")),
                    patterns: found.into_iter().map(|(text, rule)| (pattern(&text), rule)).collect(),
                    rest: schema.contains_key("additionalProperties").then(|| self.at(pointer, "additionalProperties")),
                }
            }
            "unevaluatedItems" => Demand::UnevaluatedItems(self.rule(&here)),
            "unevaluatedProperties" => Demand::UnevaluatedProperties(self.rule(&here)),
            "propertyNames" => Demand::PropertyNames(self.rule(&here)),
            "dependentSchemas" => Demand::DependentSchemas(self.map(Some(value), &here)),
            _ => return assertion(name, value),
        })
    }
}

fn assertion(name: &str, value: &Value) -> Option<Demand> {
    let count = || value.as_u64().unwrap();
    Some(match name {
        "type" => {
            Demand::Types(value.as_array().map_or_else(|| vec![ty(value)], |types| types.iter().map(ty).collect()))
        }
        "enum" => Demand::Values(value.as_array().unwrap().iter().map(json).collect()),
        "const" => Demand::Values(vec![json(value)]),
        "minimum" => Demand::Number(NumberDemand::Minimum(value.to_string())),
        "maximum" => Demand::Number(NumberDemand::Maximum(value.to_string())),
        "exclusiveMinimum" => Demand::Number(NumberDemand::ExclusiveMinimum(value.to_string())),
        "exclusiveMaximum" => Demand::Number(NumberDemand::ExclusiveMaximum(value.to_string())),
        "multipleOf" => Demand::Number(NumberDemand::MultipleOf(value.to_string())),
        "minLength" => Demand::MinLength(count()),
        "maxLength" => Demand::MaxLength(count()),
        "pattern" => Demand::Pattern(pattern(value.as_str().unwrap())),
        "minItems" => Demand::MinItems(count()),
        "maxItems" => Demand::MaxItems(count()),
        "uniqueItems" if value == true => Demand::UniqueItems,
        "minProperties" => Demand::MinProperties(count()),
        "maxProperties" => Demand::MaxProperties(count()),
        "required" => Demand::Required(names(value)),
        "dependentRequired" => {
            let needs = value.as_object().unwrap().iter().map(|(name, others)| (name.clone(), names(others)));
            Demand::DependentRequired(needs.collect())
        }
        _ => return None,
    })
}

fn names(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn pattern(text: &str) -> PatternPlan {
    PatternPlan { text: text.to_owned(), matcher: Matcher::UnicodeRegex }
}

fn ty(name: &Value) -> JsonType {
    match name.as_str().unwrap() {
        "null" => JsonType::Null,
        "boolean" => JsonType::Boolean,
        "integer" => JsonType::Integer,
        "number" => JsonType::Number,
        "string" => JsonType::String,
        "array" => JsonType::Array,
        _ => JsonType::Object,
    }
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Boolean(*value),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(values) => Json::Array(values.iter().map(json).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), json(value))).collect())
        }
    }
}
