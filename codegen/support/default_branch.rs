//! The branch that is meant where no tag tells it.

use super::{Candidate, Held, fits};

/// The first of the branches, whatever else would fit.
pub(crate) fn default_branch<'de, T>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[Candidate<'de, T>],
) -> Result<T, serde_json::Error> {
    let mut fitting = fits(union, held, candidates.get(..1).unwrap_or_default())?;
    Ok(fitting.swap_remove(0).1)
}
