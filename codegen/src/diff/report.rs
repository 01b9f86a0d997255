//! What an update of a schema breaks.

use super::verdict::{Direction, Judged, Readers, Who};
use serde_json::Value;
use std::fmt;

/// The least version number that cargo's rules want to be raised.
///
/// See <https://doc.rust-lang.org/cargo/reference/semver.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// Code that compiles goes on compiling, and nothing is new to use.
    Patch,
    /// Code that compiles goes on compiling; there is something new to use.
    Minor,
    /// Code that compiles may no longer.
    Major,
}

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// A change of one public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiChange {
    /// The item, as a path from the module.
    pub item: String,
    /// What becomes of it.
    pub text: String,
    /// What it asks for.
    pub bump: Bump,
    /// The readings whose types change so.
    pub readings: Vec<&'static str>,
}

/// One change of meaning.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is, in kebab case.
    pub kind: &'static str,
    /// JSON pointer in the new schema, or in the old one of what is gone.
    pub pointer: String,
    /// The file of the pointer, if it is not the schema itself but one that it refers to.
    pub file: Option<String>,
    /// Whether the pointer is one of the old schema.
    pub is_gone: bool,
    /// The line of the pointer, from 1.
    pub line: usize,
    /// Other places of the new schema with the very same change; in other files as `FILE#POINTER`.
    pub also: Vec<String>,
    /// The schema or the operation of an OpenAPI document that it is a change of.
    pub part: Option<String>,
    /// The parameter that it is a change of.
    pub parameter: Option<String>,
    /// Which way the value goes.
    pub direction: Direction,
    /// JSON pointer of the definition that the samples are values of: empty, for the whole document,
    /// unless nothing refers to the definition.
    pub sampled: String,
    /// What stood there.
    pub before: Option<Value>,
    /// What stands there.
    pub after: Option<Value>,
    /// Whether programs built from the old schema read what the new one allows.
    pub old_readers: Readers,
    /// Whether programs built from the new schema read what the old one allowed.
    pub new_readers: Readers,
    /// The least version number that it asks to be raised.
    pub bump: Bump,
    /// The public items that change by it.
    pub api: Vec<ApiChange>,
}

impl Change {
    /// The verdicts that count, by the way that the value goes.
    pub(crate) fn verdicts(&self) -> Vec<Judged<'_>> {
        let (old, new) = (&self.old_readers, &self.new_readers);
        let mut all = Vec::new();
        if self.direction.is_read() {
            for (side, readers) in [("old", old), ("new", new)] {
                all.extend(readers.each().map(|(reading, verdict)| Judged {
                    side,
                    who: Who::Readers(reading),
                    verdict,
                }));
            }
        }
        if self.direction.is_written() {
            // The server reads by the letter of its own schema what clients of the other one send.
            let writers = [("old", &new.strict), ("new", &old.strict)];
            all.extend(writers.map(|(side, verdict)| Judged { side, who: Who::Writers, verdict }));
        }
        all
    }

    /// Whether a reader refuses what it read, a server what it took, or code no longer compiles.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.bump == Bump::Major || self.verdicts().iter().any(|judged| judged.verdict.sample().is_some())
    }
}

/// A schema or an operation of an OpenAPI document that is new, gone or renamed, or a part of an operation that is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartChange {
    /// What kind of change it is, in kebab case.
    pub kind: &'static str,
    /// The schema or the operation.
    pub part: String,
    /// JSON pointer in the new document, or in the old one of what is gone.
    pub pointer: String,
    /// The file of the pointer, if it is not the document itself but one that it refers to.
    pub file: Option<String>,
    /// Whether the pointer is one of the old document.
    pub is_gone: bool,
    /// The line of the pointer, from 1.
    pub line: usize,
    /// What became of it.
    pub text: String,
    /// Whom it breaks: `old readers` or `old writers`.
    pub breaks: Option<&'static str>,
}

/// How much of an OpenAPI document changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schemas with names that changed.
    pub changed_schemas: usize,
    /// Schemas with names that the old document has.
    pub schemas: usize,
    /// Operations that changed in what stands in place in them, or were removed.
    pub changed_operations: usize,
    /// Operations that the old document has.
    pub operations: usize,
}

/// What an update of a schema breaks: the difference of two schemas by meaning.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Diff {
    /// The name of the old schema.
    pub old: String,
    /// The name of the new schema.
    pub new: String,
    /// The paths of the old and the new schema, without a revision.
    pub(crate) files: (String, String),
    /// What changed, in the order of the schemas.
    pub changes: Vec<Change>,
    /// In an OpenAPI document, schemas and operations that are new, gone or renamed.
    pub parts: Vec<PartChange>,
    /// How much of an OpenAPI document changed.
    pub counts: Option<Counts>,
    /// Public items that change although nothing about values does: names.
    pub renamed: Vec<ApiChange>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
}

impl Diff {
    /// Whether the two schemas mean the same and give the same items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.parts.is_empty() && self.renamed.is_empty()
    }

    /// Whether a reader refuses what it read, a server what it took, or code no longer compiles.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(Change::is_breaking)
            || self.parts.iter().any(|part| part.breaks.is_some())
            || self.bump() == Some(Bump::Major)
    }

    /// The least version number that all changes together ask to be raised.
    #[must_use]
    pub fn bump(&self) -> Option<Bump> {
        let renamed = self.renamed.iter().map(|change| change.bump);
        self.changes.iter().map(|change| change.bump).chain(renamed).max()
    }
}
