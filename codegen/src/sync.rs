//! Compares files with what they should be, and writes those that differ: the only writer.

use crate::diagnostic::{Code, Diagnostic, OtherText, Report, shown};
use crate::print::HEADER_MARK;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Where it belongs.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) text: String,
}

/// What differs between files and what they should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are missing or hold something else.
    pub stale: Vec<PathBuf>,
    /// Generated files that nothing gives any longer.
    pub orphans: Vec<PathBuf>,
}

impl Changes {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stale.is_empty() && self.orphans.is_empty()
    }

    /// The differences as errors, one report per file.
    #[must_use]
    pub fn reports(&self) -> Vec<Report> {
        let found = self.drift("run `cargo build`, review the difference and commit it");
        found.map(|(path, found)| Report::without_text(shown(path), found)).collect()
    }

    /// The differences as one report, which is an error.
    pub(crate) fn refuse(&self) -> Result<(), Report> {
        let mut found = self.drift("generate it without `check`, review the difference and commit it");
        let Some((path, first)) = found.next() else { return Ok(()) };
        let mut report = Report::without_text(shown(path), first);
        for (path, found) in found {
            let file = shown(path);
            report.others.push(OtherText { file: file.clone(), text: String::new() });
            report.diagnostics.push(Diagnostic { file: Some(file), ..found });
        }
        Err(report)
    }

    fn drift(&self, help: &'static str) -> impl Iterator<Item = (&Path, Diagnostic)> {
        let stale = self.stale.iter().map(|path| (path, "this file is not what the schemas give"));
        let orphans = self.orphans.iter().map(|path| (path, "no schema gives this file any longer"));
        let all = stale.chain(orphans);
        all.map(move |(path, message)| (path.as_path(), Diagnostic::error(Code::Drift, "", message, help)))
    }
}

/// Compares one file with what it should be.
pub(crate) fn compare_file(output: &Output) -> Changes {
    changes(Vec::new(), std::slice::from_ref(output))
}

/// Compares a folder, and all folders in it, with the outputs that belong into it; writes nothing.
pub(crate) fn compare(folder: &Path, outputs: &[Output]) -> Changes {
    let mut generated = Vec::new();
    find_generated(folder, true, &mut generated);
    changes(generated, outputs)
}

/// Compares folders, but not the folders in them, with the outputs that belong into them; writes nothing.
pub(crate) fn compare_flat(folders: &[&Path], outputs: &[Output]) -> Changes {
    let mut generated = Vec::new();
    for folder in folders {
        find_generated(folder, false, &mut generated);
    }
    changes(generated, outputs)
}

fn changes(generated: Vec<PathBuf>, outputs: &[Output]) -> Changes {
    let expected: BTreeSet<&Path> = outputs.iter().map(|output| output.path.as_path()).collect();
    let mut orphans = generated;
    orphans.retain(|path| !expected.contains(path.as_path()));
    orphans.sort();
    let differs = |output: &&Output| fs::read(&output.path).ok().as_deref() != Some(output.text.as_bytes());
    let stale = outputs.iter().filter(differs).map(|output| output.path.clone()).collect();
    Changes { stale, orphans }
}

/// Writes the outputs that differ, and removes generated files that are left over; all of it or, where something
/// stands in the way, nothing. What was not generated gives way only by `force`.
pub(crate) fn bring_up_to_date(changes: &Changes, outputs: &[Output], force: bool) -> Result<(), Report> {
    for path in &changes.stale {
        if path.is_dir() {
            return Err(is_folder(path));
        }
        if !force && is_by_hand(path) {
            return Err(by_hand(path));
        }
    }
    let staged: Vec<(tempfile::NamedTempFile, &Path)> = outputs
        .iter()
        .filter(|output| changes.stale.contains(&output.path))
        .map(|output| Ok((stage(output)?, output.path.as_path())))
        .collect::<Result<_, Report>>()?;
    for (file, path) in staged {
        file.persist(path).map_err(|error| unwritable(path, &error.error))?;
    }
    for path in &changes.orphans {
        fs::remove_file(path).map_err(|error| unwritable(path, &error))?;
    }
    Ok(())
}

