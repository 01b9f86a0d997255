//! The branches of a union that a value fits.

use super::Listed;
use serde::de::Error;

/// A branch: its name, and how it is read.
pub(crate) type Candidate<S, T> = (&'static str, fn(S) -> Result<T, serde_json::Error>);

/// The branches that fit, at least one, by name.
pub(crate) struct Fit<T> {
    /// By listed values alone.
    pub(crate) listed: Vec<(&'static str, T)>,
    /// With values that open enums do not list.
    pub(crate) open: Vec<(&'static str, T)>,
}

pub(crate) fn fits<S: Clone, T: Listed, E: Error>(
    union: &str,
    source: &S,
    candidates: &[Candidate<S, T>],
) -> Result<Fit<T>, E> {
    let mut fit = Fit { listed: Vec::new(), open: Vec::new() };
    let mut reasons = Vec::new();
    for (name, read) in candidates {
        match read(source.clone()) {
            Ok(value) if value.is_listed() => fit.listed.push((*name, value)),
            Ok(value) => fit.open.push((*name, value)),
            Err(reason) => reasons.push(format!("{name}: {reason}")),
        }
    }
    if fit.listed.is_empty() && fit.open.is_empty() {
        return Err(E::custom(format_args!("no branch of {union} fits ({})", reasons.join("; "))));
    }
    Ok(fit)
}
