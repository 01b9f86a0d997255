//! All schema files of a folder, and of the folders in it.

use super::files::{is_schema_file, listed};
use super::{Document, git};
use crate::diagnostic::Report;
use std::path::Path;

/// The schemas and OpenAPI documents of a folder, and of the folders in it: every `*.json`, `*.yaml` and `*.yml`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Folder {
    /// What reports call the folder: usually its path.
    pub name: String,
    /// By their paths from the folder, with slashes.
    pub documents: Vec<(String, Document)>,
}

impl Folder {
    /// Reads the schema files of a folder; what begins with a dot is left out, and symbolic links are not followed.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each file that cannot be read, as for [`Document::read`].
    pub fn read(path: &Path) -> Result<Self, Vec<Report>> {
        let name = path.display().to_string();
        let names = listed(path).map_err(|found| vec![Report::without_text(&name, found)])?;
        Self::of(name, names, |file| Document::read(&path.join(file)))
    }

    /// Reads the schema files that a folder has in a revision of the git repository around it.
    ///
    /// # Errors
    ///
    /// A [`Report`] when there is no such repository, revision or folder, and for each file as for [`Document::read`].
    pub fn read_revision(revision: &str, path: &Path) -> Result<Self, Vec<Report>> {
        let name = format!("{revision}:{}", path.display());
        let names = git::list(revision, path).map_err(|found| vec![Report::without_text(&name, found)])?;
        Self::of(name, names, |file| Document::read_revision(revision, &path.join(file)))
    }

    /// Whether a path was a folder in a revision.
    #[must_use]
    pub fn is_in_revision(revision: &str, path: &Path) -> bool {
        git::list(revision, path).is_ok()
    }

    fn of(
        name: String,
        names: Vec<String>,
        read: impl Fn(&str) -> Result<Document, Report>,
    ) -> Result<Self, Vec<Report>> {
        let is_hidden = |name: &str| name.split('/').any(|part| part.starts_with('.'));
        let mut names: Vec<String> = names;
        names.retain(|name| is_schema_file(Path::new(name)) && !is_hidden(name));
        names.sort();
        let (mut documents, mut failed) = (Vec::new(), Vec::new());
        for file in names {
            match read(&file) {
                Ok(document) => documents.push((file, document)),
                Err(report) => failed.push(report),
            }
        }
        if failed.is_empty() { Ok(Self { name, documents }) } else { Err(failed) }
    }
}
