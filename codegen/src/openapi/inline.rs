//! Parameters and headers that are schemas themselves, as in Swagger 2.0.

use serde_json::{Map, Value};

/// What a parameter or a header says that its schema does not (Swagger 2.0, "Parameter Object" and "Items Object").
const OF_THE_PARAMETER: &[&str] = &["name", "in", "required", "collectionFormat", "allowEmptyValue"];

/// The schema of a parameter or a header that is one itself.
pub(super) fn without_place(value: &Value) -> Value {
    let Some(members) = value.as_object() else { return value.clone() };
    let own = members.iter().filter(|(name, _)| !OF_THE_PARAMETER.contains(&name.as_str()));
    let schema = own.map(|(name, value)| {
        let value = if name == "items" { without_place(value) } else { value.clone() };
        (name.clone(), value)
    });
    Value::Object(schema.collect::<Map<_, _>>())
}
