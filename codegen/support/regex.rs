//! Regular expressions of ECMA-262 (JSON Schema 2020-12 validation, section 6.3.3).

/// Whether an expression is found in a text.
macro_rules! passes_regex {
    ($text:expr, $pattern:literal, $flags:literal) => {{
        static PATTERN: std::sync::LazyLock<Option<regress::Regex>> =
            std::sync::LazyLock::new(|| regress::Regex::with_flags($pattern, $flags).ok());
        PATTERN.as_ref().is_some_and(|pattern| pattern.find($text).is_some())
    }};
}
pub(crate) use passes_regex;
