//! The choice of a branch where no tag tells it: the only one that fits.

use super::{Candidate, Held, Listed, fits};
use serde::de::Error;

/// Branches that fit by listed values alone leave no choice of the others.
pub(crate) fn exactly_one<'de, T: Listed>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[Candidate<'de, T>],
) -> Result<T, serde_json::Error> {
    let mut fitting = fits(union, held, candidates)?;
    if fitting.iter().any(|(_, value)| value.is_listed()) {
        fitting.retain(|(_, value)| value.is_listed());
    }
    match (fitting.pop(), fitting.as_slice()) {
        (Some((_, only)), []) => Ok(only),
        (last, others) => {
            let mut names = String::new();
            for (name, _) in others.iter().chain(&last) {
                names += if names.is_empty() { "" } else { ", " };
                names += name;
            }
            Err(Error::custom(format_args!("more than one branch of {union} fits: {names}")))
        }
    }
}
