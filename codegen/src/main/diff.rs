//! The subcommand `diff`.

use super::choices::SourcesArgs;
use super::messages::is_output_coloured;
use super::{Command, Format, fail};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use clerk_codegen::{Diff, DiffFormat, DiffOptions, Document, Folder, FolderDiff, Report, Sources, diff, diff_folders};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) const USAGE: &str =
    "clerk-codegen diff [OPTIONS] <OLD> <NEW>\n       clerk-codegen diff [OPTIONS] --git <REV>[..<REV>] <FILE|FOLDER>";

pub(super) const EXAMPLES: &str = "Examples:\n  clerk-codegen diff old/pet.json new/pet.json\n  \
    clerk-codegen diff old/openapi.yaml new/openapi.yaml\n  \
    clerk-codegen diff --git main schema/pet.json --format markdown --fail-on breaking\n  \
    clerk-codegen diff --git v1..v2 schema";

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The old and the new schema, OpenAPI document or folder of them, JSON or YAML, one of which may be - for
    /// standard input; with --git the one file or folder.
    #[arg(required = true, num_args = 1..=2, value_name = "SCHEMA")]
    schemas: Vec<PathBuf>,
    /// Compare a file or a folder at a revision with the working tree, or at two revisions: REV or REV..REV.
    #[arg(long, value_name = "REV")]
    git: Option<String>,
    /// How to print the comparison, on standard output.
    #[arg(long, value_enum, default_value_t = Shown::Text)]
    format: Shown,
    /// When to exit with 1.
    #[arg(long, value_enum, value_name = "WHEN")]
    fail_on: Option<FailOn>,
    /// The name of the root type, by default made of each schema's title; of OpenAPI documents the one schema to compare.
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
        (None, [old, new]) => match (old.is_dir(), new.is_dir()) {
            (true, true) => {
                compare_folders(Folder::read(old, &sources), Folder::read(new, &sources), &options, &sources)
            }
            (false, false) => {
                compare(Document::read_with(old, &sources), Document::read_with(new, &sources), &options, &sources)
            }
            _ => usage("one of the two is a folder, the other a file: give two files or two folders"),
        },
        (Some(revisions), [path]) => {
            let (old, new) = split(revisions);
            let is_folder = path.is_dir() || (!path.exists() && Folder::is_in_revision(&old, path));
            if is_folder {
                let read = |revision| Folder::read_revision(revision, path, &sources);
                let now = new.as_deref().map_or_else(|| Folder::read(path, &sources), read);
                compare_folders(Folder::read_revision(&old, path, &sources), now, &options, &sources)
            } else {
                let read = |revision| Document::read_revision(revision, path, &sources);
                let now = new.as_deref().map_or_else(|| Document::read_with(path, &sources), read);
                compare(read(&old), now, &options, &sources)
            }
        }
        (None, _) => usage("give OLD and NEW, or one FILE or FOLDER with --git REV"),
        (Some(_), _) => usage("with --git give one FILE or FOLDER"),
    };
    drop(progress);
    match compared {
        Ok(compared) => {
            io::stdout().lock().write_all(compared.render(format(args.format)).as_bytes())?;
            Ok(if compared.fails(args.fail_on) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Err(reports) => fail(&reports, diagnostics),
    }
}

/// What two files or two folders differ in.
enum Compared {
    Files(Diff),
    Folders(FolderDiff),
}

impl Compared {
    fn render(&self, format: DiffFormat) -> String {
        match self {
            Self::Files(diff) => diff.render(format),
            Self::Folders(diff) => diff.render(format),
        }
    }

    fn fails(&self, fail_on: Option<FailOn>) -> bool {
        let (is_empty, is_breaking) = match self {
            Self::Files(diff) => (diff.is_empty(), diff.is_breaking()),
            Self::Folders(diff) => (diff.is_empty(), diff.is_breaking()),
        };
        match fail_on {
            Some(FailOn::Breaking) => is_breaking,
            Some(FailOn::Any) => !is_empty,
            None => false,
        }
    }
}

type Read = Result<Document, Report>;

fn compare(old: Read, new: Read, options: &DiffOptions, sources: &Sources) -> Result<Compared, Vec<Report>> {
    match (old, new) {
        (Ok(old), Ok(new)) => {
            Document::refuse_unused_maps(&[&old, &new], sources).map_err(|report| vec![report])?;
            diff(&old, &new, options).map(Compared::Files)
        }
        (old, new) => Err([old.err(), new.err()].into_iter().flatten().collect()),
    }
}

type ReadFolder = Result<Folder, Vec<Report>>;

fn compare_folders(
    old: ReadFolder,
    new: ReadFolder,
    options: &DiffOptions,
    sources: &Sources,
) -> Result<Compared, Vec<Report>> {
    match (old, new) {
        (Ok(old), Ok(new)) => {
            let all: Vec<&Document> =
                old.documents.iter().chain(&new.documents).map(|(_, document)| document).collect();
            Document::refuse_unused_maps(&all, sources).map_err(|report| vec![report])?;
            diff_folders(&old, &new, options).map(Compared::Folders)
        }
        (old, new) => Err([old.err(), new.err()].into_iter().flatten().flatten().collect()),
    }
}

/// The old revision and the new one, if that is not the working tree; as git does, `REV..` means up to `HEAD`.
fn split(revisions: &str) -> (String, Option<String>) {
    let or_head = |revision: &str| if revision.is_empty() { "HEAD".to_owned() } else { revision.to_owned() };
    match revisions.split_once("..") {
        Some((old, new)) => (or_head(old), Some(or_head(new))),
        None => (revisions.to_owned(), None),
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
