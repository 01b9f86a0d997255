//! The command `clerk-codegen`.

#[path = "main/choices.rs"]
mod choices;
#[path = "main/diff.rs"]
mod diff;
#[path = "main/explain.rs"]
mod explain;

use choices::{DenyArg, NumbersArg, ReadingArg, StringsArg, UntypedArg};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clerk_codegen::{Changes, Code, Document, Generated, Leaf, Options, Report, Strings, generate, generate_file};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
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
    /// Write the Rust types of one schema as one self-contained module.
    ///
    /// Of an OpenAPI document, 3.0 to 3.2 or Swagger 2.0, every schema under components.schemas becomes a
    /// type, and every one that stands in place in a request, a response, a parameter or a header.
    /// The module uses serde and, only where it needs them, serde_json and regress. Exit code 0
    /// when it was written, 1 when the schema cannot be carried (nothing is written then).
    #[command(after_help = "Example:\n  clerk-codegen generate pet.json --out src/pet.rs\n  \
                            then `pub mod pet;` in src/lib.rs, and `serde_json::from_str::<pet::Pet>(text)`")]
    Generate(GenerateArgs),
    /// Say what becomes of each keyword of a schema.
    ///
    /// It is carried by a Rust type, checked by a rule, an annotation, assumed, limited or not enforced.
    Explain(explain::ExplainArgs),
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
struct GenerateArgs {
    /// The schema, or an OpenAPI document: a JSON or YAML file, or - for standard input.
    schema: PathBuf,
    /// The file to write; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// How much is read.
    #[arg(long, value_enum, default_value_t = ReadingArg::Tolerant)]
    reading: ReadingArg,
    /// The name of the root type; by default made of the schema's title, else of the file's name.
    ///
    /// In an OpenAPI document: the schema that is wanted, by its name there or by its Rust name. What
    /// it refers to comes along, and the rest is left out; by default there is no root, and nothing is.
    #[arg(long, value_name = "NAME")]
    root: Option<String>,
    /// In an OpenAPI document: only the types of these operations, and what they refer to.
    ///
    /// Each by its operationId, or by what the names of its types begin with.
    #[arg(long, num_args = 1.., value_name = "ID")]
    operation: Vec<String>,
    /// In an OpenAPI document: only the types of the operations with this tag, and what they refer to.
    #[arg(long, value_name = "NAME")]
    tag: Vec<String>,
    /// How the types hold their strings.
    #[arg(long, value_enum, default_value_t = StringsArg::Owned)]
    strings: StringsArg,
    /// Also implement schemars::JsonSchema for each type, behind a feature `schemars`.
    #[arg(long)]
    schemars: bool,
    /// What a schema that names no type means.
    #[arg(long, value_enum, default_value_t = UntypedArg::Assume)]
    untyped: UntypedArg,
    /// How the types hold numbers.
    #[arg(long, value_enum, default_value_t = NumbersArg::Native)]
    numbers: NumbersArg,
    /// Warnings that are errors: nothing is written then.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    deny: Vec<DenyArg>,
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
        Action::Generate(args) => run_generate(&args, command.diagnostics),
        Action::Explain(args) => explain::run(&args, command.diagnostics),
        Action::Check(args) => run_check(args, command.diagnostics),
        Action::Diff(args) => diff::run(&args, command.diagnostics),
    };
    match done {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn run_generate(args: &GenerateArgs, format: Format) -> io::Result<ExitCode> {
    let options = options(args);
    let made = match &args.out {
        Some(out) => generate_file(&args.schema, &options, out),
        None => Document::read(&args.schema).and_then(|document| generate(&document, &options)),
    };
    match made {
        Ok(Generated { code, report, .. }) => {
            show(&report, format)?;
            if args.out.is_none() {
                io::stdout().lock().write_all(code.as_bytes())?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(report) => fail(&[report], format),
    }
}

fn options(args: &GenerateArgs) -> Options {
    let mut options = Options::default();
    options.reading = args.reading.into();
    options.untyped = args.untyped.into();
    options.numbers = args.numbers.into();
    options.deny = args.deny.iter().map(|kind| Code::from(*kind)).collect();
    options.root.clone_from(&args.root);
    options.operations.clone_from(&args.operation);
    options.tags.clone_from(&args.tag);
    options.strings = match args.strings {
        StringsArg::Owned => Strings::Owned,
        StringsArg::Borrowed => Strings::Borrowed,
    };
    options.schemars = args.schemars;
    options.command = format!("clerk-codegen generate --reading {}", options.reading.as_str());
    if let Some(root) = &args.root {
        options.command += &[" --root ", root].concat();
    }
    for (flag, chosen) in [(" --operation ", &args.operation), (" --tag ", &args.tag)] {
        options.command.extend(chosen.iter().flat_map(|name| [flag, name]));
    }
    if options.strings == Strings::Borrowed {
        options.command += " --strings borrowed";
    }
    let flags = [
        (args.schemars, " --schemars"),
        (args.untyped == UntypedArg::Exact, " --untyped exact"),
        (args.numbers == NumbersArg::Exact, " --numbers exact"),
    ];
    options.command.extend(flags.into_iter().filter(|(is_on, _)| *is_on).map(|(_, flag)| flag));
    options
}

fn run_check(args: CheckArgs, format: Format) -> io::Result<ExitCode> {
    let mut leaf = Leaf::default();
    leaf.schemas = args.schemas;
    leaf.out = args.out;
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
