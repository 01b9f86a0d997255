//! The command `clerk-codegen`.

#[path = "main/choices.rs"]
mod choices;
#[path = "main/diff.rs"]
mod diff;
#[path = "main/explain.rs"]
mod explain;
#[path = "main/generate.rs"]
mod generate;
#[path = "main/init.rs"]
mod init;
#[path = "main/messages.rs"]
mod messages;
#[path = "main/pages.rs"]
mod pages;
#[path = "main/progress.rs"]
mod progress;

use clap::{Args, Parser, Subcommand};
use clerk_codegen::{Changes, Document, Leaf, Report, Sources};
use messages::{Format, fail, show};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Rust types from JSON Schemas written in OpenAPI 3.0's dialect: nullable, discriminator, open enums.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Command {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    format: Format,
}

const EXIT_CODES: &str = "Exit codes:\n  \
    0  Done; of check: nothing differs\n  \
    1  A schema cannot be carried, a file cannot be read or written, and nothing was written;\n     \
       of check: something differs; of diff: what --fail-on names was found\n  \
    2  The arguments are wrong\n  \
    3  Written, but schemas were left out by --keep-going";

#[derive(Debug, Subcommand)]
enum Action {
    /// Write the Rust types of one schema as one self-contained module: a file, or a folder.
    ///
    /// Of an OpenAPI document, 3.0 to 3.2 or Swagger 2.0, every schema under components.schemas becomes a
    /// type, and every one that stands in place in a request, a response, a parameter or a header.
    /// The module uses serde and, only where it needs them, serde_json and regress. Exit code 0
    /// when it was written, 1 when the schema cannot be carried (nothing is written then), 3 when it was written but
    /// for schemas that --keep-going left out.
    #[command(after_help = "Example:\n  clerk-codegen generate pet.json --out src/pet.rs\n  \
                            then `pub mod pet;` in src/lib.rs, and `serde_json::from_str::<pet::Pet>(text)`\n  \
                            clerk-codegen generate openapi.yaml --out-dir src/api\n  \
                            then `pub mod api;`, and `api::Pet`: it is in src/api/pet.rs")]
    Generate(generate::GenerateArgs),
    /// Say what becomes of each keyword of a schema.
    ///
    /// It is carried by a Rust type, checked by a rule, an annotation, assumed, limited or not enforced.
    Explain(explain::ExplainArgs),
    /// Write a crate of types of one's own, with a build script that regenerates them, tests and a CI workflow.
    ///
    /// In DIR: a driver, schema/ with copies of the schemas, and generated/, the crate of types, which is named by
    /// DIR. Exit code 1 when a schema cannot be carried or something stands in the way (nothing is written then).
    Init(init::InitArgs),
    /// Check that the generated sources are what the schemas give.
    ///
    /// Exit code 0 when they are, 1 when not (the files are named) or when a schema cannot be carried.
    Check(CheckArgs),
    /// Say what an update of a schema breaks: for programs that read, and for code that compiles.
    ///
    /// Two schemas are compared by meaning. For each change there are three verdicts: whether
    /// programs built from OLD read what NEW allows, whether programs built from NEW read what OLD
    /// allowed (both with a sample document where not), and the least semver bump of the Rust types.
    /// Exit code 0; 1 by --fail-on, or when one of the two is no schema (nothing is compared then).
    #[command(override_usage = diff::USAGE, after_help = diff::EXAMPLES)]
    Diff(diff::DiffArgs),
    /// Print the completions of this command for a shell.
    #[command(
        after_help = "Example:\n  clerk-codegen completions bash > ~/.local/share/bash-completion/completions/clerk-codegen"
    )]
    Completions(pages::CompletionsArgs),
    /// Print the manual page of this command, or of a subcommand of it.
    #[command(after_help = "Example:\n  clerk-codegen man > ~/.local/share/man/man1/clerk-codegen.1\n  \
                            clerk-codegen man generate > ~/.local/share/man/man1/clerk-codegen-generate.1")]
    Man(pages::ManArgs),
}

#[derive(Debug, Args)]
struct CheckArgs {
    /// The folder of the schemas.
    #[arg(long, value_name = "DIR", default_value = "schema")]
    schemas: PathBuf,
    /// The folder of the generated sources.
    #[arg(long, value_name = "DIR", default_value = "generated/src")]
    out: PathBuf,
    /// What the titles of all schemas begin with, and the types do not.
    #[arg(long, value_name = "TEXT", default_value = "Clerk ")]
    title_prefix: String,
    #[command(flatten)]
    sources: choices::SourcesArgs,
}

fn main() -> ExitCode {
    let command = Command::try_parse().unwrap_or_else(|error| {
        messages::choose_colour_by(std::env::args_os());
        error.exit()
    });
    command.format.choose_colour();
    let done = match command.action {
        Action::Generate(args) => generate::run(&args, command.format),
        Action::Explain(args) => explain::run(&args, command.format),
        Action::Init(args) => init::run(&args, command.format),
        Action::Check(args) => run_check(args, command.format),
        Action::Diff(args) => diff::run(&args, command.format),
        Action::Completions(args) => pages::complete(&args),
        Action::Man(args) => pages::show_manual(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Reads a schema and what it refers to; a map that is of no use is an error.
fn read(schema: &Path, sources: &Sources) -> Result<Document, Report> {
    let document = Document::read_with(schema, sources)?;
    Document::refuse_unused_maps(&[&document], sources)?;
    Ok(document)
}

fn run_check(args: CheckArgs, format: Format) -> io::Result<ExitCode> {
    let mut leaf = Leaf::default();
    leaf.schemas = args.schemas;
    leaf.out = args.out;
    leaf.sources = args.sources.sources();
    leaf.title_prefix = args.title_prefix;
    let progress = format.progress("checking", &leaf.schemas);
    let checked = leaf.check();
    drop(progress);
    match checked {
        Ok(synced) => {
            for report in &synced.reports {
                show(report, format)?;
            }
            show_changes(&synced.changes, format)?;
            Ok(if synced.changes.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Err(reports) => fail(&reports, format),
    }
}

fn show_changes(changes: &Changes, format: Format) -> io::Result<()> {
    changes.reports().iter().try_for_each(|report| show(report, format))
}
