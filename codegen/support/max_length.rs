//! The greatest number of characters (JSON Schema 2020-12 validation, section 6.3.1).

macro_rules! max_length {
    ($text:ident, $greatest:expr) => {
        if $text.chars().count() > $greatest {
            return Err(support::InvalidText::new($text, format_args!("has more than {} characters", $greatest)));
        }
    };
}
pub(crate) use max_length;
