//! The choice of a branch where no tag tells it: the first that fits.

use super::{Candidate, Fit, Listed, fits};
use serde::de::Error;

pub(crate) fn first<S: Clone, T: Listed, E: Error>(
    union: &str,
    source: &S,
    candidates: &[Candidate<S, T>],
) -> Result<T, E> {
    let Fit { mut listed, mut open } = fits(union, source, candidates)?;
    let best = if listed.is_empty() { &mut open } else { &mut listed };
    Ok(best.swap_remove(0).1)
}
