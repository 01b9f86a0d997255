//! What the parts of a document are called in a report.

use crate::openapi::{Api, Kind, Operation, Root};
use crate::pointer;

/// The operation into which a JSON pointer leads.
pub(super) fn operation_at<'a>(api: &'a Api, at: &str) -> Option<&'a Operation> {
    let holds = |operation: &&Operation| is_in(at, &operation.at);
    api.operations.iter().filter(holds).max_by_key(|operation| operation.at.len())
}

/// The schema with a name into which a JSON pointer leads.
pub(super) fn named_at<'a>(api: &'a Api, at: &str) -> Option<&'a Root> {
    api.around(at).filter(|root| root.kind == Kind::Named)
}

pub(super) fn schema(root: &Root) -> String {
    format!("schema `{}`", root.own_name())
}

/// An operation by its method and path, and as its author calls it.
pub(super) fn operation(operation: &Operation) -> String {
    let by = if operation.is_inbound { ", called by the server" } else { "" };
    let place = format!("{} {}{by}", operation.method, operation.path);
    match &operation.id {
        Some(id) => format!("{place} (`{id}`)"),
        None => place,
    }
}

/// The part of a document into which a JSON pointer leads: what is in another file is a part of what was entered.
pub(super) fn home<'p>(api: &Api, at: &'p str, entry: &'p str) -> &'p str {
    let is_known = pointer::other_file(at).is_none() || named_at(api, at).is_some() || operation_at(api, at).is_some();
    if is_known { at } else { entry }
}

/// The schema, or the part of an operation, into which a JSON pointer leads.
pub(super) fn part_at(api: &Api, at: &str) -> String {
    if let Some(root) = named_at(api, at) {
        return schema(root);
    }
    if let Some(own) = operation_at(api, at) {
        let holds = |site: &&crate::openapi::Site| site.at.as_ref().is_some_and(|site| is_in(at, site));
        let site = own.sites.iter().filter(holds).max_by_key(|site| site.at.as_ref().map(String::len));
        let words = site.map(|site| format!(": {}", site.part.words())).unwrap_or_default();
        return format!("{}{words}", operation(own));
    }
    if let Some(own) = pointer::own_name(at).filter(|_| pointer::other_file(at).is_some()) {
        return format!("schema `{own}`");
    }
    let tokens: Vec<String> = pointer::tokens(at).collect();
    match tokens.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["paths" | "webhooks", path, ..] => format!("all of {path}"),
        ["components", kind, name, ..] | [kind, name, ..] => format!("{} `{name}`", one_of(kind)),
        _ => "the document".to_owned(),
    }
}

/// The name of one of a kind of component (OpenAPI 3.0.3, "Components Object").
fn one_of(kind: &str) -> &str {
    match kind {
        "requestBodies" => "request body",
        "pathItems" => "path item",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

/// Whether a JSON pointer is another, or leads into it.
pub(super) fn is_in(at: &str, around: &str) -> bool {
    at.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
