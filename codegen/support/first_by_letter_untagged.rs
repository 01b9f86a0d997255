//! The choice of a branch where a tag is absent, and types that read alike are told by the letter of their schemas.

use super::by_letter::{ByLetter, first_of, kept_by};
use super::{Held, Listed};
use serde::de::Deserialize;
use serde::ser::Serialize;

/// The members are as they were read: a branch refuses the second of one name, and of rules it is the last that counts.
pub(crate) fn first_by_letter_untagged<'de, T: Listed + Serialize>(
    union: &str,
    held: &mut Held<'de>,
    candidates: &[ByLetter<'de, T>],
) -> Result<T, serde_json::Error> {
    let mut settled = Held::deserialize(held.replay::<serde_json::Error>(false))?;
    settled.settle();
    let kept = kept_by(&settled, candidates);
    first_of(union, held, &kept, candidates)
}
