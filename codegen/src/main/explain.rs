//! `clerk-codegen explain`.

use super::choices::{NumbersArg, ReadingArg, SourcesArgs, UntypedArg, customisation};
use super::{Format, fail, read};
use clap::{Args, ValueEnum};
use clerk_codegen::{ExplainFormat, Options, explain};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The schema, or an OpenAPI document: a JSON or YAML file, or - for standard input.
    schema: PathBuf,
    /// How much is read.
    #[arg(long, value_enum, default_value_t = ReadingArg::Strict)]
    reading: ReadingArg,
    /// What a schema that names no type means.
    #[arg(long, value_enum, default_value_t = UntypedArg::Assume)]
    untyped: UntypedArg,
    /// How the types hold numbers.
    #[arg(long, value_enum, default_value_t = NumbersArg::Native)]
    numbers: NumbersArg,
    /// What is read and what is sent as two types where they differ, as for generate.
    #[arg(long)]
    split_read_write: bool,
    /// What the types are to be otherwise, as for generate.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    sources: SourcesArgs,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// A line for each keyword.
    Text,
    /// A table.
    Markdown,
    /// One JSON object per line.
    Json,
}

pub(super) fn run(args: &ExplainArgs, diagnostics: Format) -> io::Result<ExitCode> {
    let mut options = Options::default();
    options.reading = args.reading.into();
    options.untyped = args.untyped.into();
    options.numbers = args.numbers.into();
    options.split_read_write = args.split_read_write;
    let format = match args.format {
        FormatArg::Text => ExplainFormat::Text,
        FormatArg::Markdown => ExplainFormat::Markdown,
        FormatArg::Json => ExplainFormat::Json,
    };
    match customisation(args.config.as_deref()) {
        Ok(customisation) => options.customisation = customisation,
        Err(report) => return fail(&[report], diagnostics),
    }
    let progress = diagnostics.progress("explaining", &args.schema);
    let explained = read(&args.schema, &args.sources.sources()).and_then(|document| explain(&document, &options));
    drop(progress);
    match explained {
        Ok(explanation) => {
            io::stdout().lock().write_all(explanation.render(format).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(report) => fail(&[report], diagnostics),
    }
}
