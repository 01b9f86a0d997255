//! What of the old document is what of the new.

use super::alike::Shape;
use super::operations::{PairedOperations, pair_operations};
use crate::openapi::{Api, Kind, Operation, Root, Site};
use crate::schema::distance;
use std::collections::BTreeSet;

/// What of the old document is what of the new.
pub(super) struct Pairs<'a> {
    /// Schemas with names that got others.
    pub(super) renamed: Vec<(&'a Root, &'a Root)>,
    pub(super) removed: Vec<&'a Root>,
    pub(super) added: Vec<&'a Root>,
    pub(super) operations: PairedOperations,
    /// The JSON pointers of schemas that are to be compared: those with names, then those of operations.
    pub(super) places: Vec<(String, String)>,
}

impl<'a> Pairs<'a> {
    pub(super) fn of(old: &'a Api, new: &'a Api) -> Self {
        let (mut both, mut removed, mut added) = by_name(named(old), named(new));
        let renamed = take_renamed(&mut removed, &mut added);
        both.extend(&renamed);
        let operations = pair_operations(old, new);
        let mut places: Vec<(String, String)> =
            both.iter().map(|(one, other)| (one.at.clone(), other.at.clone())).collect();
        let mut seen: BTreeSet<(String, String)> = places.iter().cloned().collect();
        let found = operations
            .both
            .iter()
            .filter_map(|(one, other)| Some((old.operations.get(*one)?, new.operations.get(*other)?)));
        for (one, other) in found.flat_map(|(one, other)| pair_sites(one, other)) {
            let at = |site: Option<&Site>| site.and_then(|site| site.at.clone());
            places.extend(at(one).zip(at(other)).filter(|pair| seen.insert(pair.clone())));
        }
        Self { renamed, removed, added, operations, places }
    }
}

fn named(api: &Api) -> Vec<&Root> {
    api.roots.iter().filter(|root| root.kind == Kind::Named).collect()
}

type ByName<'a> = (Vec<(&'a Root, &'a Root)>, Vec<&'a Root>, Vec<&'a Root>);

/// In the order of the new document.
fn by_name<'a>(old: Vec<&'a Root>, new: Vec<&'a Root>) -> ByName<'a> {
    let (mut both, mut removed, mut added) = (Vec::new(), old, Vec::new());
    for other in new {
        match removed.iter().position(|one| one.own_name() == other.own_name()) {
            Some(at) => both.push((removed.remove(at), other)),
            None => added.push(other),
        }
    }
    (both, removed, added)
}

/// Takes the schemas that only got other names from those that seem gone and new, the most alike first.
fn take_renamed<'a>(removed: &mut Vec<&'a Root>, added: &mut Vec<&'a Root>) -> Vec<(&'a Root, &'a Root)> {
    let shapes: Vec<(&Root, Shape)> = added.iter().map(|root| (*root, Shape::of(root))).collect();
    let mut likely: Vec<(f64, usize, &Root, &Root)> = Vec::new();
    for one in removed.iter() {
        let shape = Shape::of(one);
        let alike = shapes.iter().filter_map(|(other, theirs)| Some((shape.likeness(theirs)?, *other)));
        likely.extend(
            alike.map(|(likeness, other)| (likeness, distance(&one.own_name(), &other.own_name()), *one, other)),
        );
    }
    likely.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut renamed: Vec<(&Root, &Root)> = Vec::new();
    for (_, _, one, other) in likely {
        if renamed.iter().all(|(before, after)| before.at != one.at && after.at != other.at) {
            renamed.push((one, other));
        }
    }
    removed.retain(|root| renamed.iter().all(|(one, _)| one.at != root.at));
    added.retain(|root| renamed.iter().all(|(_, other)| other.at != root.at));
    renamed
}

/// The parts of two operations, side by side; of several of one kind the first with the first.
pub(super) fn pair_sites<'a>(old: &'a Operation, new: &'a Operation) -> Vec<(Option<&'a Site>, Option<&'a Site>)> {
    let mut open: Vec<&Site> = new.sites.iter().collect();
    let mut pairs: Vec<(Option<&Site>, Option<&Site>)> = Vec::new();
    for one in &old.sites {
        let place = open.iter().position(|other| other.part == one.part);
        pairs.push((Some(one), place.map(|place| open.remove(place))));
    }
    pairs.extend(open.into_iter().map(|other| (None, Some(other))));
    pairs
}
