//! The least number of characters (JSON Schema 2020-12 validation, section 6.3.2).

macro_rules! min_length {
    ($text:ident, $least:expr) => {
        if $text.chars().count() < $least {
            return Err(support::InvalidText::new($text, format_args!("has fewer than {} characters", $least)));
        }
    };
}
pub(crate) use min_length;
