//! The least value of a schema, and values that show where two schemas differ.

use super::patterns::of_pattern;
use super::spot::{Kind, Unlisted, branches, flag, follow, kind, list, properties, property, tag, text, unlisted};
use crate::lower::{CONDITIONS, Schema};
use serde_json::{Value, json};

/// Makes values of the schemas of some definitions.
#[derive(Clone, Copy)]
pub(super) struct Maker<'d> {
    pub(super) definitions: &'d Schema,
}

/// How deep values are varied.
const DEEPEST: u32 = 2;
/// How many values of one schema are made.
const MOST: usize = 48;

impl<'d> Maker<'d> {
    /// A small value that the schema allows by the letter.
    pub(super) fn least(self, schema: &'d Schema) -> Option<Value> {
        self.least_beyond(schema, &mut Vec::new())
    }

    /// The least object in which a member need not be present.
    pub(super) fn least_without(self, schema: &'d Schema, name: &str) -> Option<Value> {
        let spares = |names: &&Value| names.as_array().is_some_and(|names| names.iter().all(|other| other != name));
        let condition = list(schema, CONDITIONS).iter().find(spares).and_then(Value::as_array);
        self.least_object(schema, condition, &mut Vec::new())
    }

    /// A least value never holds another of the same definition, so what is around is not entered again.
    fn least_beyond(self, schema: &'d Schema, around: &mut Vec<&'d str>) -> Option<Value> {
        if let Some(key) = text(schema, "$ref") {
            if around.contains(&key) {
                return flag(schema, "nullable").then_some(Value::Null);
            }
            around.push(key);
            let least = self.least_beyond(follow_once(self.definitions, schema), around);
            around.pop();
            return least;
        }
        match kind(schema) {
            Kind::Any | Kind::Integer | Kind::Number => Some(json!(0)),
            Kind::Enum => list(schema, "enum").first().cloned(),
            Kind::Boolean => Some(json!(false)),
            Kind::Array => Some(json!([])),
            Kind::String => strings(schema).into_iter().next().map(Value::String),
            Kind::Object => {
                let condition = list(schema, CONDITIONS).first().and_then(Value::as_array);
                self.least_object(schema, condition, around)
            }
            Kind::Union => {
                let (_, inner) = branches(schema)?;
                let mut all = inner.iter().filter_map(Value::as_object).enumerate();
                all.find_map(|(index, branch)| Some(tagged(schema, index, self.least_beyond(branch, around)?)))
            }
        }
    }

    /// The object of its required members, and of those that a condition wants.
    fn least_object(
        self,
        schema: &'d Schema,
        condition: Option<&'d Vec<Value>>,
        around: &mut Vec<&'d str>,
    ) -> Option<Value> {
        let names = list(schema, "required").iter().filter_map(Value::as_str);
        let names = names.chain(condition.into_iter().flatten().filter_map(Value::as_str));
        let mut members = Schema::new();
        for name in names {
            let value = match property(schema, name) {
                Some(inner) => self.least_beyond(inner, around)?,
                None => json!(0),
            };
            members.insert(name.to_owned(), value);
        }
        Some(Value::Object(members))
    }

    /// Values of every sort that the schema speaks of, the simple ones first.
    pub(super) fn values(self, schema: &'d Schema) -> Vec<Value> {
        let mut values = self.vary(schema, 0);
        values.truncate(MOST);
        values
    }

    fn vary(self, schema: &'d Schema, depth: u32) -> Vec<Value> {
        let mut values: Vec<Value> = self.least(schema).into_iter().collect();
        values.extend(flag(schema, "nullable").then_some(Value::Null));
        if depth > DEEPEST {
            return values;
        }
        let target = follow(self.definitions, schema);
        match kind(target) {
            Kind::Enum => {
                values.extend(list(target, "enum").iter().cloned());
                values.push(json!("unlisted"));
            }
            Kind::String => values.extend(strings(target).into_iter().map(Value::String)),
            Kind::Array => values.extend(self.arrays(target, depth)),
            Kind::Object => values.extend(self.objects(target, depth)),
            Kind::Union => values.extend(self.unions(target, depth)),
            Kind::Any | Kind::Integer | Kind::Number | Kind::Boolean => {}
        }
        values
    }

