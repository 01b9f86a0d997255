//! What the tolerant reading adds: the schema as if its author had allowed more.
//!
//! A server adds values, members and branches before its schema is published; Clerk's own SDKs
//! read on, and so does this reading. Each pass only widens: what the strict types accept, the
//! tolerant ones accept.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, branches, flag, list, text, texts};
use serde_json::Value;
use std::collections::BTreeSet;

/// Present where null is read as absence.
pub(super) const LENIENT: &str = "x-lower-lenient";
/// Present where members that the schema forbids are ignored.
pub(super) const IGNORE_UNLISTED: &str = "x-lower-ignore-unlisted";
/// Present where a union keeps what it does not know, and takes the first branch of several.
pub(super) const KEEP_UNKNOWN: &str = "x-lower-keep-unknown";

/// Opens every enum of two or more values.
///
/// Applies to all subschemas. As if each said `x-speakeasy-unknown-values: allow` (Speakeasy,
/// "Open enums"). An enum of one value is an identity, not a choice, and stays as it is.
pub(super) fn open_enums(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        if list(schema, "enum").len() > 1 {
            schema.insert("x-speakeasy-unknown-values".to_owned(), Value::from("allow"));
        }
    });
}

/// Keeps objects whose tag names no branch, and takes the first branch where several fit.
///
/// Applies to all subschemas. OpenAPI 3.0.3, "Discriminator Object", leaves open what a reader
/// does with a tag that it does not know.
pub(super) fn keep_unknown_branches(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        if branches(schema).is_some() {
            schema.insert(KEEP_UNKNOWN.to_owned(), Value::Bool(true));
        }
    });
}

/// Ignores the members that `additionalProperties: false` forbids.
///
/// Applies to all subschemas (JSON Schema 2020-12 core, section 10.3.2.3).
pub(super) fn ignore_unlisted_members(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            schema.insert(IGNORE_UNLISTED.to_owned(), Value::Bool(true));
        }
    });
}

/// Reads null as absence where a property is optional and not nullable.
///
/// Applies to all properties that are not in `required` (JSON Schema 2020-12 validation,
/// section 6.5.3). A property of any type has null among its values and keeps it.
pub(super) fn read_null_as_absent(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, _| {
        let required: BTreeSet<String> = texts(schema, "required").map(str::to_owned).collect();
        let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
        for (name, property) in properties {
            if let Value::Object(property) = property
                && !required.contains(name)
                && !flag(property, "nullable")
                && says_what_it_is(property)
            {
                property.insert(LENIENT.to_owned(), Value::Bool(true));
            }
        }
    });
}

fn says_what_it_is(property: &super::draft::Schema) -> bool {
    text(property, "type").is_some()
        || ["$ref", "enum", "oneOf", "anyOf"].iter().any(|keyword| property.contains_key(*keyword))
}

/// Takes off the checks that decide no type.
///
/// Applies to all subschemas: `pattern`, `minLength` and `maxLength` (JSON Schema 2020-12
/// validation, section 6.3), and conditions on which members are present.
pub(super) fn take_off_checks(draft: &mut Draft<'_>) {
    const CHECKS: &[&str] = &["pattern", "minLength", "maxLength", ANY_OF_REQUIRED];
    draft.for_each_schema(|schema, _| schema.retain(|keyword, _| !CHECKS.contains(&keyword.as_str())));
}
