//! Takes the named schemas out of the schemas that hold them.

use super::draft::{Draft, Schema, source, visit_subschemas};
use serde_json::Value;

const HOLDERS: &[&str] = &["$defs", "definitions"];

/// Takes every member of `$defs` and `definitions` out of the schema that holds it.
///
/// Applies to all subschemas. Both keywords only give schemas a place to stand (JSON Schema
/// 2020-12 core, section 8.2.4); from here on each stands in the draft, under its JSON pointer,
/// in the order of the text.
pub(super) fn lift_definitions(draft: &mut Draft<'_>) {
    let mut lifted = Vec::new();
    for definition in draft.definitions.values_mut() {
        visit_subschemas(definition, &mut |schema| lift(schema, &mut lifted));
    }
    let order = |value: &Value| draft.document.position(value.as_object().map_or("", source));
    lifted.sort_by_cached_key(order);
    for value in lifted {
        let key = value.as_object().map_or("", source).to_owned();
        draft.definitions.insert(key, value);
    }
}

fn lift(schema: &mut Schema, lifted: &mut Vec<Value>) {
    for keyword in HOLDERS {
        if let Some(Value::Object(members)) = schema.remove(*keyword) {
            lifted.extend(members.into_iter().map(|(_, definition)| definition));
        }
    }
}
