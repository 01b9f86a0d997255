//! What is wrong with an input, where, and what to do about it.
//!
//! A stage collects as many [`Diagnostic`]s as it can and stops at its border
//! when one of them is an error; a [`Report`] is what leaves the program.

mod render;

use std::fmt;
use std::ops::Range;

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

/// What kind of thing is wrong; the name is stable, so a program may match on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// A file cannot be read.
    UnreadableFile,
    /// A file is larger than the limit.
    FileTooLarge,
    /// A file is not UTF-8.
    NotUtf8,
    /// A file is not JSON.
    NotJson,
    /// JSON is nested deeper than the limit.
    NestedTooDeep,
    /// An object has two members of one name.
    DuplicateMember,
    /// A JSON value is no schema, or a keyword has a value of the wrong kind.
    NotASchema,
    /// An API's description is written in a version that is not read.
    UnsupportedVersion,
    /// An OpenAPI document has no schemas.
    NoSchemas,
    /// The user asked for a schema that is not there.
    UnknownRoot,
    /// A `$ref` points at nothing.
    UnknownRef,
    /// A `$ref` leaves the document.
    ExternalRef,
    /// A chain of `$ref`s comes back to itself without a type in between.
    RefCycle,
    /// A type contains itself in a way that no finite value can end.
    EndlessType,
    /// A union has no branch.
    EmptyUnion,
    /// A discriminator's mapping has a key that no branch answers to.
    UnansweredTag,
    /// Two branches of a union answer to one tag.
    SharedTag,
    /// A branch of a discriminated union cannot be told by its tag.
    UntaggedBranch,
    /// Two things would get one Rust name.
    NameCollision,
    /// A keyword cannot be carried into the types.
    UnsupportedKeyword,
    /// A keyword only narrows what is allowed, and the types do not check it.
    UncheckedKeyword,
    /// An annotation has no place in the types.
    DroppedAnnotation,
    /// A keyword is unknown, and near a known one.
    UnknownKeyword,
    /// A type that the schema does not name was assumed from its keywords.
    Assumed,
    /// A Rust type holds less than the schema allows.
    Limited,
    /// A keyword is not enforced.
    NotEnforced,
    /// No value is allowed.
    NoValue,
    /// A pattern is not a regular expression of ECMA-262.
    InvalidPattern,
    /// Output cannot be written.
    Unwritable,
    /// The generated files are not what the schemas give.
    Drift,
    /// The generator itself is at fault.
    Internal,
}

impl Code {
    /// The stable name, in kebab case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnreadableFile => "unreadable-file",
            Self::FileTooLarge => "file-too-large",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::NestedTooDeep => "nested-too-deep",
            Self::DuplicateMember => "duplicate-member",
            Self::NotASchema => "not-a-schema",
            Self::UnsupportedVersion => "unsupported-version",
            Self::NoSchemas => "no-schemas",
            Self::UnknownRoot => "unknown-root",
            Self::UnknownRef => "unknown-ref",
            Self::ExternalRef => "external-ref",
            Self::RefCycle => "ref-cycle",
            Self::EndlessType => "endless-type",
            Self::EmptyUnion => "empty-union",
            Self::UnansweredTag => "unanswered-tag",
            Self::SharedTag => "shared-tag",
            Self::UntaggedBranch => "untagged-branch",
            Self::NameCollision => "name-collision",
            Self::UnsupportedKeyword => "unsupported-keyword",
            Self::UncheckedKeyword => "unchecked-keyword",
            Self::DroppedAnnotation => "dropped-annotation",
            Self::UnknownKeyword => "unknown-keyword",
            Self::Assumed => "assumed-type",
            Self::Limited => "limited-number",
            Self::NotEnforced => "not-enforced",
            Self::NoValue => "no-value",
            Self::InvalidPattern => "invalid-pattern",
            Self::Unwritable => "unwritable",
            Self::Drift => "drift",
            Self::Internal => "internal",
        }
    }
}

/// A second place that a [`Diagnostic`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
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
        self.related.push(Related { pointer: pointer.to_owned(), label: label.to_owned(), span: None });
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
}

impl Report {
    /// A report of one diagnostic about a file whose text is not at hand.
    #[must_use]
    pub fn without_text(file: impl Into<String>, diagnostic: Diagnostic) -> Self {
        Self { file: file.into(), text: String::new(), diagnostics: vec![diagnostic] }
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
    /// `pointer`, `message`, `help` and `related`.
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
