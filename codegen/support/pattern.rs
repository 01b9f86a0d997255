//! Regular expressions of ECMA-262 (JSON Schema 2020-12 validation, section 6.3.3).

macro_rules! pattern {
    ($text:ident, ($pattern:literal, $flags:literal)) => {{
        static PATTERN: std::sync::LazyLock<Option<regress::Regex>> =
            std::sync::LazyLock::new(|| regress::Regex::with_flags($pattern, $flags).ok());
        if !PATTERN.as_ref().is_some_and(|pattern| pattern.find($text).is_some()) {
            return Err(support::InvalidText::new($text, format_args!("does not match {}", $pattern)));
        }
    }};
}
pub(crate) use pattern;
