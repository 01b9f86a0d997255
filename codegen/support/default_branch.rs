//! The branch that is meant where no tag tells it.

use super::{Candidate, fits};

/// The first of the branches, whatever else would fit.
pub(crate) fn default_branch<S: Clone, T>(
    union: &str,
    source: &S,
    candidates: &[Candidate<S, T>],
) -> Result<T, serde_json::Error> {
    let mut fitting = fits(union, source, candidates.get(..1).unwrap_or_default())?;
    Ok(fitting.swap_remove(0).1)
}
