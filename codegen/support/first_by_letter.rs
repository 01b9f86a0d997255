//! The choice of a branch where no tag tells it, and types that read alike are told by the letter of their schemas.

use super::rule_walk::walk;
use super::{Candidate, Evaluated, Held, Listed, Rule, first};
use serde::ser::Serialize;
use serde_json::Value;

/// The first that fits best of the branches whose rules are kept, as in the strict reading, which has no others; where
/// none is kept, of all.
pub(crate) fn first_by_letter<'de, T: Listed + Serialize>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[(Candidate<'de, T>, &'static Rule)],
) -> Result<T, serde_json::Error> {
    let whole = Value::from(&*held);
    let keeps = |rule: &'static Rule| walk(rule, &whole, 0, &mut Evaluated::default()).is_ok();
    let kept: Vec<Candidate<'de, T>> = candidates.iter().filter(|(_, rule)| keeps(rule)).map(|(one, _)| *one).collect();
    match first(union, held, &kept) {
        Err(_) => first(union, held, &candidates.iter().map(|(one, _)| *one).collect::<Vec<_>>()),
        read => read,
    }
}
