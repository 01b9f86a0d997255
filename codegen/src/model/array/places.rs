//! Arrays whose elements are described one by one.

use crate::schema::{Id, Node, Schema};

/// How many elements a tuple has at most: the standard library gives longer ones neither `Debug` nor `PartialEq`.
const LONGEST: usize = 12;

/// The schemas of each element, where an array has exactly as many as are described: such an array is a tuple.
///
/// All of the nodes describe the array, which has at least two elements: of one alone, an array holds all there is.
/// What stands behind the listed elements is described by `items`, which a closed array has `false`
/// (JSON Schema 2020-12 core, section 10.3.1).
pub(in crate::model) fn places(schema: &Schema, nodes: &[&Node]) -> Option<Vec<Vec<Id>>> {
    nodes.iter().find(|node| node.array.prefix.is_some())?;
    let most = nodes.iter().filter_map(|node| most_items(schema, node)).min()?;
    let least = nodes.iter().filter_map(|node| node.array.min_items).max()?;
    let count = usize::try_from(most).ok().filter(|count| most == least && (2..=LONGEST).contains(count))?;
    let of_place = |place: usize| {
        let ids: Vec<Id> = nodes.iter().filter_map(|node| at_place(node, place)).collect();
        (!ids.is_empty()).then_some(ids)
    };
    (0..count).map(of_place).collect()
}

/// How many elements there may be.
pub(super) fn most_items(schema: &Schema, node: &Node) -> Option<u64> {
    let is_closed = node.array.items.is_some_and(|id| schema.node(id).boolean == Some(false));
    let listed = node.array.prefix.as_ref().map_or(0, Vec::len);
    let closed = is_closed.then(|| u64::try_from(listed).ok()).flatten();
    [node.array.max_items, closed].into_iter().flatten().min()
}

fn at_place(node: &Node, place: usize) -> Option<Id> {
    node.array.prefix.as_ref().and_then(|listed| listed.get(place).copied()).or(node.array.items)
}

/// The schemas of all elements that there may be, of which some are described one by one.
pub(super) fn all_places(schema: &Schema, node: &Node) -> Option<Vec<Id>> {
    let listed = node.array.prefix.as_ref()?;
    match most_items(schema, node).and_then(|most| usize::try_from(most).ok()) {
        Some(most) if most <= listed.len() => Some(listed.get(..most)?.to_vec()),
        _ => Some(listed.iter().copied().chain([node.array.items?]).collect()),
    }
}
