//! `clerk-codegen generate`.

use super::choices::{DenyArg, NumbersArg, ReadingArg, SourcesArgs, StringsArg, UntypedArg, customisation};
use super::{Format, fail, read, show};
use clap::{ArgGroup, Args};
use clerk_codegen::{Code, Options, Strings, generate, generate_file, generate_folder};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("written").args(["out", "out_dir"]))]
pub(super) struct GenerateArgs {
    /// The schema, or an OpenAPI document: a JSON or YAML file, or - for standard input.
    schema: PathBuf,
    /// The file to write; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The folder to write, a file for each component of the schema; mod.rs exports the types of all.
    ///
    /// Types that stand in operations are in a file for each group: pets_api.rs for those whose first tag is pets, or
    /// whose path begins so.
    /// Generated files in it, and in its support/, that the schema no longer gives are removed.
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// Replace files that were not generated: those whose first line is not the header of generated files.
    #[arg(long)]
    force: bool,
    /// Write nothing: exit with 1 if a file of --out or --out-dir is not what the schema gives.
    #[arg(long, requires = "written", conflicts_with = "force")]
    check: bool,
    /// Go on without the schemas of a document that have errors: they become serde_json::Value where they are used.
    ///
    /// The errors are said, the types are written, and the exit code is 3.
    #[arg(long)]
    keep_going: bool,
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
    #[command(flatten)]
    sources: SourcesArgs,
    /// How the types hold their strings.
    #[arg(long, value_enum, default_value_t = StringsArg::Owned)]
    strings: StringsArg,
    /// Also give each struct a function with_x for each member x, which sets it and gives the struct back.
    #[arg(long)]
    setters: bool,
    /// Also implement schemars::JsonSchema for each type, behind a feature `schemars`.
    #[arg(long)]
    schemars: bool,
    /// What a schema that names no type means.
    #[arg(long, value_enum, default_value_t = UntypedArg::Assume)]
    untyped: UntypedArg,
    /// How the types hold numbers.
    #[arg(long, value_enum, default_value_t = NumbersArg::Native)]
    numbers: NumbersArg,
    /// Two types for a schema with members that are readOnly or writeOnly, where what is read and what is sent differ.
    ///
    /// Pet is what a server answers with: it has no members that are writeOnly. PetWrite is what is sent: it has none
    /// that are readOnly, and they are not required there. In an OpenAPI document those are given that its operations
    /// use. By default there is one type, with all members.
    #[arg(long)]
    split_read_write: bool,
    /// What the types are to be otherwise: a TOML file with names, and more (docs/customisation.md).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Warnings that are errors: nothing is written then.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    deny: Vec<DenyArg>,
}

/// The exit code where types were written, but not of all schemas.
const LEFT_OUT: u8 = 3;

pub(super) fn run(args: &GenerateArgs, format: Format) -> io::Result<ExitCode> {
    let mut options = options(args);
    match customisation(args.config.as_deref()) {
        Ok(customisation) => options.customisation = customisation,
        Err(report) => return fail(&[report], format),
    }
    let progress = format.progress("generating from", &args.schema);
    let made = match (&args.out, &args.out_dir) {
        (Some(out), _) => generate_file(&args.schema, &options, out).map(|made| (made.report, None)),
        (None, Some(folder)) => generate_folder(&args.schema, &options, folder).map(|made| (made.report, None)),
        (None, None) => read(&args.schema, &options.sources)
            .and_then(|document| generate(&document, &options))
            .map(|made| (made.report, Some(made.code))),
    };
    drop(progress);
    match made {
        Ok((report, code)) => {
            show(&report, format)?;
            if let Some(code) = code {
                io::stdout().lock().write_all(code.as_bytes())?;
            }
            Ok(if report.has_errors() { ExitCode::from(LEFT_OUT) } else { ExitCode::SUCCESS })
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
    options.setters = args.setters;
    options.split_read_write = args.split_read_write;
    options.schemars = args.schemars;
    options.sources = args.sources.sources();
    options.force = args.force;
    options.check = args.check;
    options.keep_going = args.keep_going;
    options.command = format!("clerk-codegen generate --reading {}", options.reading.as_str());
    if let Some(root) = &args.root {
        options.command += &[" --root ", root].concat();
    }
    if let Some(config) = &args.config {
        options.command.extend([" --config ", &config.file_name().unwrap_or_default().to_string_lossy()]);
    }
    for (flag, chosen) in [(" --operation ", &args.operation), (" --tag ", &args.tag)] {
        options.command.extend(chosen.iter().flat_map(|name| [flag, name]));
    }
    options.command += &args.sources.arguments();
    if options.strings == Strings::Borrowed {
        options.command += " --strings borrowed";
    }
    let flags = [
        (args.keep_going, " --keep-going"),
        (args.setters, " --setters"),
        (args.schemars, " --schemars"),
        (args.untyped == UntypedArg::Exact, " --untyped exact"),
        (args.numbers == NumbersArg::Exact, " --numbers exact"),
        (args.split_read_write, " --split-read-write"),
    ];
    options.command.extend(flags.into_iter().filter(|(is_on, _)| *is_on).map(|(_, flag)| flag));
    options
}