    fn arrays(self, schema: &'d Schema, depth: u32) -> Vec<Value> {
        let item = schema.get("items").and_then(Value::as_object);
        item.map(|item| self.vary(item, depth + 1)).unwrap_or_default().into_iter().map(|item| json!([item])).collect()
    }

    /// The least object, with each member in turn absent, null and of every sort, and with one that is not listed.
    fn objects(self, schema: &'d Schema, depth: u32) -> Vec<Value> {
        let Some(least) = self.least(schema) else { return Vec::new() };
        let conditions = list(schema, CONDITIONS).iter().filter_map(Value::as_array);
        let mut values: Vec<Value> =
            conditions.filter_map(|names| self.least_object(schema, Some(names), &mut Vec::new())).collect();
        values.push(with(&least, "unlisted", Some(json!(0))));
        if let Unlisted::Typed(inner) = unlisted(schema) {
            values.extend(self.vary(inner, depth + 1).into_iter().map(|value| with(&least, "unlisted", Some(value))));
        }
        for (name, inner) in properties(schema) {
            values.push(with(&least, name, None));
            for value in self.vary(inner, depth + 1) {
                values.push(with(&least, name, Some(value)));
            }
        }
        values
    }

    /// The values of each branch: as they are, with their tag, with none, and with one that means no branch.
    fn unions(self, schema: &'d Schema, depth: u32) -> Vec<Value> {
        let Some((_, inner)) = branches(schema) else { return Vec::new() };
        let mut values = Vec::new();
        for (index, branch) in inner.iter().filter_map(Value::as_object).enumerate() {
            for value in self.vary(branch, depth + 1) {
                values.push(tagged(schema, index, value.clone()));
                if let Some(name) = tag(schema) {
                    values.push(with(&value, name, None));
                    values.push(with(&value, name, Some(json!("unlisted"))));
                }
                values.push(value);
            }
        }
        values
    }
}

fn follow_once<'s>(definitions: &'s Schema, schema: &'s Schema) -> &'s Schema {
    let next = text(schema, "$ref").and_then(|key| definitions.get(key)).and_then(Value::as_object);
    next.unwrap_or(schema)
}

/// The value of a branch with the tag that means it, unless it has one.
pub(super) fn tagged(union: &Schema, index: usize, value: Value) -> Value {
    let meaning = super::found::told(union, index).1.first().copied();
    match (value, tag(union), meaning) {
        (Value::Object(mut members), Some(name), Some(meaning)) => {
            members.entry(name).or_insert_with(|| json!(meaning));
            Value::Object(members)
        }
        (value, ..) => value,
    }
}

/// An object with a member set, or without it.
pub(super) fn with(object: &Value, name: &str, value: Option<Value>) -> Value {
    let mut object = object.clone();
    if let Some(members) = object.as_object_mut() {
        match value {
            Some(value) => members.insert(name.to_owned(), value),
            None => members.shift_remove(name),
        };
    }
    object
}

/// Strings that the checks of a schema allow, and some at their edges.
fn strings(schema: &Schema) -> Vec<String> {
    let length = |keyword| schema.get(keyword).and_then(Value::as_u64).and_then(|length| usize::try_from(length).ok());
    let (least, most) = (length("minLength"), length("maxLength"));
    if let Some(pattern) = text(schema, "pattern") {
        let lengths = [0, 1, 2, 3, least.unwrap_or_default(), most.unwrap_or_default()];
        return lengths.into_iter().filter_map(|repeated| of_pattern(pattern, repeated.min(LONGEST))).collect();
    }
    let edges = [least, least.and_then(|least| least.checked_sub(1)), most, most.map(|most| most.saturating_add(1))];
    let mut lengths: Vec<usize> = edges.into_iter().flatten().filter(|length| *length <= LONGEST).collect();
    lengths.push(0);
    lengths.sort_by_key(|length| (least.is_some_and(|least| *length < least), *length));
    lengths.into_iter().map(|length| "a".repeat(length)).collect()
}

/// Samples are to be read by people.
pub(super) const LONGEST: usize = 512;
