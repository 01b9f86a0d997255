//! The greatest number of characters (JSON Schema 2020-12 validation, section 6.3.1).

macro_rules! max_length {
    ($text:ident, $greatest:expr) => {
        let greatest: usize = $greatest;
        if $text.chars().count() > greatest {
            return Err(support::InvalidText::new($text, format_args!("has more than {greatest} characters")));
        }
    };
}
pub(crate) use max_length;
