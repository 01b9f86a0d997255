//! The subcommand `diff`.

use super::choices::SourcesArgs;
use super::messages::is_output_coloured;
use super::{Command, Format, fail};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use clerk_codegen::{Diff, DiffFormat, DiffOptions, Document, Report, Sources, diff};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) const USAGE: &str =
    "clerk-codegen diff [OPTIONS] <OLD> <NEW>\n       clerk-codegen diff [OPTIONS] --git <REV>[..<REV>] <FILE>";

pub(super) const EXAMPLES: &str = "Examples:\n  clerk-codegen diff old/pet.json new/pet.json\n  \
    clerk-codegen diff --git main schema/pet.json --format markdown --fail-on breaking";

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The old and the new schema, JSON or YAML, one of which may be - for standard input; with --git the one file.
    #[arg(required = true, num_args = 1..=2, value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// Compare a file at a revision with the working tree, or at two revisions: REV or REV..REV.
    #[arg(long, value_name = "REV")]
    git: Option<String>,
    /// How to print the comparison, on standard output.
    #[arg(long, value_enum, default_value_t = Shown::Text)]
    format: Shown,
    /// When to exit with 1.
    #[arg(long, value_enum, value_name = "WHEN")]
    fail_on: Option<FailOn>,
    /// The name of the root type; by default made of each schema's title.
    #[arg(long, value_name = "NAME")]
    root: Option<String>,
    /// What the titles begin with, and the types do not.
    #[arg(long, value_name = "TEXT", default_value = "Clerk ")]
    title_prefix: String,
    #[command(flatten)]
    sources: SourcesArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shown {
    /// For a terminal, in at most 100 columns.
    Text,
    /// For a pull request.
    Markdown,
    /// For programs: one JSON document.
    Json,
    /// For GitHub Actions: annotations.
    Github,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    /// A reader refuses what it read, or the Rust types need a major version.
    Breaking,
    /// Anything changed, be it documentation.
    Any,
}

pub(super) fn run(args: &DiffArgs, diagnostics: Format) -> io::Result<ExitCode> {
    let mut options = DiffOptions::default();
    options.root.clone_from(&args.root);
    options.title_prefix.clone_from(&args.title_prefix);
    let sources = args.sources.sources();
    let is_standard_input = |path: &PathBuf| path.as_os_str() == "-";
    let new = args.schemas.iter().max_by_key(|path| is_standard_input(path));
    let progress = new.and_then(|new| diagnostics.progress("comparing", new));
    let compared = match (&args.git, args.schemas.as_slice()) {
        (None, [old, new]) if is_standard_input(old) && is_standard_input(new) => {
            usage("standard input is one schema: give the other as a file")
        }
        (Some(_), [file]) if is_standard_input(file) => usage("with --git give one FILE, not standard input"),
        (None, [old, new]) => {
            compare(Document::read_with(old, &sources), Document::read_with(new, &sources), &options, &sources)
        }
        (Some(revisions), [file]) => {
            let (old, new) = at_revisions(revisions, file, &sources);
            compare(old, new, &options, &sources)
        }
        (None, _) => usage("give two schemas, OLD and NEW, or one FILE with --git REV"),
        (Some(_), _) => usage("with --git give one FILE"),
    };
    drop(progress);
    match compared {
        Ok(diff) => {
            io::stdout().lock().write_all(diff.render(format(args.format)).as_bytes())?;
            Ok(if fails(&diff, args.fail_on) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Err(reports) => fail(&reports, diagnostics),
    }
}

type Read = Result<Document, Report>;

fn compare(old: Read, new: Read, options: &DiffOptions, sources: &Sources) -> Result<Diff, Vec<Report>> {
    match (old, new) {
        (Ok(old), Ok(new)) => {
            Document::refuse_unused_maps(&[&old, &new], sources).map_err(|report| vec![report])?;
            diff(&old, &new, options)
        }
        (old, new) => Err([old.err(), new.err()].into_iter().flatten().collect()),
    }
}

/// As git does, `REV..` means up to `HEAD`.
fn at_revisions(revisions: &str, file: &Path, sources: &Sources) -> (Read, Read) {
    let read = |revision: &str| Document::read_revision(revision, file, sources);
    let or_head = |revision: &str| if revision.is_empty() { "HEAD".to_owned() } else { revision.to_owned() };
    match revisions.split_once("..") {
        Some((old, new)) => (read(&or_head(old)), read(&or_head(new))),
        None => (read(revisions), Document::read_with(file, sources)),
    }
}

fn usage(message: &str) -> ! {
    Command::command().error(ErrorKind::WrongNumberOfValues, message).exit()
}

fn format(shown: Shown) -> DiffFormat {
    match shown {
        Shown::Text => DiffFormat::Text { colour: is_output_coloured() },
        Shown::Markdown => DiffFormat::Markdown,
        Shown::Json => DiffFormat::Json,
        Shown::Github => DiffFormat::GitHub,
    }
}

fn fails(diff: &Diff, fail_on: Option<FailOn>) -> bool {
    match fail_on {
        Some(FailOn::Breaking) => diff.is_breaking(),
        Some(FailOn::Any) => !diff.is_empty(),
        None => false,
    }
}
