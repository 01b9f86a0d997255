//! Reads a file as it is in a revision of a git repository.

use crate::diagnostic::{Code, Diagnostic, shown};
use std::path::{Component, Path};
use std::process::{Command, Output};

/// The bytes of a file in a revision: what `git cat-file blob REVISION:PATH` prints.
pub(super) fn read(revision: &str, path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let folder = existing(path.parent());
    check(revision, folder)?;
    let blob = git(folder, &["cat-file", "blob", &format!("{revision}:./{}", below(folder, path))])?;
    if blob.status.success() { Ok(blob.stdout) } else { Err(not_in(revision)) }
}

/// The paths of all files that a folder has in a revision, from it.
pub(super) fn list(revision: &str, path: &Path) -> Result<Vec<String>, Diagnostic> {
    let folder = existing(Some(path));
    check(revision, folder)?;
    let tree = format!("{revision}:./{}", below(folder, path));
    let listed = git(folder, &["ls-tree", "-r", "-z", "--full-tree", "--name-only", &tree])?;
    if !listed.status.success() {
        return Err(no_folder(revision));
    }
    let text = String::from_utf8_lossy(&listed.stdout).into_owned();
    Ok(text.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// Where git runs: the nearest folder that is still there.
fn existing(folder: Option<&Path>) -> &Path {
    let mut around = folder.into_iter().flat_map(Path::ancestors);
    around.find(|folder| folder.is_dir()).unwrap_or(Path::new("."))
}

/// Refuses what is no revision of the repository around a folder.
fn check(revision: &str, folder: &Path) -> Result<(), Diagnostic> {
    if revision.is_empty() || revision.starts_with('-') {
        return Err(no_revision(revision));
    }
    if !git(folder, &["rev-parse", "--git-dir"])?.status.success() {
        return Err(no_repository(folder));
    }
    let commit = format!("{revision}^{{commit}}");
    let is_known = git(folder, &["rev-parse", "--verify", "--quiet", &commit])?.status.success();
    if is_known { Ok(()) } else { Err(no_revision(revision)) }
}

/// The bytes of a file in a revision, by its path from a folder, which may be gone since then.
pub(super) fn read_beside(revision: &str, folder: &Path, relative: &str) -> Result<Vec<u8>, Diagnostic> {
    let top = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let path = format!("./{}", below(top, &folder.join(relative)));
    let listed = git(top, &["ls-tree", revision, "--", &path])?;
    if listed.stdout.starts_with(b"120000") {
        return Err(is_link(revision, relative));
    }
    let blob = git(top, &["cat-file", "blob", &format!("{revision}:{path}")])?;
    if blob.status.success() { Ok(blob.stdout) } else { Err(not_beside(revision, relative)) }
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, Diagnostic> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(|error| {
        Diagnostic::error(
            Code::UnreadableFile,
            "",
            format!("cannot run git: {error}"),
            "install git, or give the two schemas as files",
        )
    })
}

/// The path from the folder in which git runs; git wants slashes on every system.
fn below(folder: &Path, path: &Path) -> String {
    let names = path.strip_prefix(folder).unwrap_or(path).components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        Component::ParentDir => Some("..".into()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

fn is_link(revision: &str, path: &str) -> Diagnostic {
    Diagnostic::error(
        Code::OutsideFolder,
        "",
        format!("`{path}` is a symbolic link in the revision `{revision}`, and there no link is followed"),
        "give the two schemas as files, each in a folder with what it refers to",
    )
}

fn not_beside(revision: &str, path: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnreadableFile,
        "",
        format!("there is no file `{path}` in the revision `{revision}`"),
        "correct the path: it starts from the folder of the file that it stands in",
    )
}

fn no_repository(folder: &Path) -> Diagnostic {
    Diagnostic::error(
        Code::UnreadableFile,
        "",
        format!("`{}` is in no git repository", shown(folder)),
        "run the command in a clone of the repository, or give the two schemas as files",
    )
}

fn no_revision(revision: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnreadableFile,
        "",
        format!("`{revision}` is no commit of this git repository"),
        "give a branch, a tag or a commit; in a shallow clone, fetch it first",
    )
}

fn not_in(revision: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnreadableFile,
        "",
        format!("the file is not in the revision `{revision}`"),
        "is it new, or did it have another name then? `git log --follow` tells",
    )
}

fn no_folder(revision: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnreadableFile,
        "",
        format!("the folder is not in the revision `{revision}`"),
        "did it have another name then? `git log -- FOLDER` tells since when there is one",
    )
}
