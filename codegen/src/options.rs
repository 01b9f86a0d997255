//! What the user chooses about a module.

use crate::custom::Customisation;
use crate::diagnostic::Code;
use crate::load::Sources;
use crate::model::Choices;
use crate::plan::{Reading, Strings};
use crate::project::Wanted;

/// What the user chooses about a module.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How the schema is read.
    pub reading: Reading,
    /// The Rust name of the root type; by default made of the schema's title, else of the file's name.
    ///
    /// In an OpenAPI document: the one schema that is wanted, with those it refers to, by its name
    /// under `components.schemas` or by the Rust name of its type; by default all.
    pub root: Option<String>,
    /// In an OpenAPI document: the operations whose types are wanted, with all they refer to, each by
    /// its `operationId` or by what the names of its types begin with.
    pub operations: Vec<String>,
    /// In an OpenAPI document: the tags of operations whose types are wanted, with all they refer to.
    pub tags: Vec<String>,
    /// How the types hold their strings.
    pub strings: Strings,
    /// Whether each struct has a function `with_x` for each member `x`, which sets it and gives the struct back.
    pub setters: bool,
    /// Whether each type implements `schemars::JsonSchema` behind a feature `schemars`.
    pub schemars: bool,
    /// What a schema that names no type means.
    pub untyped: Untyped,
    /// How the types hold numbers.
    pub numbers: Numbers,
    /// Whether a schema with members that are `readOnly` or `writeOnly`, its own or of what it holds, gives two types:
    /// `Pet`, which a server answers with, and `PetWrite`, which is sent to it. By default it gives one, with all
    /// members.
    ///
    /// In an OpenAPI document those are given that its operations use.
    pub split_read_write: bool,
    /// Codes of warnings that are errors: then nothing is written.
    pub deny: Vec<Code>,
    /// Where the files are that the schema refers to, for what reads it: [`generate_file`](crate::generate_file())
    /// and [`generate_folder`](crate::generate_folder()).
    pub sources: Sources,
    /// The command that the header names as the one that makes the file.
    pub command: String,
    /// Whether a file is replaced that does not begin with [`HEADER_MARK`](crate::HEADER_MARK): it was not generated.
    pub force: bool,
    /// Whether nothing is written: then files that are not what the schema gives are an error, [`Code::Drift`].
    pub check: bool,
    /// Whether a schema of a document that has an error becomes `serde_json::Value` where it is used. The error is in
    /// the report, and code is written.
    pub keep_going: bool,
    /// What the types are to be otherwise than the schema alone makes them.
    pub customisation: Customisation,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            reading: Reading::Tolerant,
            root: None,
            operations: Vec::new(),
            tags: Vec::new(),
            strings: Strings::Owned,
            setters: false,
            schemars: false,
            untyped: Untyped::Assume,
            numbers: Numbers::Native,
            deny: Vec::new(),
            sources: Sources::default(),
            command: "clerk-codegen generate".to_owned(),
            force: false,
            check: false,
            keep_going: false,
            split_read_write: false,
            customisation: Customisation::default(),
        }
    }
}

/// What a schema that names no type means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untyped {
    /// The type that its keywords speak of, with a warning.
    Assume,
    /// The letter: values of other types are kept as they are.
    Exact,
}

/// How the types hold numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As `i64` or another width, and as `f64`.
    Native,
    /// As `serde_json::Number`: no digit is lost.
    Exact,
}

impl Options {
    pub(crate) fn wanted(&self) -> Wanted<'_> {
        Wanted { root: self.root.as_deref(), operations: &self.operations, tags: &self.tags, title_prefix: "" }
    }

    pub(crate) fn choices(&self) -> Choices {
        Choices {
            reading: self.reading,
            untyped_exact: self.untyped == Untyped::Exact,
            exact_numbers: self.numbers == Numbers::Exact,
            split_read_write: self.split_read_write,
        }
    }
}
