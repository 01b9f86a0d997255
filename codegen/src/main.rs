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

use clap::{Args, Parser, Subcommand, ValueEnum};
use clerk_codegen::{Changes, Document, Leaf, Report, Sources};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Rust types from JSON Schemas written in OpenAPI 3.0's dialect: nullable, discriminator, open enums.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
struct Command {
    #[command(subcommand)]
    action: Action,
    /// How to print what was found in a schema, on standard error.
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    diagnostics: Format,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write the Rust types of one schema as one self-contained module: a file, or a folder.
    ///
    /// Of an OpenAPI document, 3.0 to 3.2 or Swagger 2.0, every schema under components.schemas becomes a
    /// type, and every one that stands in place in a request, a response, a parameter or a header.
    /// The module uses serde and, only where it needs them, serde_json and regress. Exit code 0
    /// when it was written, 1 when the schema cannot be carried (nothing is written then).
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the offending lines.
    Text,
    /// For programs, one JSON object per line.
    Json,
}

fn main() -> ExitCode {
    let command = Command::parse();
    let done = match command.action {
        Action::Generate(args) => generate::run(&args, command.diagnostics),
        Action::Explain(args) => explain::run(&args, command.diagnostics),
        Action::Init(args) => init::run(&args, command.diagnostics),
        Action::Check(args) => run_check(args, command.diagnostics),
        Action::Diff(args) => diff::run(&args, command.diagnostics),
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
    match leaf.check() {
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

fn fail(reports: &[Report], format: Format) -> io::Result<ExitCode> {
    for report in reports {
        show(report, format)?;
    }
    Ok(ExitCode::FAILURE)
}

fn show(report: &Report, format: Format) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    let text = match format {
        Format::Json => report.json_lines(),
        Format::Text => report.render(stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none()),
    };
    stderr.write_all(text.as_bytes())
}
