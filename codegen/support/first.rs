//! The choice of a branch where no tag tells it: the first of those that fit best.

use super::{Candidate, Held, Listed, Members, Nested, fits};
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
    let mut best = 0;
    if fitting.len() > 1 {
        let loses = |value: &T| !serde_json::to_value(value).is_ok_and(|written| holds_all(&written, held));
        let ranks = fitting.iter().map(|(_, value)| (loses(value), !value.is_listed()));
        best = ranks.enumerate().min_by_key(|(_, rank)| *rank).map_or(0, |(place, _)| place);
    }
    Ok(fitting.swap_remove(best).1)
}

/// Whether no member of a value and no element is missing; a number may be written in another way.
fn holds_all(written: &Value, held: &Held<'_>) -> bool {
    match held {
        Held::Null => written.is_null(),
        Held::False => *written == Value::Bool(false),
        Held::True => *written == Value::Bool(true),
        Held::Unsigned(_) | Held::Signed(_) => written.is_number(),
        Held::Float(number) => written.is_number() || !number.is_finite() && written.is_null(),
        Held::Text(text) => written.as_str() == Some(*text),
        Held::Owned(text) => written.as_str() == Some(&**text),
        Held::Nested(nested) => holds_all_of(written, nested),
    }
}

fn holds_all_of(written: &Value, nested: &Nested<'_>) -> bool {
    match (nested, written) {
        (Nested::Array(elements), Value::Array(written)) => {
            written.len() == elements.len()
                && written.iter().zip(elements).all(|(written, held)| holds_all(written, held))
        }
        (Nested::Object(Members(members)), Value::Object(written)) => {
            members.iter().enumerate().all(|(place, member)| {
                written.get(&*member.name).is_some_and(|written| holds_all(written, &member.value))
                    || members.iter().skip(place + 1).any(|later| later.name == member.name)
            })
        }
        (Nested::Number(_), written) => written.is_number(),
        _ => false,
    }
}
