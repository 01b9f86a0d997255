//! Patterns, in ECMA-262's regular expressions (JSON Schema 2020-12 core, section 6.4).

use crate::plan::{Matcher, PatternPlan};

/// JSON Schema 2020-12 core, section 6.4: patterns should be built with the `u` flag. Some that
/// people write are none under it, and are taken without.
pub(crate) fn pattern_plan(pattern: &str) -> Option<PatternPlan> {
    let matcher = match regress::Regex::with_flags(pattern, "u") {
        Ok(_) => super::class_sequence::class_sequence(pattern).map_or(Matcher::UnicodeRegex, Matcher::Classes),
        Err(_) => regress::Regex::new(pattern).map(|_| Matcher::Regex).ok()?,
    };
    Some(PatternPlan { text: pattern.to_owned(), matcher })
}

/// Whether a name matches a pattern; one that is no regular expression matches nothing.
pub(super) fn regex(pattern: &str) -> Option<regress::Regex> {
    regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).ok()
}
