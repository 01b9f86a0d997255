//! Equality with a value that a schema lists: `1` is `1.0`, and members have no order (JSON Schema 2020-12 core,
//! section 4.2.2).

use super::{Decimal, Json, View};

/// Whether a value is the one that a schema lists.
pub(crate) fn is_equal(listed: &Json, value: &View<'_>) -> bool {
    match (listed, value) {
        (Json::Null, View::Null) => true,
        (Json::Boolean(listed), View::Boolean(value)) => listed == value,
        (Json::Number(listed), View::Number(value)) => Decimal::parse(listed) == Decimal::parse(&value.to_string()),
        (Json::String(listed), View::String(value)) => listed == value,
        (Json::Array(listed), View::Array(values)) => {
            listed.len() == values.len()
                && listed.iter().zip(*values).all(|(listed, value)| is_equal(listed, &value.view()))
        }
        (Json::Object(listed), View::Object(members)) => {
            let has = |(name, listed): &(&str, Json)| {
                members.find(name).is_some_and(|member| is_equal(listed, &member.value.view()))
            };
            listed.len() == members.0.len() && listed.iter().all(has)
        }
        _ => false,
    }
}
