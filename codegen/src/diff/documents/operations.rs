//! Which operation of the old document is which of the new.

use crate::openapi::{Api, Operation};

/// Operations by where they stand in the two lists.
#[derive(Default)]
pub(super) struct PairedOperations {
    pub(super) both: Vec<(usize, usize)>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

/// Pairs operations by `operationId`, then by method and path.
///
/// OpenAPI 3.0.3, "Operation Object": an `operationId` is unique among all operations.
pub(super) fn pair_operations(old: &Api, new: &Api) -> PairedOperations {
    let count = |api: &Api| (0..api.operations.len()).collect();
    let mut paired = PairedOperations { both: Vec::new(), removed: count(old), added: count(new) };
    let mut pair = |fits: &dyn Fn(&Operation, &Operation) -> bool| {
        paired.pair(|one, other| match (old.operations.get(one), new.operations.get(other)) {
            (Some(one), Some(other)) => one.is_inbound == other.is_inbound && fits(one, other),
            _ => false,
        });
    };
    pair(&|one, other| one.id == other.id && is_at_one_address(one, other));
    pair(&|one, other| one.id.is_some() && one.id == other.id);
    pair(&is_at_one_address);
    paired.both.sort_by_key(|(_, other)| *other);
    paired
}

impl PairedOperations {
    fn pair(&mut self, fits: impl Fn(usize, usize) -> bool) {
        for one in std::mem::take(&mut self.removed) {
            match self.added.iter().position(|other| fits(one, *other)) {
                Some(at) => self.both.push((one, self.added.remove(at))),
                None => self.removed.push(one),
            }
        }
    }
}

/// Whether a call reaches both: what a parameter of a path is called is not sent.
pub(super) fn is_at_one_address(one: &Operation, other: &Operation) -> bool {
    one.method == other.method && template(&one.path) == template(&other.path)
}

/// OpenAPI 3.0.3, "Paths Object": templated paths that differ only in names are identical.
fn template(path: &str) -> String {
    let mut is_inside = false;
    let kept = path.chars().filter(|c| match c {
        '{' => {
            is_inside = true;
            true
        }
        '}' => {
            is_inside = false;
            true
        }
        _ => !is_inside,
    });
    kept.collect()
}
