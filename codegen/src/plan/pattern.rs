//! Patterns, and what finds them.

/// A regular expression of ECMA-262.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternPlan {
    pub(crate) text: String,
    pub(crate) matcher: Matcher,
}

/// What finds a pattern in a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Matcher {
    /// One step after the other, from the start.
    Classes(ClassSequence),
    /// An engine, with the flag `u`.
    UnicodeRegex,
    /// An engine, without flags.
    Regex,
}

/// Steps of which each goes as far as it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClassSequence {
    pub(crate) steps: Vec<Step>,
    /// Whether the string ends behind the last step.
    pub(crate) to_end: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// This text.
    Text(String),
    /// Characters of these ranges, at least and at most so many.
    Run { ranges: Vec<(char, char)>, least: u32, most: Option<u32> },
}
