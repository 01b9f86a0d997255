//! Runs of characters of a class: each takes all it can.

use std::ops::RangeBounds;

/// Takes the characters of a class from the front, as many as the range allows.
pub(crate) fn take_run(rest: &mut &str, is_in_class: impl Fn(char) -> bool, often: &impl RangeBounds<usize>) -> bool {
    let most = match often.end_bound() {
        std::ops::Bound::Included(most) => *most,
        std::ops::Bound::Excluded(_) | std::ops::Bound::Unbounded => usize::MAX,
    };
    let (mut taken, mut length) = (0, 0);
    for c in rest.chars().take_while(|c| is_in_class(*c)).take(most) {
        taken += 1;
        length += c.len_utf8();
    }
    *rest = rest.split_at_checked(length).map_or("", |(_, rest)| rest);
    often.contains(&taken)
}
