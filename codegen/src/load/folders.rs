//! Which file a path in a reference means, and whether it may be read.

use super::refuse::{is_folder, no_root_folder, no_such_file, not_plain, outside, undecodable, unreadable};
use super::sources::Sources;
use crate::diagnostic::{self, Diagnostic};
use crate::pointer::percent_decode;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Where files are looked for, and where not.
#[derive(Debug)]
pub(super) struct Folders {
    /// That of the main file, links resolved.
    pub(super) main: PathBuf,
    /// The same, as the user gave it.
    shown: PathBuf,
    /// All files are in it, but for those that are mapped.
    root: PathBuf,
    shown_root: PathBuf,
    mapped: Vec<PathBuf>,
    /// Whether files are in a revision, where nothing is known of them but their paths.
    is_revision: bool,
}

impl Folders {
    /// Those of a schema file, or of standard input where there is no path.
    pub(super) fn of(path: Option<&Path>, is_revision: bool, sources: &Sources) -> Result<Self, Diagnostic> {
        let given = sources.root_folder.as_deref();
        let shown = path.map_or(given, Path::parent).unwrap_or(Path::new("")).to_owned();
        let main = canonical(&shown).or_else(|_| std::path::absolute(&shown)).unwrap_or_else(|_| shown.clone());
        let root = match given {
            Some(given) => canonical(given).map_err(|error| no_root_folder(given, &error))?,
            None => main.clone(),
        };
        let mapped = sources.maps.iter().filter_map(|(_, file)| canonical(file).ok()).collect();
        let shown_root = given.unwrap_or(&shown).to_owned();
        Ok(Self { main, shown, root, shown_root, mapped, is_revision })
    }

    /// The file at a path in a reference, from the folder of the file that refers to it.
    pub(super) fn locate(&self, folder: &Path, text: &str) -> Result<PathBuf, Diagnostic> {
        let path = percent_decode(text).filter(|path| !path.contains('\0')).ok_or_else(|| undecodable(text))?;
        let path = folder.join(path);
        let plain = plain(&path);
        if !self.holds(&plain) {
            return Err(outside(text, &self.shown_root, false));
        }
        if self.is_revision { Ok(plain) } else { self.real(&path, text) }
    }

    /// A file that is there, links resolved.
    pub(super) fn real(&self, path: &Path, text: &str) -> Result<PathBuf, Diagnostic> {
        let real = fs::canonicalize(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => no_such_file(&self.shown(path)),
            _ => unreadable(&self.shown(path), &error),
        })?;
        if !self.holds(&real) {
            return Err(outside(text, &self.shown_root, true));
        }
        let about = fs::metadata(&real).map_err(|error| unreadable(&self.shown(path), &error))?;
        match (about.is_dir(), about.is_file()) {
            (true, _) => Err(is_folder(&self.shown(path))),
            (false, false) => Err(not_plain(&self.shown(path))),
            (false, true) => Ok(real),
        }
    }

    fn holds(&self, path: &Path) -> bool {
        self.mapped.iter().chain([&self.root]).any(|folder| path.starts_with(folder))
    }

    /// The path from the folder of the main file, with slashes on every system.
    pub(super) fn relative(&self, path: &Path) -> String {
        let common = self.main.components().zip(path.components()).take_while(|(one, other)| one == other).count();
        let up = self.main.components().skip(common).map(|_| "..".to_owned());
        let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
        up.chain(down).collect::<Vec<_>>().join("/")
    }

    /// The path as the user would write it.
    pub(super) fn shown(&self, path: &Path) -> String {
        diagnostic::shown(&plain(&self.shown.join(self.relative(&plain(path)))))
    }
}

fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path })
}

/// The path without `.` and without names that `..` takes back.
pub(super) fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match (part, plain.components().next_back()) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                plain.pop();
            }
            _ => plain.push(part),
        }
    }
    plain
}
