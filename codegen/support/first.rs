//! The choice of a branch where no tag tells it: the first of those that fit best.

use super::{Candidate, Listed, fits};
use serde::ser::Serialize;
use serde_json::Value;

/// Branches that lose no member come before those that do, and fitting by listed values alone
/// before fitting with others: so the choice is the strict reading's wherever that has one.
pub(crate) fn first<S, T>(union: &str, source: &S, candidates: &[Candidate<S, T>]) -> Result<T, serde_json::Error>
where
    S: Clone + Into<Value>,
    T: Listed + Serialize,
{
    let mut fitting = fits(union, source, candidates)?;
    let whole: Value = source.clone().into();
    let loses = |value: &T| serde_json::to_value(value).ok().as_ref() != Some(&whole);
    fitting.sort_by_cached_key(|(_, value)| (loses(value), !value.is_listed()));
    Ok(fitting.swap_remove(0).1)
}
