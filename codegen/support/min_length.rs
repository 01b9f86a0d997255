//! The least number of characters (JSON Schema 2020-12 validation, section 6.3.2).

macro_rules! min_length {
    ($text:ident, $least:expr) => {
        let least: usize = $least;
        if $text.chars().count() < least {
            return Err(support::InvalidText::new($text, format_args!("has fewer than {least} characters")));
        }
    };
}
pub(crate) use min_length;
