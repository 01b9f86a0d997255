//! The branches of a union that a value fits.

use super::Held;
use serde::de::Error;

/// A branch: its name, and how it is read of what is held.
pub(crate) type Candidate<'de, T> = (&'static str, fn(&mut Held<'de>) -> Result<T, serde_json::Error>);

/// A branch, with the rule that it is told by where it is.
macro_rules! candidate {
    ($candidate:expr) => {
        $candidate
    };
    ($candidate:expr, $letter:ident) => {
        ($candidate, &$letter)
    };
}
pub(crate) use candidate;

/// The branches that fit, at least one, by name and in the order of the schema.
pub(crate) fn fits<'de, T>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[Candidate<'de, T>],
) -> Result<Vec<(&'static str, T)>, serde_json::Error> {
    let mut fitting = Vec::new();
    let mut reasons = String::new();
    for (name, read) in candidates {
        match read(held) {
            Ok(value) => fitting.push((*name, value)),
            Err(reason) => {
                let separator = if reasons.is_empty() { "" } else { "; " };
                reasons.extend([separator, name, ": ", &reason.to_string()]);
            }
        }
    }
    if fitting.is_empty() {
        return Err(Error::custom(format_args!("no branch of {union} fits ({reasons})")));
    }
    Ok(fitting)
}
