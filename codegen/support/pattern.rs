//! Checked strings whose pattern needs an engine.

macro_rules! pattern {
    ($text:ident, ($pattern:literal, $flags:literal)) => {
        if !support::passes_regex!($text, $pattern, $flags) {
            return Err(support::InvalidText::new($text, format_args!("does not match {}", $pattern)));
        }
    };
}
pub(crate) use pattern;
