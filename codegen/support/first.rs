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
    let loses = |value: &T| !serde_json::to_value(value).is_ok_and(|written| holds_all(&written, &whole));
    fitting.sort_by_cached_key(|(_, value)| (loses(value), !value.is_listed()));
    Ok(fitting.swap_remove(0).1)
}

/// Whether no member of a value and no element is missing; a number may be written in another way.
fn holds_all(written: &Value, whole: &Value) -> bool {
    match (written, whole) {
        (Value::Object(written), Value::Object(whole)) => {
            whole.iter().all(|(name, value)| written.get(name).is_some_and(|written| holds_all(written, value)))
        }
        (Value::Array(written), Value::Array(whole)) => {
            written.len() == whole.len() && written.iter().zip(whole).all(|(written, whole)| holds_all(written, whole))
        }
        (Value::Number(_), Value::Number(_)) => true,
        _ => written == whole,
    }
}
