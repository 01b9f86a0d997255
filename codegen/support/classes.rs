//! Checked strings whose pattern is a sequence of characters and classes.

macro_rules! classes {
    ($text:ident, ($pattern:literal = $($step:tt)*)) => {
        if !support::passes_classes!($text, $($step)*) {
            return Err(support::InvalidText::new($text, format_args!("does not match {}", $pattern)));
        }
    };
}
pub(crate) use classes;
