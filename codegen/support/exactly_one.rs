//! The choice of a branch where no tag tells it: the only one that fits.

use super::{Candidate, Fit, Listed, fits};
use serde::de::Error;

pub(crate) fn exactly_one<S: Clone, T: Listed, E: Error>(
    union: &str,
    source: &S,
    candidates: &[Candidate<S, T>],
) -> Result<T, E> {
    let Fit { listed, open } = fits(union, source, candidates)?;
    let mut best = if listed.is_empty() { open } else { listed };
    match (best.pop(), best.as_slice()) {
        (Some((_, only)), []) => Ok(only),
        (last, others) => {
            let names: Vec<&str> = others.iter().chain(&last).map(|(name, _)| *name).collect();
            Err(E::custom(format_args!("more than one branch of {union} fits: {}", names.join(", "))))
        }
    }
}
