//! What a schema says, without a look at any other.

use crate::plan::{Json, NumberDemand};
use crate::schema::{Node, NumberRules, Role, TypeSet, find};
use serde_json::{Number, Value};

/// Whether a node has an assertion besides these.
pub(super) fn asserts(node: &Node, besides: &[&str]) -> bool {
    node.boolean == Some(false) || node.dialect.is_open || asserts_more(node, besides)
}

/// Whether it has a keyword that refuses values, besides those.
pub(super) fn asserts_more(node: &Node, besides: &[&str]) -> bool {
    let is_other = |keyword: &String| {
        !besides.contains(&keyword.as_str()) && find(keyword).is_some_and(|word| word.role == Role::Assertion)
    };
    node.keywords.iter().any(is_other)
}

/// The list of a branch that only says `required`.
pub(super) fn only_required(node: &Node) -> Option<Vec<String>> {
    let is_object = node.types.is_none_or(|types| types == TypeSet::OBJECT);
    let required = node.object.required.as_ref().filter(|_| is_object && !asserts(node, &["type", "required"]))?;
    Some(required.clone())
}

/// Whether a schema lists its values.
pub(super) fn lists(node: &Node) -> bool {
    node.values.is_some() || node.constant.is_some()
}

/// The bounds of a number, each with its keyword.
pub(super) fn bounds(rules: &NumberRules) -> Vec<(&'static str, NumberDemand)> {
    let text = |number: &Number| number.to_string();
    let all = [
        ("minimum", rules.minimum.as_ref().map(text).map(NumberDemand::Minimum)),
        ("maximum", rules.maximum.as_ref().map(text).map(NumberDemand::Maximum)),
        ("exclusiveMinimum", rules.exclusive_minimum.as_ref().map(text).map(NumberDemand::ExclusiveMinimum)),
        ("exclusiveMaximum", rules.exclusive_maximum.as_ref().map(text).map(NumberDemand::ExclusiveMaximum)),
        ("multipleOf", rules.multiple_of.as_ref().map(text).map(NumberDemand::MultipleOf)),
    ];
    all.into_iter().filter_map(|(keyword, bound)| Some((keyword, bound?))).collect()
}

/// A value as the Plan has it.
pub(crate) fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Boolean(*value),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(elements) => Json::Array(elements.iter().map(json).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), json(value))).collect())
        }
    }
}
