//! What is wrong with an input, where, and what to do about it.
//!
//! A stage collects as many [`Diagnostic`]s as it can and stops at its border
//! when one of them is an error; a [`Report`] is what leaves the program.

mod code;
mod render;

pub use code::Code;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// A path as messages have it: with slashes, which every system reads, so that a message is the same on each.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is not carried into the types, and no reader can tell the difference.
    Note,
    /// The types read more than the schema allows.
    Warning,
    /// No types can be made; nothing is written.
    Error,
}

/// A second place that a [`Diagnostic`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The file, if it is not the one that the report is about.
    pub file: Option<String>,
    /// JSON pointer (RFC 6901) of the place.
    pub pointer: String,
    /// What is there.
    pub label: String,
    /// Bytes of the source text, where known.
    pub span: Option<Range<usize>>,
}

/// One thing that is wrong, or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What kind of thing it is.
    pub code: Code,
    /// The file, if it is not the one that the report is about: one that it refers to.
    pub file: Option<String>,
    /// JSON pointer (RFC 6901) of the place; empty for the whole document.
    pub pointer: String,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Bytes of the source text, where known.
    pub span: Option<Range<usize>>,
    /// Other places it is about.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// An error at a JSON pointer.
    #[must_use]
    pub fn error(code: Code, pointer: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, pointer, message, help)
    }

    /// A diagnostic of any severity at a JSON pointer.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: Code,
        pointer: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            file: None,
            pointer: pointer.to_owned(),
            message: message.into(),
            help: help.into(),
            span: None,
            related: Vec::new(),
        }
    }

    /// The same, pointing at a second place too.
    #[must_use]
    pub fn with_related(mut self, pointer: &str, label: &str) -> Self {
        self.related.push(Related { file: None, pointer: pointer.to_owned(), label: label.to_owned(), span: None });
        self
    }

    /// The same, at known bytes of the source text.
    #[must_use]
    pub fn with_span(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }
}

/// Everything found in one source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of the source, as the user gave it.
    pub file: String,
    /// The source text; empty when it could not be read.
    pub text: String,
    /// What was found, in the order it was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the other files that diagnostics speak of.
    pub others: Vec<OtherText>,
}

/// The text of a file that another refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherText {
    /// The name of the file, as the user would write it.
    pub file: String,
    /// Its text; empty when it could not be read.
    pub text: String,
}

impl Report {
    /// A report about one file.
    #[must_use]
    pub fn new(file: impl Into<String>, text: impl Into<String>, diagnostics: Vec<Diagnostic>) -> Self {
        Self { file: file.into(), text: text.into(), diagnostics, others: Vec::new() }
    }

    /// A report of one diagnostic about a file whose text is not at hand.
    #[must_use]
    pub fn without_text(file: impl Into<String>, diagnostic: Diagnostic) -> Self {
        Self::new(file, "", vec![diagnostic])
    }

    /// Whether an error is among the diagnostics.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }

    /// For people: rendered with the offending lines, in colour if asked for.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        render::human(self, colour)
    }

    /// For programs: one JSON object per line, with the members `severity`, `code`, `file`,
    /// `line`, `column` (both from 1, null where unknown; columns count characters),
    /// `pointer`, `message`, `help` and `related`; one that is related has a `file` where that is another.
    #[must_use]
    pub fn json_lines(&self) -> String {
        render::json_lines(self)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(false).trim_end())
    }
}

impl std::error::Error for Report {}
