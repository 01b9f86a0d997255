//! What is printed on standard error, and how.

use super::progress::Progress;
use anstream::AutoStream;
use clap::{Args, ColorChoice, ValueEnum};
use clerk_codegen::{Report, Severity};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// How messages are printed.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Format {
    /// How to print what was found in a schema, on standard error.
    #[arg(long, global = true, value_enum, default_value_t = Form::Text)]
    diagnostics: Form,
    /// When to print in colour; auto is on a terminal, as NO_COLOR and CLICOLOR_FORCE say.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
    /// Print errors and what was asked for, but no warnings, no notes and no progress.
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, with the offending lines.
    Text,
    /// For programs, one JSON object per line.
    Json,
}

impl Format {
    /// Colours all that is printed from here on as the user wants it.
    pub(super) fn choose_colour(self) {
        choose_colour(self.color);
    }

    /// Tells a terminal what goes on until it is dropped; nothing may be printed before that.
    ///
    /// Of standard input nothing is told: the user may be typing it there.
    pub(super) fn progress(self, doing: &str, path: &Path) -> Option<Progress> {
        let is_for_people = !self.quiet && self.diagnostics == Form::Text && io::stderr().is_terminal();
        (is_for_people && path != Path::new("-")).then(|| Progress::start(doing, path, io::stderr()))
    }
}

fn choose_colour(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Colours an error of the arguments as they ask for it: clap gives none of them when one is wrong.
pub(super) fn choose_colour_by(arguments: impl Iterator<Item = OsString>) {
    let arguments: Vec<String> = arguments.map(|given| given.to_string_lossy().into_owned()).collect();
    let text = arguments.join("\n");
    let choice = text.rsplit_once("--color").and_then(|(_, rest)| rest.strip_prefix(['=', '\n'])?.lines().next());
    choose_colour(choice.and_then(|name| ColorChoice::from_str(name, false).ok()).unwrap_or_default());
}

/// Whether what is printed on standard output is to be coloured.
pub(super) fn is_output_coloured() -> bool {
    AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

pub(super) fn fail(reports: &[Report], format: Format) -> io::Result<ExitCode> {
    for report in reports {
        show(report, format)?;
    }
    Ok(ExitCode::FAILURE)
}

pub(super) fn show(report: &Report, format: Format) -> io::Result<()> {
    let mut report = report.clone();
    report.diagnostics.retain(|found| !format.quiet || found.severity == Severity::Error);
    match format.diagnostics {
        Form::Json => io::stderr().lock().write_all(report.json_lines().as_bytes()),
        Form::Text => {
            let mut stderr = anstream::stderr().lock();
            let colour = stderr.current_choice() != anstream::ColorChoice::Never;
            stderr.write_all(report.render(colour).as_bytes())
        }
    }
}
