//! Schemas that use every keyword in every combination, small enough that random values fit some of them.

use super::any_value::{value, values};
use super::random::Random;
use super::version::Version;
use serde_json::{Map, Value, json};

const NAMES: &[&str] = &["a", "b", "ab", "c"];
const PATTERNS: &[&str] = &["^a", "b$", "^(a|b)+$", "c", "^.{2}$"];
const TYPES: &[&str] = &["null", "boolean", "integer", "number", "string", "array", "object"];

/// How deep schemas that hold others stand in each other.
const DEEPEST: u32 = 3;

/// Makes the schemas of one document.
pub(super) struct Maker<'r> {
    pub(super) random: &'r mut Random,
    pub(super) version: Version,
    /// Whether each definition is a resource of its own, and references say which of them they mean.
    pub(super) has_resources: bool,
}

impl Maker<'_> {
    /// A document with definitions that its schemas refer to.
    pub(super) fn document(&mut self) -> Value {
        let is_new = self.version == Version::Draft2020;
        self.has_resources = is_new && self.random.chance(2);
        let Value::Object(mut root) = self.object(0) else { return json!({}) };
        let definitions = ["one", "two", "three"].into_iter().map(|name| (name.to_owned(), self.definition(name)));
        let definitions: Map<String, Value> = definitions.collect();
        if self.has_resources {
            root.insert("$id".to_owned(), json!("https://example.com/root"));
            root.insert("$ref".to_owned(), json!(self.random.pick(&["one", "two"])));
        }
        if is_new {
            let is_any = self.has_resources && !self.random.chance(3);
            root.insert(if is_any { "$anchor" } else { "$dynamicAnchor" }.to_owned(), json!("root"));
        }
        root.insert("$schema".to_owned(), json!(self.version.uri()));
        root.insert(if is_new { "$defs" } else { "definitions" }.to_owned(), Value::Object(definitions));
        Value::Object(root)
    }

    fn definition(&mut self, name: &str) -> Value {
        let mut schema = self.object(1);
        if self.has_resources {
            schema["$id"] = json!(name);
            schema[if self.random.chance(4) { "$anchor" } else { "$dynamicAnchor" }] = json!("root");
        } else if self.version == Version::Draft2020 {
            schema["$anchor"] = json!(name);
        }
        schema
    }

    fn schema(&mut self, depth: u32) -> Value {
        if self.version != Version::Draft4 && self.random.chance(14) {
            return json!(!self.random.chance(3));
        }
        if self.has_resources && self.random.chance(3) {
            let keyword = self.random.pick(&["$ref", "$dynamicRef"]);
            return json!({keyword: self.scalar(keyword)});
        }
        self.object(depth)
    }

    fn object(&mut self, depth: u32) -> Value {
        let mut schema = Map::new();
        let known = self.version.keywords();
        for _ in 0..=self.random.below(if depth == 0 { 5 } else { 3 }) {
            let keyword = self.random.pick(&known);
            self.add(&mut schema, keyword, depth);
        }
        if depth > DEEPEST || self.random.chance(3) {
            schema.insert("type".to_owned(), self.types());
        }
        // Beside a reference nothing means anything up to draft-07, and a validator may read it all the same.
        if self.version != Version::Draft2020 && schema.contains_key("$ref") {
            schema.retain(|keyword, _| keyword == "$ref");
        }
        Value::Object(schema)
    }

    fn types(&mut self) -> Value {
        let one = self.random.pick(TYPES);
        let other = self.random.pick(TYPES);
        if one != other && self.random.chance(3) { json!([one, other]) } else { json!(one) }
    }

    fn name(&mut self) -> &'static str {
        self.random.pick(NAMES)
    }

    fn names(&mut self) -> Value {
        let mut names = vec![self.name()];
        let other = self.name();
        if names[0] != other && self.random.chance(2) {
            names.push(other);
        }
        json!(names)
    }

    fn map(&mut self, keys: &[&'static str], depth: u32) -> Value {
        let count = 1 + self.random.below(2);
        (0..count).map(|_| (self.random.pick(keys).to_owned(), self.schema(depth + 1))).collect::<Map<_, _>>().into()
    }

    fn list(&mut self, depth: u32) -> Value {
        let count = 1 + self.random.below(3);
        (0..count).map(|_| self.schema(depth + 1)).collect()
    }

    fn add(&mut self, schema: &mut Map<String, Value>, keyword: &str, depth: u32) {
        match keyword {
            "exclusive" => self.exclusive(schema),
            "tuple" => self.tuple(schema, depth),
            "itemList" | "counted" | "if" | "boolean" | "$anchor" => self.add_several(schema, keyword, depth),
            keyword => {
                let value = self.scalar(keyword).or_else(|| self.of_schemas(keyword, depth));
                schema.extend(value.map(|value| (keyword.to_owned(), value)));
            }
        }
    }

    /// The value of a keyword that holds no schemas.
    fn scalar(&mut self, keyword: &str) -> Option<Value> {
        Some(match keyword {
            "type" => self.types(),
            "enum" => values(self.random).into(),
            "const" => value(self.random, 0),
            "minimum" | "maximum" => json!(self.random.pick(&[&0.0, &1.0, &2.0, &1.5]).to_owned()),
            "multipleOf" => self.random.pick(&[&json!(1), &json!(2), &json!(0.5)]).clone(),
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
                json!(self.random.below(4))
            }
            "uniqueItems" => json!(!self.random.chance(4)),
            "pattern" => json!(self.random.pick(PATTERNS)),
            "required" => self.names(),
            "$ref" => self.reference(),
            "$dynamicRef" if self.has_resources && self.random.chance(3) => {
                json!(format!("{}#root", self.random.pick(&["one", "two", "three"])))
            }
            "$dynamicRef" => json!("#root"),
            "dependentRequired" => json!({self.name(): self.names()}),
            "dependencies" if self.random.chance(2) => json!({self.name(): self.names()}),
            _ => return None,
        })
    }

    /// The value of a keyword that holds schemas; nothing where they would stand too deep.
    fn of_schemas(&mut self, keyword: &str, depth: u32) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        Some(match keyword {
            "properties" | "dependentSchemas" | "dependencies" => self.map(NAMES, depth),
            "patternProperties" => self.map(PATTERNS, depth),
            "oneOf" | "anyOf" | "allOf" | "prefixItems" => self.list(depth),
            _ => self.schema(depth + 1),
        })
    }

    /// Keywords that mean something together.
    fn add_several(&mut self, schema: &mut Map<String, Value>, keyword: &str, depth: u32) {
        let mut inner = || if depth > DEEPEST { json!({}) } else { self.schema(depth + 1) };
        let pairs = match keyword {
            "itemList" => vec![("items", json!([inner(), inner()])), ("additionalItems", inner())],
            "counted" => vec![("contains", inner()), ("minContains", json!(0)), ("maxContains", json!(2))],
            "if" => vec![("if", inner()), ("then", inner()), ("else", inner())],
            "boolean" => vec![("not", json!(depth.is_multiple_of(2)))],
            _ => {
                let other = inner();
                let to = if self.has_resources { "two" } else { "#two" };
                vec![("allOf", json!([{"$ref": to}, other]))]
            }
        };
        let (first, others) = pairs.split_first().unwrap();
        let others: Vec<_> = others.iter().filter(|_| !self.random.chance(3)).collect();
        for (keyword, value) in std::iter::once(first).chain(others) {
            schema.insert((*keyword).to_owned(), value.clone());
        }
    }

    /// A boolean beside a bound in draft-04, a bound of its own since draft-06.
    fn exclusive(&mut self, schema: &mut Map<String, Value>) {
        let (bound, exclusive) =
            if self.random.chance(2) { ("minimum", "exclusiveMinimum") } else { ("maximum", "exclusiveMaximum") };
        let edge = json!(self.random.below(3));
        if self.version == Version::Draft4 {
            schema.insert(bound.to_owned(), edge);
            schema.insert(exclusive.to_owned(), json!(!self.random.chance(4)));
        } else {
            schema.insert(exclusive.to_owned(), edge);
        }
    }

    /// A list of elements, and mostly that there are as many.
    fn tuple(&mut self, schema: &mut Map<String, Value>, depth: u32) {
        let elements: Vec<Value> =
            (0..2).map(|_| if depth > DEEPEST { json!({}) } else { self.schema(depth + 1) }).collect();
        let is_new = self.version == Version::Draft2020;
        let (list, others) = if is_new { ("prefixItems", "items") } else { ("items", "additionalItems") };
        schema.insert(list.to_owned(), json!(elements));
        schema.insert("minItems".to_owned(), json!(if self.random.chance(6) { 1 } else { 2 }));
        let closing = if self.random.chance(2) { (others, json!(false)) } else { ("maxItems", json!(2)) };
        schema.insert(closing.0.to_owned(), closing.1);
    }

    fn reference(&mut self) -> Value {
        let name = self.random.pick(&["one", "two", "three"]);
        match self.version {
            Version::Draft2020 if self.random.chance(8) => json!("#"),
            Version::Draft2020 if self.has_resources => json!(name),
            Version::Draft2020 if self.random.chance(2) => json!(format!("#{name}")),
            Version::Draft2020 => json!(format!("#/$defs/{name}")),
            _ => json!(format!("#/definitions/{name}")),
        }
    }
}
