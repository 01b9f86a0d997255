//! Which operations the types that stand in place belong to.

use super::selection::Selection;
use crate::openapi::{Api, Operation};
use crate::plan::TypePlan;
use std::collections::{BTreeMap, BTreeSet};

/// For the types that stand in operations, by their JSON pointers, what the operations have in common: the first tag,
/// else what their paths begin with.
pub(super) fn groups(selection: &Selection, types: &[TypePlan]) -> BTreeMap<String, String> {
    let Selection::Api(api) = selection else { return BTreeMap::new() };
    let by_place: BTreeMap<&str, &Operation> = api.operations.iter().map(|one| (one.at.as_str(), one)).collect();
    let places: BTreeSet<&str> = types.iter().map(|planned| planned.pointer.as_str()).collect();
    let found = places.into_iter().filter(|at| !is_of_component(at)).filter_map(|at| {
        let operation = around(&by_place, at).or_else(|| of_path(api, at))?;
        Some((at.to_owned(), group(&by_place, operation)))
    });
    found.collect()
}

/// What has a name among the components is no part of an operation that refers to it.
fn is_of_component(at: &str) -> bool {
    at.starts_with("/components/")
}

/// The innermost operation around a place.
fn around<'a>(by_place: &BTreeMap<&str, &'a Operation>, at: &str) -> Option<&'a Operation> {
    let ends = at.match_indices('/').map(|(end, _)| end).rev();
    ends.into_iter().find_map(|end| by_place.get(at.get(..end)?).copied())
}

/// The first operation of a path, for the parameters that all of them have.
fn of_path<'a>(api: &'a Api, at: &str) -> Option<&'a Operation> {
    let (item, _) = at.split_once("/parameters/")?;
    api.operations.iter().find(|operation| operation.at.rsplit_once('/').is_some_and(|(path, _)| path == item))
}

/// A callback without a tag belongs to the operation that asks for it.
fn group(by_place: &BTreeMap<&str, &Operation>, operation: &Operation) -> String {
    let mut next = Some(operation);
    while let Some(one) = next {
        if let Some(tag) = one.tags.first() {
            return tag.clone();
        }
        match around(by_place, &one.at) {
            Some(outer) => next = Some(outer),
            None if one.is_inbound => return "webhooks".to_owned(),
            None => return first_segment(&one.path),
        }
    }
    String::new()
}

/// The first part of a path that is neither a parameter nor a version, as `/v1` is.
fn first_segment(path: &str) -> String {
    let is_version = |part: &str| {
        let number = part.strip_prefix(['v', 'V']).unwrap_or_default();
        number.starts_with(|first: char| first.is_ascii_digit())
    };
    let says = |part: &&str| !part.is_empty() && !part.starts_with('{') && !is_version(part);
    path.split('/').find(says).map(str::to_owned).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::first_segment;

    #[test]
    fn a_path_begins_with_what_it_is_about() {
        for (path, first) in [
            ("/pets", "pets"),
            ("/v1/pets/{id}", "pets"),
            ("/v2.1/{tenant}/toys", "toys"),
            ("/videos", "videos"),
            ("/{id}", ""),
            ("/", ""),
        ] {
            assert_eq!(first_segment(path), first);
        }
    }
}
