//! Patterns, in ECMA-262's regular expressions (JSON Schema 2020-12 core, section 6.4).

mod class_sequence;

use crate::plan::{ClassSequence, Matcher, PatternPlan, Step};
use class_sequence::have_none_in_common;

/// JSON Schema 2020-12 core, section 6.4: patterns should be built with the `u` flag. Some that
/// people write are none under it, and are taken without.
pub(crate) fn pattern_plan(pattern: &str) -> Option<PatternPlan> {
    let matcher = match regress::Regex::with_flags(pattern, "u") {
        Ok(_) => class_sequence::class_sequence(pattern).map_or(Matcher::UnicodeRegex, Matcher::Classes),
        Err(_) => regress::Regex::new(pattern).map(|_| Matcher::Regex).ok()?,
    };
    Some(PatternPlan { text: pattern.to_owned(), matcher })
}

/// Whether a name matches a pattern; one that is no regular expression matches nothing.
pub(crate) fn regex(pattern: &str) -> Option<regress::Regex> {
    regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).ok()
}

/// Whether no text matches both; `false` proves nothing.
pub(super) fn are_disjoint(one: &PatternPlan, other: &PatternPlan) -> bool {
    match (&one.matcher, &other.matcher) {
        (Matcher::Classes(one), Matcher::Classes(other)) => excludes(one, other),
        _ => false,
    }
}

/// Whether two sequences ask for different characters at one place.
fn excludes(one: &ClassSequence, other: &ClassSequence) -> bool {
    let (one, other) = (fixed_places(one), fixed_places(other));
    one.iter().zip(&other).any(|(one, other)| have_none_in_common(one, other))
}

/// The characters that may stand at each place, as far as it is known which place that is.
fn fixed_places(sequence: &ClassSequence) -> Vec<Vec<(char, char)>> {
    let mut places = Vec::new();
    for step in &sequence.steps {
        match step {
            Step::Text(text) => places.extend(text.chars().map(|c| vec![(c, c)])),
            Step::Run { ranges, least, most } => {
                let sure = usize::try_from(*least).unwrap_or(LONGEST).min(LONGEST);
                places.extend(std::iter::repeat_n(ranges.clone(), sure));
                if Some(*least) != *most || sure == LONGEST {
                    break;
                }
            }
        }
    }
    places
}

/// How many places of a repetition are looked at.
const LONGEST: usize = 64;
