//! The schemas and documents of two folders, file by file.

use super::report::{Bump, Diff};
use super::{DiffOptions, diff, readable};
use crate::diagnostic::Report;
use crate::load::{Document, Folder};
use crate::openapi::is_openapi;

/// What an update of a folder of schemas breaks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FolderDiff {
    /// The name of the old folder.
    pub old: String,
    /// The name of the new folder.
    pub new: String,
    /// The files that changed, are new or gone, by name.
    pub files: Vec<(String, FileChange)>,
    /// How many files the old folder has.
    pub count: usize,
}

/// What became of a file of a folder.
#[derive(Clone, Debug, PartialEq)]
pub enum FileChange {
    /// Only the new folder has it.
    Added,
    /// Only the old folder has it.
    Removed,
    /// It changed, and neither folder has a schema in it.
    NoSchema,
    /// What it means changed.
    Changed(Box<Diff>),
}

/// Compares the schemas and OpenAPI documents of two folders, those of one path with each other.
///
/// # Errors
///
/// A [`Report`] for each file that cannot be read, is a schema in one folder only, or cannot be carried into Rust types.
pub fn diff_folders(old: &Folder, new: &Folder, options: &DiffOptions) -> Result<FolderDiff, Vec<Report>> {
    let (mut files, mut failed) = (Vec::new(), Vec::new());
    for (name, one) in &old.documents {
        let Some((_, other)) = new.documents.iter().find(|(other, _)| other == name) else {
            files.push((name.clone(), FileChange::Removed));
            continue;
        };
        if one.says_same(other) {
            continue;
        }
        if holds_none(one) && holds_none(other) {
            files.push((name.clone(), FileChange::NoSchema));
            continue;
        }
        match diff(one, other, options) {
            Ok(diff) if diff.is_empty() => {}
            Ok(diff) => files.push((name.clone(), FileChange::Changed(Box::new(diff)))),
            Err(reports) => failed.extend(reports),
        }
    }
    let is_new = |name: &String| old.documents.iter().all(|(other, _)| other != name);
    let added = new.documents.iter().map(|(name, _)| name).filter(|name| is_new(name));
    files.extend(added.map(|name| (name.clone(), FileChange::Added)));
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (old_name, new_name) = (old.name.clone(), new.name.clone());
    if failed.is_empty() {
        Ok(FolderDiff { old: old_name, new: new_name, files, count: old.documents.len() })
    } else {
        Err(failed)
    }
}

/// A folder of schemas may have settings or data in it as well.
fn holds_none(document: &Document) -> bool {
    !is_openapi(document) && readable::check(document).is_err()
}

impl FolderDiff {
    /// Whether all files mean the same and give the same items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a reader refuses what it read, a server what it took, or code no longer compiles.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.files.iter().any(|(_, change)| match change {
            FileChange::Added | FileChange::NoSchema => false,
            FileChange::Removed => true,
            FileChange::Changed(diff) => diff.is_breaking(),
        })
    }

    /// The least version number that all changes together ask to be raised.
    #[must_use]
    pub fn bump(&self) -> Option<Bump> {
        let of = |change: &FileChange| match change {
            FileChange::Added => Some(Bump::Minor),
            FileChange::Removed => Some(Bump::Major),
            FileChange::NoSchema => None,
            FileChange::Changed(diff) => diff.bump(),
        };
        self.files.iter().filter_map(|(_, change)| of(change)).max()
    }

    /// All of it in one line, such as `2 of 5 files changed, 1 removed: 1 breaks; Rust API: major`.
    #[must_use]
    pub fn headline(&self) -> String {
        let Some(bump) = self.bump().or(self.files.first().map(|_| Bump::Patch)) else { return "no change".to_owned() };
        let count =
            |is_meant: fn(&FileChange) -> bool| self.files.iter().filter(|(_, change)| is_meant(change)).count();
        let changed = count(|change| matches!(change, FileChange::Changed(_)));
        let files = if self.count == 1 { "file" } else { "files" };
        let mut said = format!("{changed} of {} {files} changed", self.count);
        let counts = [
            (count(|change| matches!(change, FileChange::Removed)), "removed"),
            (count(|change| matches!(change, FileChange::Added)), "added"),
            (count(|change| matches!(change, FileChange::NoSchema)), "changed without a schema in it"),
        ];
        said.extend(
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}")),
        );
        let breaks = |change: &FileChange| matches!(change, FileChange::Changed(diff) if diff.is_breaking());
        match count(breaks) {
            0 => {}
            1 => said.push_str(": 1 breaks readers, writers or code"),
            more => said.extend([format!(": {more} break readers, writers or code")]),
        }
        format!("{said}; Rust API: {bump}")
    }
}
