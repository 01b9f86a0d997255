//! Who reads on after a change, and who does not.

use serde_json::Value;

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

/// Which way a value goes between a client and its server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Nothing says it: a schema alone, or one that no operation uses. It is judged as if it were read.
    #[default]
    Unknown,
    /// Clients read it: what a server may now send breaks them.
    Read,
    /// Clients write it: what a server now demands breaks them.
    Written,
    /// Clients read it and write it.
    Both,
}

impl Direction {
    pub(super) fn of(is_read: bool, is_written: bool) -> Self {
        match (is_read, is_written) {
            (true, true) => Self::Both,
            (true, false) => Self::Read,
            (false, true) => Self::Written,
            (false, false) => Self::Unknown,
        }
    }

    pub(crate) fn is_read(self) -> bool {
        self != Self::Written
    }

    pub(crate) fn is_written(self) -> bool {
        matches!(self, Self::Written | Self::Both)
    }

    /// In words, where something says it.
    pub(crate) fn words(self) -> Option<&'static str> {
        match self {
            Self::Unknown => None,
            Self::Read => Some("clients read it"),
            Self::Written => Some("clients write it"),
            Self::Both => Some("clients read and write it"),
        }
    }
}

/// Who is judged: programs that read with the types of a reading, or clients that write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Readers(&'static str),
    Writers,
}

/// A verdict, and on whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<'v> {
    /// `old` or `new`.
    pub(crate) side: &'static str,
    pub(crate) who: Who,
    pub(crate) verdict: &'v Verdict,
}

impl Judged<'_> {
    /// Such as `old tolerant readers`, `new writers`.
    pub(crate) fn name(&self) -> String {
        match self.who {
            Who::Readers(reading) => format!("{} {reading} readers", self.side),
            Who::Writers => format!("{} writers", self.side),
        }
    }
}
