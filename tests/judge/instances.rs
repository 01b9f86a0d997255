//! Instances of a schema of the dialect, most of them right and some of them wrong in one place or another.

use proptest::collection::vec;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// How many references are followed into one another.
const DEEPEST: u32 = 4;

/// Instances of the schema at a place of a document, into which its references lead.
pub(crate) fn instances(document: &Value, place: &str) -> BoxedStrategy<Value> {
    let mut words = vec![String::new(), "null".to_owned(), "é\u{1f980}".to_owned()];
    collect_words(document, &mut words);
    Instances { root: document, words }.of(document.pointer(place).unwrap(), 0)
}

/// The strings that the schema lists somewhere: where it allows any string, these are the telling ones.
fn collect_words(schema: &Value, words: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            let listed = members.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.extend(listed.filter_map(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_words(member, words));
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect_words(element, words)),
        _ => {}
    }
}

/// The parts of a schema of which something holds.
fn collect<'s>(schema: &'s Value, holds: &impl Fn(&Value) -> bool, found: &mut Vec<&'s Value>) {
    found.extend(Some(schema).filter(|schema| holds(schema)));
    match schema {
        Value::Object(members) => members.values().for_each(|member| collect(member, holds, found)),
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, holds, found)),
        _ => {}
    }
}

struct Instances<'s> {
    root: &'s Value,
    words: Vec<String>,
}

