//! The least value of a type, and values that show where two types differ.

use super::named::names_in;
use super::numbers::numbers;
use super::strings::{name_by_pattern, strings};
use super::with::{with, with_element};
use crate::diff::kind::{Members, Unlisted, members, union, unlisted};
use crate::model::{ArrayShape, Model, Shape, TyId, UnionShape};
use crate::plan::Demand;
use serde_json::{Map, Value, json};

/// Makes values of the types of a model.
#[derive(Clone, Copy)]
pub(in crate::diff) struct Maker<'m> {
    pub(in crate::diff) model: &'m Model,
}

/// How deep values are varied.
const DEEPEST: u32 = 2;
/// How many values of one type are made.
const MOST: usize = 48;
/// How many elements or members a sample has because a check wants so many.
const MOST_COUNTED: u64 = 32;

impl Maker<'_> {
    /// A small value that the type allows by the letter, as far as its shape tells.
    pub(in crate::diff) fn least(self, id: TyId) -> Option<Value> {
        self.least_beyond(id, &mut Vec::new())
    }

    /// The least object in which a member need not be present.
    pub(super) fn least_without(self, id: TyId, name: &str) -> Option<Value> {
        let members = members(&self.model.ty(self.model.follow(id)).shape)?;
        let condition = members.any_of.iter().find(|names| names.iter().all(|other| other != name));
        self.least_object(id, members, condition, &mut Vec::new())
    }

    /// A least value never holds another of the same type, so what is around is not entered again.
    fn least_beyond(self, id: TyId, around: &mut Vec<TyId>) -> Option<Value> {
        let target = self.model.follow(id);
        if around.contains(&target) {
            return self.model.allows_null(id).then_some(Value::Null);
        }
        around.push(target);
        let least = self.least_of_target(target, around);
        around.pop();
        least
    }

    fn least_of_target(self, id: TyId, around: &mut Vec<TyId>) -> Option<Value> {
        let ty = self.model.ty(id);
        match &ty.shape {
            Shape::Never => None,
            Shape::Null => Some(Value::Null),
            Shape::Boolean => Some(json!(false)),
            Shape::Any | Shape::Ref(_) => {
                let listed = ty.rule.iter().find_map(|demand| match demand {
                    Demand::Values(values) => values.first(),
                    _ => None,
                });
                Some(listed.map_or_else(|| json!(0), crate::project::value_of))
            }
            Shape::Integer(_) | Shape::Number(_) => numbers(&ty.demands()).into_iter().next(),
            Shape::Text(_) => strings(&ty.demands()).into_iter().next().map(Value::String),
            Shape::Values(shape) => shape.listed.first().cloned(),
            Shape::Array(shape) => self.least_array(shape, around),
            Shape::Tuple(elements) => elements.iter().map(|element| self.least_beyond(*element, around)).collect(),
            Shape::Map(_) | Shape::Object(_) => {
                let members = members(&ty.shape)?;
                self.least_object(id, members, members.any_of.first(), around)
            }
            Shape::Union(shape) => {
                let mut all = shape.branches.iter().enumerate();
                all.find_map(|(index, branch)| Some(tagged(shape, index, self.least_beyond(branch.ty, around)?)))
            }
        }
    }

    fn least_array(self, shape: &ArrayShape, around: &mut Vec<TyId>) -> Option<Value> {
        let count = shape.min_items.unwrap_or_default().min(MOST_COUNTED);
        let item = match shape.item {
            Some(item) if count > 0 => self.least_beyond(item, around)?,
            _ => json!(0),
        };
        Some((0..count).map(|_| item.clone()).collect())
    }

    /// The object of its required members, of those that a condition wants, and of as many as are counted.
    fn least_object(
        self,
        id: TyId,
        members: Members<'_>,
        condition: Option<&Vec<String>>,
        around: &mut Vec<TyId>,
    ) -> Option<Value> {
        let required = members.fields.iter().filter(|field| field.is_required).map(|field| &field.name);
        let mut object = Map::new();
        for name in required.chain(condition.into_iter().flatten()) {
            let value = match members.field(name) {
                Some(field) => self.least_beyond(field.ty, around)?,
                None => json!(0),
            };
            object.insert(name.clone(), value);
        }
        let counted = self.model.ty(id).rule.iter().filter_map(|demand| match demand {
            Demand::MinProperties(least) => usize::try_from((*least).min(MOST_COUNTED)).ok(),
            _ => None,
        });
        let least = counted.max().unwrap_or_default();
        for field in members.fields {
            if object.len() < least && !object.contains_key(&field.name) {
                object.extend(self.least_beyond(field.ty, around).map(|value| (field.name.clone(), value)));
            }
        }
        Some(Value::Object(object))
    }

    /// Values of every sort that the type speaks of, the simple ones first.
    pub(super) fn values(self, id: TyId) -> Vec<Value> {
        let mut values = self.vary(id, 0);
        values.truncate(MOST);
        values
    }

    fn vary(self, id: TyId, depth: u32) -> Vec<Value> {
        let mut values: Vec<Value> = self.least(id).into_iter().collect();
        values.extend(self.model.allows_null(id).then_some(Value::Null));
        if depth > DEEPEST {
            return values;
        }
        let target = self.model.follow(id);
        let ty = self.model.ty(target);
        match &ty.shape {
            Shape::Values(shape) => {
                values.extend(shape.listed.iter().cloned());
                values.push(json!("unlisted"));
            }
            Shape::Text(_) => values.extend(strings(&ty.demands()).into_iter().map(Value::String)),
            Shape::Integer(_) | Shape::Number(_) => {
                values.extend(numbers(&ty.demands()));
                values.push(json!(1.0));
            }
            Shape::Array(shape) => values.extend(self.arrays(target, shape, depth)),
            Shape::Tuple(elements) => values.extend(self.tuples(target, elements, depth)),
            Shape::Map(_) | Shape::Object(_) => values.extend(self.objects(target, depth)),
            Shape::Union(shape) => values.extend(self.unions(shape, depth)),
            Shape::Any | Shape::Never | Shape::Null | Shape::Boolean | Shape::Ref(_) => {}
        }
        values
    }

    /// Arrays of one element of every sort, and some of as many as are counted.
    fn arrays(self, id: TyId, shape: &ArrayShape, depth: u32) -> Vec<Value> {
        let items = shape.item.map_or_else(|| vec![json!(0)], |item| self.vary(item, depth + 1));
        let mut arrays: Vec<Value> = match shape.item {
            Some(_) => items.iter().map(|item| json!([item])).collect(),
            None => Vec::new(),
        };
        let counts = self.model.ty(id).demands().into_iter().filter_map(|demand| match demand {
            Demand::MinItems(count) | Demand::MaxItems(count) => Some(count),
            Demand::UniqueItems => Some(1),
            _ => None,
        });
        let counts = counts.flat_map(|count| [count.saturating_sub(1), count, count.saturating_add(1)]);
        for count in counts.filter(|count| *count <= MOST_COUNTED) {
            let count = usize::try_from(count).unwrap_or_default();
            arrays.push(items.iter().cycle().take(count).cloned().collect());
            arrays.extend(items.first().map(|item| Value::Array(vec![item.clone(); count])));
        }
        arrays
    }

    /// The least tuple, with each element in turn of every sort, and one that is too short and one that is too long.
    fn tuples(self, id: TyId, elements: &[TyId], depth: u32) -> Vec<Value> {
        let Some(least) = self.least(id) else { return Vec::new() };
        let whole = least.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut values =
            vec![Value::from(whole.get(1..).unwrap_or_default()), whole.iter().chain(&[json!(0)]).cloned().collect()];
        for (place, element) in elements.iter().enumerate() {
            let all = self.vary(*element, depth + 1).into_iter();
            values.extend(all.map(|value| with_element(least.clone(), place, value)));
        }
        values
    }

    /// The least object, with each member in turn absent, null and of every sort, and with one that is not listed.
    fn objects(self, id: TyId, depth: u32) -> Vec<Value> {
        let Some((least, members)) = self.least(id).zip(members(&self.model.ty(id).shape)) else { return Vec::new() };
        let conditions = members.any_of.iter();
        let mut values: Vec<Value> =
            conditions.filter_map(|names| self.least_object(id, members, Some(names), &mut Vec::new())).collect();
        values.push(with(&least, "unlisted", Some(json!(0))));
        let names = names_in(self.model, &self.model.ty(id).rule);
        let unknown = names.iter().filter(|name| members.field(name).is_none());
        values.extend(unknown.map(|name| with(&least, name, Some(json!(0)))));
        if let Unlisted::Typed(inner) = unlisted(self.model, members.rest) {
            values.extend(self.vary(inner, depth + 1).into_iter().map(|value| with(&least, "unlisted", Some(value))));
        }
        for by_pattern in members.patterns {
            let Some(name) = name_by_pattern(&by_pattern.pattern) else { continue };
            let inner = by_pattern.value.map(|value| self.vary(value, depth + 1)).unwrap_or_default();
            values.extend(inner.into_iter().chain([json!(0)]).map(|value| with(&least, &name, Some(value))));
        }
        for field in members.fields {
            values.push(with(&least, &field.name, None));
            for value in self.vary(field.ty, depth + 1) {
                values.push(with(&least, &field.name, Some(value)));
            }
        }
        values
    }

    /// The values of each branch: as they are, with their tag, with none, and with one that means no branch.
    fn unions(self, shape: &UnionShape, depth: u32) -> Vec<Value> {
        let mut values = Vec::new();
        for (index, branch) in shape.branches.iter().enumerate() {
            for value in self.vary(branch.ty, depth + 1) {
                values.push(tagged(shape, index, value.clone()));
                if let Some(name) = &shape.tag {
                    values.push(with(&value, name, None));
                    values.push(with(&value, name, Some(json!("unlisted"))));
                }
                values.push(value);
            }
        }
        values
    }
}

/// The value of a branch of a type with the tag that means it.
pub(super) fn tagged_in(model: &Model, id: TyId, index: usize, value: Value) -> Value {
    match union(&model.ty(model.follow(id)).shape) {
        Some(shape) => tagged(shape, index, value),
        None => value,
    }
}

/// The value of a branch with the tag that means it, unless it has one.
fn tagged(union: &UnionShape, index: usize, value: Value) -> Value {
    let meaning = union.branches.get(index).and_then(|branch| branch.tags.first());
    match (value, &union.tag, meaning) {
        (Value::Object(mut members), Some(name), Some(meaning)) => {
            members.entry(name).or_insert_with(|| json!(meaning));
            Value::Object(members)
        }
        (value, ..) => value,
    }
}