/// Writes the outputs where none of them, and nothing of `own`, is yet; else nothing.
pub(crate) fn create(outputs: &[Output], own: &[PathBuf]) -> Result<(), Vec<Report>> {
    let paths = || outputs.iter().map(|output| &output.path);
    let taken: Vec<Report> =
        paths().chain(own).filter(|path| path.symlink_metadata().is_ok()).map(|path| in_the_way(path)).collect();
    if !taken.is_empty() {
        return Err(taken);
    }
    let changes = Changes { stale: paths().cloned().collect(), orphans: Vec::new() };
    bring_up_to_date(&changes, outputs, false).map_err(|report| vec![report])
}

/// Writes one file if it differs; one that was not generated gives way only by `force`.
pub(crate) fn write(output: &Output, force: bool) -> Result<bool, Report> {
    match fs::metadata(&output.path) {
        Ok(found) if found.is_dir() => return Err(is_folder(&output.path)),
        Ok(found) if !found.is_file() => return write_through(output),
        _ => {}
    }
    if fs::read(&output.path).ok().as_deref() == Some(output.text.as_bytes()) {
        return Ok(false);
    }
    if !force && is_by_hand(&output.path) {
        return Err(by_hand(&output.path));
    }
    stage(output)?.persist(&output.path).map_err(|error| unwritable(&output.path, &error.error))?;
    Ok(true)
}

/// The new content beside the old, so that it takes its place in one step.
fn stage(output: &Output) -> Result<tempfile::NamedTempFile, Report> {
    let failed = |error: std::io::Error| unwritable(&output.path, &error);
    let folder = output.path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(output.text.as_bytes()).map_err(failed)?;
    keep_usual_permissions(file.as_file()).map_err(failed)?;
    Ok(file)
}

/// Temporary files are private to their user; what is generated is source code.
#[cfg(unix)]
fn keep_usual_permissions(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn keep_usual_permissions(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error) -> Report {
    let found = Diagnostic::error(
        Code::Unwritable,
        "",
        format!("cannot write this file: {error}"),
        "choose an output path in a folder that this user may write to",
    );
    Report::without_text(shown(path), found)
}

/// A pipe never ends when it is read to be compared, and a device such as `/dev/stdout` must not give
/// way to a file: what is no file is written to.
fn write_through(output: &Output) -> Result<bool, Report> {
    fs::write(&output.path, &output.text).map(|()| true).map_err(|error| unwritable(&output.path, &error))
}

fn is_folder(path: &Path) -> Report {
    let found = Diagnostic::error(
        Code::Unwritable,
        "",
        "cannot write this file: what is there is a folder",
        "choose the path of a file; the command writes to standard output when `--out` is left out",
    );
    Report::without_text(shown(path), found)
}

/// The files in a folder that carry our header, and those in the folders in it if they are asked for.
fn find_generated(folder: &Path, deep: bool, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.is_dir() {
            if deep {
                find_generated(&path, deep, found);
            }
        } else if has_header(&path) {
            found.push(path);
        }
    }
}

fn has_header(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(HEADER_MARK.as_bytes()))
}

/// Whether something is there that is not ours to replace; what cannot be read may be anything.
fn is_by_hand(path: &Path) -> bool {
    path.exists() && !has_header(path)
}

fn in_the_way(path: &Path) -> Report {
    let help = "choose a folder that is not there yet, or one without this in it";
    let found = Diagnostic::error(Code::Occupied, "", "this is there already, and would be written", help);
    Report::without_text(shown(path), found)
}

fn by_hand(path: &Path) -> Report {
    let found = Diagnostic::error(
        Code::Occupied,
        "",
        "this file was not generated: its first line is not the header of generated files",
        "choose another output path, move the file away, or give `--force` to replace it",
    );
    Report::without_text(shown(path), found)
}
