//! Leaves only unions of two or more branches, and those with a discriminator.

use super::draft::{Draft, Schema, branches, list, source, text};
use super::merge_all_of::absorb_only_part;
use super::notes;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use serde_json::{Value, json};

/// Lists of properties, of one of which all must be present.
pub(super) const ANY_OF_REQUIRED: &str = "x-lower-any-of-required";

/// Leaves only unions of two or more branches, and those with a discriminator.
///
/// Applies to all subschemas. A `oneOf` or `anyOf` of one branch is that branch (JSON Schema
/// 2020-12 core, sections 10.2.1.2 and 10.2.1.3); an `anyOf` whose branches only say `required`
/// describes no other types, but which members must be there.
pub(super) fn collapse_unions(draft: &mut Draft<'_>) {
    draft.for_each_schema(|schema, diagnostics| {
        diagnostics.extend(take_required_only(schema));
        let refused = refuse_mixed(schema);
        if refused.is_none() {
            diagnostics.extend(unchecked_type(schema));
            collapse(schema);
        }
        diagnostics.extend(refused.or_else(|| drop_discriminator(schema)));
    });
}

/// Branches that only say `required` are a condition on the object beside them.
fn take_required_only(schema: &mut Schema) -> Option<Diagnostic> {
    let (keyword, inner) = branches(schema)?;
    let lists: Option<Vec<Value>> = inner.iter().map(only_required).collect();
    let lists = lists.filter(|lists| !lists.is_empty())?;
    let at = pointer::join(source(schema), keyword);
    schema.remove(keyword);
    if keyword == "anyOf" {
        schema.insert(ANY_OF_REQUIRED.to_owned(), Value::Array(lists));
        return None;
    }
    notes::add(schema, notes::unchecked(keyword, &Value::Array(lists)));
    Some(Diagnostic::new(
        Severity::Warning,
        Code::UncheckedKeyword,
        &at,
        "that exactly one of these lists of members is present is not checked",
        "check it where you use the value; the documentation of the type says so as well",
    ))
}

fn only_required(branch: &Value) -> Option<Value> {
    let branch = branch.as_object()?;
    let telling = branch.iter().filter(|(keyword, value)| !keyword.starts_with("x-lower-") && *value != "object");
    telling.map(|(keyword, _)| keyword).eq(["required"]).then(|| branch["required"].clone())
}

const BESIDE_A_UNION: &[&str] = &[
    "$ref",
    "enum",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "pattern",
    "minLength",
    "maxLength",
    ANY_OF_REQUIRED,
];

fn refuse_mixed(schema: &mut Schema) -> Option<Diagnostic> {
    let (keyword, inner) = branches(schema)?;
    let at = pointer::join(source(schema), keyword);
    if inner.is_empty() {
        return Some(Diagnostic::error(
            Code::EmptyUnion,
            &at,
            format!("`{keyword}` has no branch, so no value is allowed"),
            "list the branches, or leave the keyword out",
        ));
    }
    let both = keyword == "oneOf" && schema.contains_key("anyOf");
    let beside = BESIDE_A_UNION.iter().find(|other| schema.contains_key(**other)).copied();
    beside.or(both.then_some("anyOf")).map(|other| {
        let other = if other == ANY_OF_REQUIRED { "anyOf" } else { other };
        Diagnostic::error(
            Code::UnsupportedKeyword,
            &at,
            format!("`{keyword}` beside `{other}` cannot be carried into Rust types"),
            format!("move `{other}` into each branch"),
        )
    })
}

/// A type beside a union forbids the branches of other types.
fn unchecked_type(schema: &Schema) -> Option<Diagnostic> {
    let (keyword, inner) = branches(schema)?;
    let own = text(schema, "type")?;
    let fits = |name: &str| name == own || (own == "number" && name == "integer");
    let mut names = inner.iter().filter_map(|branch| branch.get("type").and_then(Value::as_str));
    names.any(|name| !fits(name)).then(|| {
        Diagnostic::new(
            Severity::Warning,
            Code::UncheckedKeyword,
            &pointer::join(source(schema), "type"),
            format!("`type` beside `{keyword}` is not checked: the types read branches that it forbids"),
            format!("leave `type` to the branches of the `{keyword}`"),
        )
    })
}

fn drop_discriminator(schema: &mut Schema) -> Option<Diagnostic> {
    if branches(schema).is_some() {
        return None;
    }
    schema.remove("discriminator").map(|_| {
        Diagnostic::new(
            Severity::Note,
            Code::DroppedAnnotation,
            &pointer::join(source(schema), "discriminator"),
            "`discriminator` without `oneOf` or `anyOf` beside it has no place in the types",
            "list the schemas that it tells apart in a `oneOf` beside it",
        )
    })
}

fn collapse(schema: &mut Schema) {
    let Some((keyword, _)) = branches(schema) else { return };
    let Some(Value::Array(mut inner)) = schema.remove(keyword) else { return };
    if inner.len() > 1 || schema.contains_key("discriminator") {
        share_type(schema, &mut inner);
        schema.insert(keyword.to_owned(), Value::Array(inner));
    } else if let Some(Value::Object(only)) = inner.pop() {
        absorb_typed(schema, only);
    }
}

/// The only branch takes the type beside it when it has none of its own.
fn absorb_typed(schema: &mut Schema, mut only: Schema) {
    if let Some(name) = schema.get("type").cloned()
        && !says_type(&only)
    {
        only.insert("type".to_owned(), name);
    }
    absorb_only_part(schema, only);
}

/// A type beside a union is the type of each branch.
fn share_type(schema: &mut Schema, inner: &mut [Value]) {
    let Some(name) = schema.remove("type") else { return };
    for branch in inner.iter_mut().filter_map(Value::as_object_mut) {
        if !says_type(branch) {
            branch.insert("type".to_owned(), json!(name));
        }
    }
}

fn says_type(schema: &Schema) -> bool {
    let says = ["$ref", "enum", "oneOf", "anyOf"].iter().any(|keyword| schema.contains_key(*keyword));
    says || text(schema, "type").is_some() || !list(schema, "type").is_empty()
}
