//! What packagers install beside the command: completions for shells, and manual pages.

use super::Command;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};
use std::process::ExitCode;

const NAME: &str = "clerk-codegen";

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The subcommand that the page is about; the command as a whole when left out.
    #[arg(value_name = "SUBCOMMAND", value_parser = subcommand)]
    subcommand: Option<Box<clap::Command>>,
}

pub(super) fn complete(args: &CompletionsArgs) -> io::Result<ExitCode> {
    // The generators panic where a pipe is closed: they get memory to write to.
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Command::command(), NAME, &mut text);
    print(&text)
}

pub(super) fn show_manual(args: &ManArgs) -> io::Result<ExitCode> {
    let about = args.subcommand.as_deref().cloned().unwrap_or_else(whole);
    let mut text = Vec::new();
    clap_mangen::Man::new(about).source(concat!("clerk-codegen ", env!("CARGO_PKG_VERSION"))).render(&mut text)?;
    print(&text)
}

/// The command with what clap adds to its subcommands: the global arguments, and the names of their pages.
fn whole() -> clap::Command {
    let mut command = Command::command().disable_help_subcommand(true);
    command.build();
    command
}

fn subcommand(name: &str) -> Result<Box<clap::Command>, String> {
    let whole = whole();
    whole.find_subcommand(name).cloned().map(Box::new).ok_or_else(|| {
        let names: Vec<&str> = whole.get_subcommands().map(clap::Command::get_name).collect();
        format!("there is no such subcommand: give one of {}", names.join(", "))
    })
}

fn print(text: &[u8]) -> io::Result<ExitCode> {
    io::stdout().lock().write_all(text)?;
    Ok(ExitCode::SUCCESS)
}
