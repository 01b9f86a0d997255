//! What the user chooses, as arguments.

use clap::{Args, ValueEnum};
use clerk_codegen::{Code, Customisation, Numbers, Reading, Report, Sources, Untyped};
use std::path::{Path, PathBuf};

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

/// What the types are to be otherwise, if a file says so.
pub(super) fn customisation(config: Option<&Path>) -> Result<Customisation, Report> {
    config.map_or_else(|| Ok(Customisation::default()), Customisation::read)
}

/// Where the files are that a schema refers to.
#[derive(Debug, Args)]
pub(super) struct SourcesArgs {
    /// The folder outside of which no file is read; by default that of the schema, of standard input the current one.
    #[arg(long, value_name = "DIR")]
    root_folder: Option<PathBuf>,
    /// The file that stands for a URL in references: nothing is read from the network.
    ///
    /// A URL that ends in / stands for all that begin so, and FILE is a folder then.
    #[arg(long, value_name = "URL=FILE", value_parser = map)]
    map: Vec<(String, PathBuf)>,
}

impl SourcesArgs {
    pub(super) fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        sources.root_folder.clone_from(&self.root_folder);
        sources.maps.clone_from(&self.map);
        sources
    }

    /// The same, as arguments.
    pub(super) fn arguments(&self) -> String {
        let root = self.root_folder.iter().map(|folder| format!(" --root-folder {}", folder.display()));
        let maps = self.map.iter().map(|(url, file)| format!(" --map {url}={}", file.display()));
        root.chain(maps).collect()
    }
}

/// The last `=` separates: a URL may have some itself.
fn map(text: &str) -> Result<(String, PathBuf), String> {
    match text.rsplit_once('=') {
        Some((url, file)) if url.contains(':') && !file.is_empty() && !url.contains('#') => {
            Ok((url.to_owned(), file.into()))
        }
        Some((url, _)) if url.contains('#') => {
            Err("a map is of a whole file: give the URL without its fragment".to_owned())
        }
        _ => Err("give a URL and a file, as https://example.com/pet.json=pet.json".to_owned()),
    }
}
