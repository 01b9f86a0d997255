//! What holds for every subcommand: colour, quiet, exit codes, completions and manual pages.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[allow(dead_code, reason = "other tests use the rest")]
mod command;

use command::command;
use std::fs;
use std::process::Output;
use tempfile::TempDir;

const SUBCOMMANDS: [&str; 7] = ["generate", "explain", "init", "check", "diff", "completions", "man"];

/// A schema of which the tolerant types do not check everything, which is a warning, and what is no schema.
const FILES: [(&str, &str); 4] = [
    ("pet.json", r#"{"title": "Pet", "properties": {"name": {"type": "string"}}}"#),
    ("new.json", r#"{"title": "Pet", "properties": {"name": {"type": "string", "nullable": true}}}"#),
    ("wrong.json", r#"{"title": "Pet", "properties": []}"#),
    (
        "api.json",
        r#"{"openapi": "3.1.0", "components": {"schemas": {"Good": {"type": "object"}, "Bad": {"properties": []}}}}"#,
    ),
];

/// Runs the command in a folder with these files.
fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let folder = TempDir::new().unwrap();
    for (name, text) in FILES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = command(folder.path());
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(environment.iter().copied());
    command.args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn is_coloured(output: &Output) -> bool {
    output.stdout.contains(&0x1b) || output.stderr.contains(&0x1b)
}

#[test]
fn colour_is_what_the_user_chose() {
    for asked in [&["generate", "wrong.json"][..], &["diff", "pet.json", "new.json"], &["generate", "--wrong"]] {
        let coloured = |choice: &[&str], environment| is_coloured(&run(&[asked, choice].concat(), environment));
        assert!(!coloured(&[], &[]), "{asked:?}: standard output and error are no terminals");
        assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]), "{asked:?}");
        assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]), "{asked:?}");
        assert!(coloured(&["--color=always"], &[]), "{asked:?}");
        assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]), "{asked:?}");
    }
}

#[test]
fn what_programs_read_has_no_colour() {
    for format in ["json", "markdown", "github"] {
        let output = run(&["diff", "pet.json", "new.json", "--color", "always", "--format", format], &[]);
        assert!(!is_coloured(&output) && !output.stdout.is_empty(), "{output:?}");
    }
    let output = run(&["generate", "wrong.json", "--color", "always", "--diagnostics", "json"], &[]);
    assert!(!is_coloured(&output) && stderr(&output).starts_with('{'), "{output:?}");
    assert!(!is_coloured(&run(&["generate", "pet.json", "--color", "always", "--quiet"], &[])));
}

#[test]
fn quiet_leaves_errors_and_what_was_asked_for() {
    let (loud, quiet) = (run(&["generate", "pet.json"], &[]), run(&["generate", "pet.json", "--quiet"], &[]));
    assert!(stderr(&loud).contains("warning[assumed-type]"), "{}", stderr(&loud));
    assert!(quiet.stderr.is_empty(), "{}", stderr(&quiet));
    assert!(!quiet.stdout.is_empty() && quiet.stdout == loud.stdout, "what is generated is the same");
    let (loud, quiet) = (run(&["generate", "wrong.json"], &[]), run(&["-q", "generate", "wrong.json"], &[]));
    assert!(stderr(&quiet).starts_with("error["), "{quiet:?}");
    assert_eq!((quiet.stderr, quiet.status), (loud.stderr, loud.status));
    let denied = run(&["generate", "pet.json", "--deny", "assumed", "--quiet", "--diagnostics", "json"], &[]);
    assert!(denied.status.code() == Some(1) && stderr(&denied).contains("assumed-type"), "{denied:?}");
}

#[test]
fn exit_codes_are_those_of_the_help() {
    let help = run(&["--help"], &[]);
    let said: Vec<u8> = stdout(&help)
        .rsplit_once("Exit codes:\n")
        .unwrap()
        .1
        .lines()
        .filter_map(|line| line.trim().split(' ').next()?.parse::<u8>().ok())
        .collect();
    assert_eq!(said, [0, 1, 2, 3]);
    let code = |arguments: &[&str]| run(arguments, &[]).status.code();
    assert_eq!(code(&["generate", "pet.json"]), Some(0));
    assert_eq!(code(&["generate", "wrong.json"]), Some(1));
    assert_eq!(code(&["generate", "none.json"]), Some(1));
    assert_eq!(code(&["diff", "pet.json", "new.json", "--fail-on", "breaking"]), Some(1));
    assert_eq!(code(&["generate", "pet.json", "--wrong"]), Some(2));
    assert_eq!(code(&["man", "wrong"]), Some(2));
    assert_eq!(code(&["generate", "api.json"]), Some(1));
    assert_eq!(code(&["generate", "api.json", "--keep-going", "--quiet"]), Some(3));
}

#[test]
fn each_shell_completes_each_subcommand() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell], &[]);
        let missing: Vec<_> = SUBCOMMANDS.iter().filter(|name| !stdout(&output).contains(**name)).collect();
        assert!(output.status.success() && output.stderr.is_empty() && missing.is_empty(), "{shell}: {missing:?}");
    }
}

#[test]
fn each_subcommand_has_a_manual_page() {
    let output = run(&["man"], &[]);
    let title = concat!(".TH clerk-codegen 1  \"clerk-codegen ", env!("CARGO_PKG_VERSION"), "\"");
    assert!(stdout(&output).contains(title) && stdout(&output).contains("Exit codes:"), "{output:?}");
    for name in SUBCOMMANDS {
        assert!(stdout(&output).contains(&format!("clerk\\-codegen\\-{name}(1)")), "{name}: {output:?}");
        let page = run(&["man", name], &[]);
        assert!(page.status.success() && stdout(&page).contains(&format!(".TH clerk-codegen-{name} 1")), "{page:?}");
        assert!(stdout(&page).contains("\\-\\-color"), "the global arguments are in each page: {page:?}");
    }
}