impl Instances<'_> {
    fn of(&self, schema: &Value, depth: u32) -> BoxedStrategy<Value> {
        if depth > DEEPEST {
            return wrong();
        }
        let right = self.right(schema, depth);
        let right = if schema["nullable"] == true { prop_oneof![5 => right, 1 => null()].boxed() } else { right };
        prop_oneof![60 => right, 1 => wrong()].boxed()
    }

    fn right(&self, schema: &Value, depth: u32) -> BoxedStrategy<Value> {
        if let Some(targets) = self.targets(schema) {
            return proptest::strategy::Union::new(targets.into_iter().map(|to| self.of(to, depth + 1))).boxed();
        }
        if let Some(value) = schema.get("const") {
            return prop_oneof![12 => Just(value.clone()), 1 => self.text()].boxed();
        }
        if let Some(values) = schema["enum"].as_array() {
            return prop_oneof![12 => select(values.clone()), 1 => self.text()].boxed();
        }
        if let Some(parts) = schema["allOf"].as_array() {
            return self.merged(parts, depth);
        }
        let branches = ["oneOf", "anyOf"].iter().find_map(|keyword| schema[keyword].as_array());
        if let Some(branches) = branches.filter(|_| schema.get("properties").is_none()) {
            return proptest::strategy::Union::new(branches.iter().map(|branch| self.of(branch, depth))).boxed();
        }
        if let Some(names) = schema["type"].as_array() {
            let types = names.iter().map(|name| self.of_type(name.as_str().unwrap(), schema, depth));
            return proptest::strategy::Union::new(types).boxed();
        }
        if schema.get("if").is_some() {
            let outcomes = ["then", "else"].iter().filter_map(|keyword| schema.get(keyword));
            return proptest::strategy::Union::new(outcomes.map(|outcome| self.of(outcome, depth))).boxed();
        }
        let implied = if schema.get("properties").is_some() { "object" } else { "any" };
        self.of_type(schema["type"].as_str().unwrap_or(implied), schema, depth)
    }

    /// Where a reference leads, or may lead by the way to it.
    fn targets(&self, schema: &Value) -> Option<Vec<&Value>> {
        let text = |keyword: &str| schema[keyword].as_str();
        let saying = |keyword: &str, value: &Value| {
            let mut found = Vec::new();
            collect(self.root, &|schema| schema.get(keyword) == Some(value), &mut found);
            found
        };
        if let Some(anchor) = text("$dynamicRef") {
            return Some(saying("$dynamicAnchor", &json!(anchor.trim_start_matches('#'))));
        }
        if text("$recursiveRef").is_some() {
            return Some(saying("$recursiveAnchor", &json!(true)));
        }
        let to = text("$ref")?;
        Some(to.strip_prefix('#').map_or_else(|| saying("$id", &json!(to)), |to| vec![self.root.pointer(to).unwrap()]))
    }

    fn of_type(&self, name: &str, schema: &Value, depth: u32) -> BoxedStrategy<Value> {
        match name {
            "object" => self.object(schema, depth),
            "array" => self.array(schema, depth),
            "string" => match schema["pattern"].as_str() {
                Some(pattern) => self.pattern(pattern),
                None => self.text(),
            },
            "integer" => integer(),
            "number" => any::<f64>().prop_map(Value::from).boxed(),
            "boolean" => any::<bool>().prop_map(Value::from).boxed(),
            "null" => null(),
            _ => wrong(),
        }
    }

    /// Where elements are described one by one there are mostly as many as there must be.
    fn array(&self, schema: &Value, depth: u32) -> BoxedStrategy<Value> {
        let (listed, others) = match &schema["items"] {
            Value::Array(listed) => (Some(listed), &schema["additionalItems"]),
            others => (schema["prefixItems"].as_array(), others),
        };
        let Some(listed) = listed else {
            return vec(self.of(others, depth + 1), 0..3).prop_map(Value::Array).boxed();
        };
        let count = |keyword: &str| schema[keyword].as_u64().map(|count| usize::try_from(count).unwrap());
        let many = count("minItems").unwrap_or(listed.len()).max(listed.len());
        let elements = (0..many.min(count("maxItems").unwrap_or(many)))
            .map(|place| self.of(listed.get(place).unwrap_or(others), depth + 1));
        let elements: Vec<BoxedStrategy<Value>> = elements.collect();
        let surplus = prop_oneof![30 => Just(0_usize), 1 => 1..3_usize];
        (elements, prop_oneof![30 => Just(0_usize), 1 => 1..3_usize], surplus)
            .prop_map(|(elements, without, surplus)| {
                let kept = elements.len().saturating_sub(without);
                let more = std::iter::repeat_n(json!(true), surplus);
                elements.into_iter().take(kept).chain(more).collect()
            })
            .boxed()
    }

    /// Members come and go; now and then there is one that the schema does not list.
    fn object(&self, schema: &Value, depth: u32) -> BoxedStrategy<Value> {
        let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name));
        let mut members: BoxedStrategy<Map<String, Value>> = Just(Map::new()).boxed();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let (name, there) = (name.clone(), if required(name) { 0.99 } else { 0.5 });
            let member = proptest::option::weighted(there, self.of(property, depth));
            members = (members, member).prop_map(move |(members, value)| with(members, &name, value)).boxed();
        }
        let additional = &schema["additionalProperties"];
        let surplus = if additional.is_object() { self.of(additional, depth + 1) } else { wrong() };
        let often = if additional == false { 0.01 } else { 0.2 };
        (members, proptest::option::weighted(often, surplus))
            .prop_map(|(members, value)| Value::Object(with(members, "surplus", value)))
            .boxed()
    }

    /// An object that has the members of several.
    fn merged(&self, parts: &[Value], depth: u32) -> BoxedStrategy<Value> {
        let parts: Vec<BoxedStrategy<Value>> = parts.iter().map(|part| self.of(part, depth)).collect();
        parts.prop_map(|parts| parts.into_iter().fold(json!({}), merge)).boxed()
    }

    /// Strings of a pattern, and others that are near it.
    fn pattern(&self, pattern: &str) -> BoxedStrategy<Value> {
        let bare = pattern.trim_start_matches('^').trim_end_matches('$');
        let fitting = proptest::string::string_regex(bare).unwrap().boxed();
        let near = (fitting.clone(), any::<Index>(), "[\\x00-z]?|ß").prop_map(|(text, at, other)| {
            let mut letters: Vec<String> = text.chars().map(String::from).collect();
            let at = at.index(letters.len() + 1);
            letters.splice(at..(at + 1).min(letters.len()), [other]);
            Value::from(letters.concat())
        });
        let longer = fitting.clone().prop_map(|text| Value::from(text + "\n"));
        prop_oneof![30 => fitting.prop_map(Value::from), 2 => near, 1 => longer, 1 => self.text()].boxed()
    }

    fn text(&self) -> BoxedStrategy<Value> {
        let words = select(self.words.clone());
        prop_oneof![2 => words, 1 => "\\PC{0,4}", 1 => "[a-z_]{0,8}"].prop_map(Value::from).boxed()
    }
}

fn merge(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Object(mut one), Value::Object(other)) => {
            one.extend(other);
            Value::Object(one)
        }
        (_, other) => other,
    }
}

fn with(mut members: Map<String, Value>, name: &str, value: Option<Value>) -> Map<String, Value> {
    members.extend(value.map(|value| (name.to_owned(), value)));
    members
}

fn integer() -> BoxedStrategy<Value> {
    let small = any::<i32>().prop_map(Value::from);
    let large = any::<i64>().prop_map(Value::from);
    let at_the_edge = vec![json!(i64::MAX), json!(i64::MIN), json!(0), json!(9_007_199_254_740_993_i64)];
    let beyond = vec![json!(u64::MAX), json!(9_223_372_036_854_775_808_u64), json!(1.0), json!(0.5), json!(1e300)];
    prop_oneof![20 => small, 20 => large, 10 => select(at_the_edge), 1 => select(beyond)].boxed()
}

fn null() -> BoxedStrategy<Value> {
    Just(Value::Null).boxed()
}

/// Anything.
fn wrong() -> BoxedStrategy<Value> {
    let values = [json!(null), json!(true), json!(7), json!(0.25), json!("x"), json!([]), json!({}), json!([["x", 1]])];
    select(values.to_vec()).boxed()
}
