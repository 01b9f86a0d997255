//! Patterns that are sequences of characters and classes: each step takes all it can.

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

/// One step: a text, characters of a class, or the end.
macro_rules! class_step {
    ($rest:ident, [end]) => {
        $rest.is_empty()
    };
    ($rest:ident, [$text:literal]) => {
        $rest.strip_prefix($text).map(|rest| $rest = rest).is_some()
    };
    ($rest:ident, [$class:pat => $often:expr]) => {
        support::take_run(&mut $rest, |c| matches!(c, $class), &($often))
    };
}
pub(crate) use class_step;

/// Whether a text goes through all steps.
macro_rules! passes_classes {
    ($text:expr, $($step:tt)*) => {{
        let mut rest: &str = $text;
        $(support::class_step!(rest, $step))&&*
    }};
}
pub(crate) use passes_classes;
