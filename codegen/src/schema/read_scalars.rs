//! Keywords whose values hold no schemas.

use super::node::{Dialect, Node, Reference};
use super::type_set::TypeSet;
use super::vocabulary::Word;
use super::wrong::discriminator;
use serde_json::Value;

pub(super) fn read_reference(node: &mut Node, word: &'static Word, value: &Value, base: &str) -> bool {
    if !matches!(word.name, "$ref" | "$dynamicRef" | "$recursiveRef") {
        return false;
    }
    let text = text(value).unwrap_or_default();
    node.refs.push(Reference { keyword: word.name, text, base: base.to_owned(), target: None });
    true
}

pub(super) fn read_scalar(node: &mut Node, word: &Word, value: &Value) -> bool {
    let bound = || if let Value::Number(number) = value { Some(number.clone()) } else { None };
    match word.name {
        "type" => {
            node.type_list = type_list(value);
            node.types = Some(node.type_list.iter().copied().fold(TypeSet::NONE, TypeSet::with));
        }
        "enum" => node.values = value.as_array().cloned(),
        "const" => node.constant = Some(value.clone()),
        "minimum" => node.number.minimum = bound(),
        "maximum" => node.number.maximum = bound(),
        "exclusiveMinimum" => node.number.exclusive_minimum = bound(),
        "exclusiveMaximum" => node.number.exclusive_maximum = bound(),
        "multipleOf" => node.number.multiple_of = bound(),
        "pattern" => node.text.pattern = text(value),
        "minLength" => node.text.min_length = count(value).filter(|least| *least > 0),
        "maxLength" => node.text.max_length = count(value),
        _ => return false,
    }
    true
}

pub(super) fn read_dialect(dialect: &mut Dialect, word: &Word, value: &Value) -> bool {
    match word.name {
        "nullable" => dialect.nullable = *value == Value::Bool(true),
        "x-speakeasy-unknown-values" => dialect.is_open = value == "allow",
        "x-speakeasy-name-override" => dialect.name = text(value),
        "discriminator" => dialect.discriminator = Some(discriminator(value)),
        _ => return false,
    }
    true
}

/// The types that a name, or a list of names, means.
pub(super) fn type_list(value: &Value) -> Vec<TypeSet> {
    let one = |value: &Value| value.as_str().and_then(TypeSet::named);
    value.as_array().map_or_else(|| one(value).into_iter().collect(), |names| names.iter().filter_map(one).collect())
}

/// A number of things: `2.0` is one (JSON Schema 2020-12 core, section 4.2.1).
pub(super) fn count(value: &Value) -> Option<u64> {
    let whole = |number: f64| number.to_string().parse().ok();
    value.as_u64().or_else(|| whole(value.as_f64()?))
}

pub(super) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

pub(super) fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(text).collect()
}

pub(super) fn lists(value: &Value) -> Vec<(String, Vec<String>)> {
    let members = value.as_object().into_iter().flatten().filter(|(_, names)| names.is_array());
    members.map(|(name, names)| (name.clone(), texts(names))).collect()
}
