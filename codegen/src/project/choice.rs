//! Which schemas of an OpenAPI document are wanted.

use super::wanted::Wanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::openapi::{Api, Operation, Root, list, no_schemas, place};
use crate::schema::distance;

/// The schemas that are asked for, with all they refer to.
pub(super) fn api(document: &Document, wanted: &Wanted<'_>) -> Result<Api, Diagnostic> {
    let mut api = list(document);
    if api.roots.is_empty() {
        return Err(no_schemas(document));
    }
    let root = wanted.root.map(|given| component(document, &api.roots, given)).transpose()?;
    let mut operations: Vec<&Operation> = Vec::new();
    for given in wanted.operations {
        operations.push(operation(&api.operations, given)?);
    }
    for given in wanted.tags {
        let has_tag = |operation: &&Operation| operation.tags.contains(given);
        let tagged: Vec<&Operation> = api.operations.iter().filter(has_tag).collect();
        if tagged.is_empty() {
            return Err(no_tag(&api.operations, given));
        }
        operations.extend(tagged);
    }
    if root.is_some() || !operations.is_empty() {
        let schemas = operations.iter().flat_map(|operation| operation.schemas.iter().cloned());
        let starts: Vec<String> = root.iter().cloned().chain(schemas).collect();
        let operations: Vec<String> = operations.iter().map(|operation| operation.at.clone()).collect();
        api.keep(document, &starts, &operations);
        api.root = root;
    }
    Ok(api)
}

/// The JSON pointer of the schema that is called so, or whose type would be.
fn component(document: &Document, all: &[Root], given: &str) -> Result<String, Diagnostic> {
    let exactly = all.iter().find(|root| root.own_name() == given);
    let by_type = || all.iter().find(|root| root.type_name().as_deref() == Some(given));
    exactly.or_else(by_type).map(|root| root.at.clone()).ok_or_else(|| {
        let names = all.iter().map(Root::own_name).collect();
        Diagnostic::error(
            Code::UnknownRoot,
            place(document),
            format!("no schema is called `{given}`, nor would any get that Rust name"),
            format!("name a schema of this document; {}", nearest(names, given)),
        )
    })
}

fn operation<'a>(all: &'a [Operation], given: &str) -> Result<&'a Operation, Diagnostic> {
    let exactly = all.iter().find(|operation| operation.id.as_deref() == Some(given));
    let by_name = || all.iter().find(|operation| operation.name == given);
    exactly.or_else(by_name).ok_or_else(|| {
        let names =
            all.iter().map(|operation| operation.id.clone().unwrap_or_else(|| operation.name.clone())).collect();
        Diagnostic::error(
            Code::UnknownRoot,
            "/paths",
            format!("no operation is called `{given}`"),
            format!("name an operation by its operationId, or by its method and path; {}", nearest(names, given)),
        )
    })
}

fn no_tag(all: &[Operation], given: &str) -> Diagnostic {
    let mut names: Vec<String> = all.iter().flat_map(|operation| operation.tags.iter().cloned()).collect();
    names.sort();
    names.dedup();
    Diagnostic::error(
        Code::UnknownRoot,
        "/tags",
        format!("no operation has the tag `{given}`"),
        format!("name a tag of an operation; {}", nearest(names, given)),
    )
}

pub(super) fn no_operations() -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRoot,
        "",
        "this is a schema, and no OpenAPI document: it has no operations and no tags",
        "leave out the choice of operations and tags, or give an OpenAPI document",
    )
}

/// How many names a diagnostic proposes.
const MOST_NAMES: usize = 5;

pub(super) fn nearest(mut names: Vec<String>, given: &str) -> String {
    names.sort_by_cached_key(|name| distance(&name.to_lowercase(), &given.to_lowercase()));
    let nearest: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => "it has none".to_owned(),
        count if count > MOST_NAMES => format!("the nearest of its names are {}", nearest.join(", ")),
        _ => format!("it has {}", nearest.join(", ")),
    }
}
