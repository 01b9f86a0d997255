//! Patterns that are sequences of texts and of characters of classes.

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
