//! `clerk-codegen init`.

use super::choices::customisation;
use super::{Format, fail, show};
use clap::Args;
use clerk_codegen::{InitOptions, init};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder to write: a new one, or one in which nothing stands in the way.
    dir: PathBuf,
    /// The schemas, which are copied with the files that they refer to: JSON or YAML files.
    #[arg(long = "schema", value_name = "FILE", required = true, num_args = 1..)]
    schemas: Vec<PathBuf>,
    /// A checkout of the folder codegen/ of clerk-codegen, to depend on it by path; by default it is by version.
    #[arg(long, value_name = "PATH")]
    codegen_path: Option<PathBuf>,
    /// What the titles of all schemas begin with, and the types do not.
    #[arg(long, value_name = "TEXT", default_value = "")]
    title_prefix: String,
    /// The licence of the crate, as an SPDX expression.
    #[arg(long, value_name = "SPDX", default_value = "MIT OR Apache-2.0")]
    license: String,
    /// What the types are to be otherwise: a TOML file, which is copied beside the schemas (docs/customisation.md).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

pub(super) fn run(args: &InitArgs, format: Format) -> io::Result<ExitCode> {
    let mut options = InitOptions::default();
    options.codegen_path.clone_from(&args.codegen_path);
    options.title_prefix.clone_from(&args.title_prefix);
    options.license.clone_from(&args.license);
    match customisation(args.config.as_deref()) {
        Ok(customisation) => options.customisation = customisation,
        Err(report) => return fail(&[report], format),
    }
    let progress = format.progress("generating", &args.dir);
    let made = init(&args.dir, &args.schemas, &options);
    drop(progress);
    match made {
        Ok(made) => {
            made.reports.iter().try_for_each(|report| show(report, format))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(reports) => fail(&reports, format),
    }
}
