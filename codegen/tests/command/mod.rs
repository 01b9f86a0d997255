//! Runs the real command in a folder, and pins what it says.

use insta::{Settings, assert_snapshot};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs `generate` and asserts that it fails and writes nothing; gives what it says, as text and as JSON.
pub(crate) fn refuse(folder: &Path, schema: &Path) -> [String; 2] {
    let (fresh, kept) = (folder.join("fresh.rs"), folder.join("kept.rs"));
    fs::write(&kept, "as it was").unwrap();
    let before = listing(folder);
    let said = [("text", &fresh), ("json", &kept)].map(|(format, out)| {
        let arguments = ["generate", "--diagnostics", format, "--reading", "strict", "--out"];
        let output = command(folder).args(arguments).arg(out).arg(schema).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        stderr(&output, folder)
    });
    assert_eq!(listing(folder), before, "something was written");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "as it was");
    said
}

pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clerk-codegen"));
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("RUST_BACKTRACE");
    command
}

/// What a command says in a folder, the same on every machine.
pub(crate) fn stderr(output: &Output, folder: &Path) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    // Messages have slashes on every system.
    let folder = folder.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
    without_wording(&text.replace(&folder, "[folder]"))
}

/// Leaves out how the operating system words an error: what stands from the last colon to its number.
fn without_wording(text: &str) -> String {
    let mut parts = text.split(" (os error ");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        plain.truncate(plain.rfind(": ").unwrap() + 2);
        plain += "[the system's words]";
        plain += part.split_once(')').unwrap().1;
    }
    plain
}

pub(crate) fn listing(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

pub(crate) fn pin(name: &str, [text, json]: &[String; 2]) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../diagnostics");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, format!("{text}\n{json}")));
}
