//! Reads the files that a document refers to, and those that they refer to, each once.

use super::folders::Folders;
use super::places::Places;
use super::references::{self, Reference};
use super::sources::{MAX_FILES, MAX_TOTAL_BYTES, Sources};
use super::uri::is_path;
use super::{Parsed, git, read_file, refuse};
use crate::diagnostic::{Diagnostic, shown};
use crate::pointer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A file that another refers to.
#[derive(Clone, Debug)]
pub(super) struct Other {
    /// What stands before pointers into it.
    pub(super) at: String,
    /// What diagnostics call it.
    pub(super) name: String,
    pub(super) path: PathBuf,
    folder: PathBuf,
    /// The URL that it is mapped from.
    pub(super) url: Option<String>,
    pub(super) text: String,
    pub(super) root: Value,
    pub(super) places: Places,
    /// Why it has no value.
    pub(super) unreadable: Option<Diagnostic>,
}

/// Where a reference leads: what stands before the pointers into that file.
pub(super) type Lead = Result<String, Diagnostic>;

/// What a document refers to.
#[derive(Clone, Debug, Default)]
pub(super) struct Followed {
    /// In the order of the first references.
    pub(super) others: Vec<Other>,
    /// Where each is in the list, by what stands before pointers into it.
    pub(super) indices: BTreeMap<String, usize>,
    /// By the file, and the path as it is written there.
    pub(super) by_path: BTreeMap<(String, String), Lead>,
    pub(super) by_url: BTreeMap<String, Lead>,
    /// Which file gives itself, or a part of itself, a URL.
    pub(super) by_id: BTreeMap<String, String>,
    /// The maps of which use was made.
    pub(super) used: BTreeSet<usize>,
}

/// The document that leads to the others.
pub(super) struct Main<'m> {
    pub(super) root: &'m Value,
    /// Nothing for standard input.
    pub(super) path: Option<&'m Path>,
    pub(super) revision: Option<&'m str>,
}

pub(super) fn follow(main: &Main<'_>, sources: &Sources) -> Result<Followed, Diagnostic> {
    let folders = Folders::of(main.path, main.revision.is_some(), sources)?;
    let own = main.path.map(|path| folders.main.join(path.file_name().unwrap_or_default()));
    let own = own.map(|path| if main.revision.is_none() { path.canonicalize().unwrap_or(path) } else { path });
    let files = own.into_iter().map(|path| (path, String::new())).collect();
    let mut follower =
        Follower { folders, sources, revision: main.revision, files, bytes: 0, done: Followed::default() };
    let folder = follower.folders.main.clone();
    follower.document("", &folder, references::list(main.root, ""));
    let mut next = 0;
    while let Some(other) = follower.done.others.get(next) {
        let (at, folder) = (other.at.clone(), other.folder.clone());
        let found = references::list(&other.root, other.url.as_deref().unwrap_or_default());
        follower.document(&at, &folder, found);
        next += 1;
    }
    Ok(follower.done)
}

struct Follower<'s> {
    folders: Folders,
    sources: &'s Sources,
    revision: Option<&'s str>,
    /// What stands before pointers into each file.
    files: BTreeMap<PathBuf, String>,
    bytes: u64,
    done: Followed,
}

impl Follower<'_> {
    fn document(&mut self, at: &str, folder: &Path, (found, ids): (Vec<Reference>, BTreeSet<String>)) {
        for Reference { text, url } in found {
            if ids.contains(&url) {
                continue;
            }
            if let Some((map, file)) = self.sources.map(&url) {
                self.done.used.insert(map);
                if !self.done.by_url.contains_key(&url) {
                    let lead = self.folders.real(&file, &url).and_then(|path| self.open(&path, Some((&url, &file))));
                    self.done.by_url.insert(url, lead);
                }
            } else if is_path(&text) {
                let lead = self.folders.locate(folder, &text).and_then(|path| self.open(&path, None));
                self.done.by_path.insert((at.to_owned(), text), lead);
            }
        }
        for id in ids {
            self.done.by_id.entry(id).or_insert_with(|| at.to_owned());
        }
    }

    /// Reads a file, unless it is there already.
    fn open(&mut self, path: &Path, mapped: Option<(&str, &Path)>) -> Lead {
        if let Some(at) = self.files.get(path) {
            return Ok(at.clone());
        }
        if self.done.others.len() >= MAX_FILES {
            return Err(refuse::too_many_files());
        }
        let relative = self.folders.relative(path);
        let (label, name) = match mapped {
            Some((url, file)) => (url.to_owned(), shown(file)),
            None => (relative.clone(), self.folders.shown(path)),
        };
        let bytes = match self.revision.filter(|_| mapped.is_none()) {
            Some(revision) => git::read_beside(revision, &self.folders.main, &relative)?,
            None => super::files::bounded(path)?,
        };
        self.bytes += bytes.len() as u64;
        if self.bytes > MAX_TOTAL_BYTES {
            return Err(refuse::too_many_bytes());
        }
        let at = pointer::of_file(&label);
        let parsed = read_file(&name, bytes);
        let (text, root, places, unreadable) = match parsed {
            Ok(Parsed { text, root, places, .. }) => (text, root, places, None),
            Err(report) => (report.text, Value::Null, Places::default(), report.diagnostics.into_iter().next()),
        };
        let url = mapped.map(|(url, _)| url.to_owned());
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        self.files.insert(path.to_owned(), at.clone());
        self.done.indices.insert(at.clone(), self.done.others.len());
        let path = mapped.map_or_else(|| PathBuf::from(&name), |(_, file)| file.to_owned());
        self.done.others.push(Other { at: at.clone(), name, path, folder, url, text, root, places, unreadable });
        Ok(at)
    }
}
