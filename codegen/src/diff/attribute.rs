//! Which change of the schema each change of an item comes from.

use super::found::{Found, What};
use super::report::ApiChange;
use super::semver::Moved;

/// The changes of items by the differences they come from, and those that come from none.
pub(super) struct Attributed {
    pub(super) by_found: Vec<Vec<ApiChange>>,
    pub(super) rest: Vec<ApiChange>,
}

/// Gives each change of an item to the difference whose place is nearest.
pub(super) fn attribute(found: &[Found], moved: Vec<Moved>) -> Attributed {
    let mut attributed = Attributed { by_found: vec![Vec::new(); found.len()], rest: Vec::new() };
    for item in moved {
        let nearest = found.iter().enumerate().filter_map(|(index, found)| Some((distance(found, &item)?, index)));
        let nearest = nearest.min().map(|(_, index)| index).or_else(|| only(found));
        let list = match nearest.and_then(|index| attributed.by_found.get_mut(index)) {
            Some(list) => list,
            None => &mut attributed.rest,
        };
        merge(list, item.change);
    }
    attributed
}

/// The same change of both readings is one.
fn merge(list: &mut Vec<ApiChange>, change: ApiChange) {
    match list.iter_mut().find(|other| other.text == change.text && other.bump == change.bump) {
        Some(other) => other.readings.extend(change.readings),
        None => list.push(change),
    }
}

/// A change without a place near it, such as a lost `Eq`, comes from the only difference there is.
fn only(found: &[Found]) -> Option<usize> {
    let mut telling = found.iter().enumerate().filter(|(_, found)| !found.what.is_silent());
    telling.next().map(|(index, _)| index).filter(|_| telling.next().is_none())
}

/// How far a difference is from an item: silent ones are further, and so is what is only inside.
fn distance(found: &Found, moved: &Moved) -> Option<usize> {
    let new = between(found.new_pointer.as_deref(), moved.new.as_deref());
    let old = between(found.old_pointer.as_deref(), moved.old.as_deref());
    let holds = |pointer: &Option<String>| pointer.as_ref().is_some_and(|pointer| found.inside.contains(pointer));
    let inside = (holds(&moved.old) || holds(&moved.new)).then_some(FAR / 4);
    let nearest = new.into_iter().chain(old).chain(inside).min()?;
    match found.what {
        // A title is what the root type is called by.
        What::Docs if moved.renames && nearest == 0 => Some(0),
        What::Docs => None,
        What::Name => Some(nearest + FAR),
        _ => Some(nearest),
    }
}

const FAR: usize = 1_000;

fn between(found: Option<&str>, item: Option<&str>) -> Option<usize> {
    let (found, item) = (found?, item?);
    let steps = |rest: &str| (rest.is_empty() || rest.starts_with('/')).then(|| rest.matches('/').count());
    match (item.strip_prefix(found).and_then(steps), found.strip_prefix(item).and_then(steps)) {
        (Some(below), _) => Some(below),
        (_, Some(above)) => Some(FAR / 2 + above),
        _ => None,
    }
}
