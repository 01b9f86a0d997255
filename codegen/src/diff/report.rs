//! What an update of a schema breaks.

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

/// Whether a reading reads all that the other schema allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It does, as far as this one change goes.
    Reads,
    /// It does not.
    Refuses {
        /// A document that the other schema allows and this reading refuses, because of this change.
        sample: Value,
    },
    /// It may not, but no document was found that shows it.
    NotShown,
}

impl Verdict {
    pub(crate) fn sample(&self) -> Option<&Value> {
        match self {
            Self::Refuses { sample } => Some(sample),
            _ => None,
        }
    }

    /// In one word, or two.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Reads => "yes",
            Self::Refuses { .. } => "no",
            Self::NotShown => "not shown",
        }
    }
}

/// The verdicts on the two readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Readers {
    /// Programs that use the tolerant types.
    pub tolerant: Verdict,
    /// Programs that use the strict types.
    pub strict: Verdict,
}

impl Readers {
    pub(crate) fn each(&self) -> [(&'static str, &Verdict); 2] {
        [("tolerant", &self.tolerant), ("strict", &self.strict)]
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
    pub(crate) fn verdicts(&self) -> [(&'static str, &'static str, &Verdict); 4] {
        let (old, new) = (&self.old_readers, &self.new_readers);
        [
            ("old", "tolerant", &old.tolerant),
            ("old", "strict", &old.strict),
            ("new", "tolerant", &new.tolerant),
            ("new", "strict", &new.strict),
        ]
    }

    /// Whether a reader refuses what it read, or code no longer compiles.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.bump == Bump::Major || self.verdicts().iter().any(|(_, _, verdict)| verdict.sample().is_some())
    }
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
    /// Public items that change although nothing about values does: names.
    pub renamed: Vec<ApiChange>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
}

impl Diff {
    /// Whether the two schemas mean the same and give the same items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.renamed.is_empty()
    }

    /// Whether a reader refuses what it read, or code no longer compiles.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(Change::is_breaking) || self.bump() == Some(Bump::Major)
    }

    /// The least version number that all changes together ask to be raised.
    #[must_use]
    pub fn bump(&self) -> Option<Bump> {
        let renamed = self.renamed.iter().map(|change| change.bump);
        self.changes.iter().map(|change| change.bump).chain(renamed).max()
    }

    /// All of it in one line, such as `1 change: breaks old strict readers; Rust API: major`.
    #[must_use]
    pub fn headline(&self) -> String {
        let Some(bump) = self.bump() else { return "no change".to_owned() };
        let count = match self.changes.len() {
            0 => "no change of type or wire".to_owned(),
            1 => "1 change".to_owned(),
            count => format!("{count} changes"),
        };
        let refusing = |side: &str, reading: &str| {
            let mut all = self.changes.iter().flat_map(Change::verdicts);
            all.any(|(who, how, verdict)| who == side && how == reading && verdict.sample().is_some())
        };
        let broken: Vec<String> = ["old", "new"]
            .into_iter()
            .filter_map(|side| {
                let readings = ["tolerant", "strict"].into_iter().filter(|reading| refusing(side, reading));
                let readings = readings.collect::<Vec<_>>().join(" and ");
                (!readings.is_empty()).then(|| format!("{side} {readings} readers"))
            })
            .collect();
        let breaks = match (broken.as_slice(), self.changes.as_slice()) {
            ([], []) => String::new(),
            ([], _) => ": breaks no reader".to_owned(),
            (broken, _) => format!(": breaks {}", broken.join(", ")),
        };
        let names = match self.renamed.len() {
            0 => String::new(),
            1 => " (1 Rust name changes)".to_owned(),
            count => format!(" ({count} Rust names change)"),
        };
        format!("{count}{breaks}; Rust API: {bump}{names}")
    }
}
