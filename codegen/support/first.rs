//! The choice of a branch where no tag tells it: the first of those that fit best.

use super::{Candidate, Held, Listed, fits};
use serde::ser::Serialize;
use serde_json::Value;

/// Branches that lose no member come before those that do, and fitting by listed values alone
/// before fitting with others: so the choice is the strict reading's wherever that has one.
pub(crate) fn first<'de, T: Listed + Serialize>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[Candidate<'de, T>],
) -> Result<T, serde_json::Error> {
    let mut fitting = fits(union, held, candidates)?;
    if fitting.len() > 1 {
        let loses = |value: &T| !serde_json::to_value(value).is_ok_and(|written| holds_all(&written, held));
        fitting.sort_by_cached_key(|(_, value)| (loses(value), !value.is_listed()));
    }
    Ok(fitting.swap_remove(0).1)
}

/// Whether no member of a value and no element is missing; a number may be written in another way.
fn holds_all(written: &Value, held: &Held<'_>) -> bool {
    match (written, held) {
        (Value::Object(written), Held::Object(members)) => members.0.iter().enumerate().all(|(place, member)| {
            written.get(&*member.name).is_some_and(|written| holds_all(written, &member.value))
                || members.0.iter().skip(place + 1).any(|later| later.name == member.name)
        }),
        (Value::Array(written), Held::Array(elements)) => {
            written.len() == elements.len()
                && written.iter().zip(elements).all(|(written, held)| holds_all(written, held))
        }
        (Value::Number(_), Held::Unsigned(_) | Held::Signed(_) | Held::Float(_) | Held::Number(_)) => true,
        (Value::Null, Held::Float(number)) => !number.is_finite(),
        (Value::Null, Held::Null) => true,
        (Value::Bool(written), Held::True) => *written,
        (Value::Bool(written), Held::False) => !*written,
        (Value::String(written), Held::Text(held)) => written == held,
        (Value::String(written), Held::Owned(held)) => written == held,
        _ => false,
    }
}
