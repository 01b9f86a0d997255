//! The choice of a branch where no tag tells it, and types that read alike are told by the letter of their schemas.

use super::by_letter::{ByLetter, first_of, kept_by};
use super::{Held, Listed};
use serde::ser::Serialize;

pub(crate) fn first_by_letter<'de, T: Listed + Serialize>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[ByLetter<'de, T>],
) -> Result<T, serde_json::Error> {
    let kept = kept_by(held, candidates);
    first_of(union, held, &kept, candidates)
}
