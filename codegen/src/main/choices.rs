//! What the user chooses, as arguments.

use clap::ValueEnum;
use clerk_codegen::{Code, Numbers, Reading, Untyped};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ReadingArg {
    /// For what a server sends: unknown members, enum values and branches are read.
    Tolerant,
    /// The letter of the schema: for contract tests and for what you send.
    Strict,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum StringsArg {
    /// As String.
    Owned,
    /// As Cow<'a, str>, borrowed from the input where it has them without escapes.
    Borrowed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum UntypedArg {
    /// The type that its keywords speak of, with a warning.
    Assume,
    /// The letter: values of other types are kept as they are.
    Exact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum NumbersArg {
    /// As i64 or another width, and as f64.
    Native,
    /// As serde_json::Number: no digit is lost.
    Exact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DenyArg {
    /// A type was assumed.
    Assumed,
    /// A Rust type holds less than the schema allows.
    Limited,
    /// A keyword is not enforced.
    NotEnforced,
}

impl From<UntypedArg> for Untyped {
    fn from(given: UntypedArg) -> Self {
        match given {
            UntypedArg::Assume => Self::Assume,
            UntypedArg::Exact => Self::Exact,
        }
    }
}

impl From<NumbersArg> for Numbers {
    fn from(given: NumbersArg) -> Self {
        match given {
            NumbersArg::Native => Self::Native,
            NumbersArg::Exact => Self::Exact,
        }
    }
}

impl From<ReadingArg> for Reading {
    fn from(given: ReadingArg) -> Self {
        match given {
            ReadingArg::Tolerant => Self::Tolerant,
            ReadingArg::Strict => Self::Strict,
        }
    }
}

impl From<DenyArg> for Code {
    fn from(given: DenyArg) -> Self {
        match given {
            DenyArg::Assumed => Self::Assumed,
            DenyArg::Limited => Self::Limited,
            DenyArg::NotEnforced => Self::NotEnforced,
        }
    }
}
