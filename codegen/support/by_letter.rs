//! Branches that types read alike, told by the letter of their schemas.

use super::rule_walk::walk;
use super::{Candidate, Evaluated, Held, Listed, Rule, first};
use serde::ser::Serialize;

/// A branch, and the rule that it is told by.
pub(super) type ByLetter<'de, T> = (Candidate<'de, T>, &'static Rule);

/// The branches whose rules a value keeps.
pub(super) fn kept_by<'de, T>(settled: &Held<'_>, candidates: &[ByLetter<'de, T>]) -> Vec<Candidate<'de, T>> {
    let keeps = |rule: &'static Rule| walk(rule, settled, 0, &mut Evaluated::default()).is_ok();
    candidates.iter().filter(|(_, rule)| keeps(rule)).map(|(one, _)| *one).collect()
}

/// The first that fits best of the branches whose rules are kept, as in the strict reading, which has no others; where
/// none is kept, of all.
pub(super) fn first_of<'de, T: Listed + Serialize>(
    union: &str,
    held: &mut Held<'de>,
    kept: &[Candidate<'de, T>],
    candidates: &[ByLetter<'de, T>],
) -> Result<T, serde_json::Error> {
    match first(union, held, kept) {
        Err(_) => first(union, held, &candidates.iter().map(|(one, _)| *one).collect::<Vec<_>>()),
        read => read,
    }
}
