//! All schema files of a folder, and of the folders in it.

use super::files::{is_schema_file, listed};
use super::{Document, Sources, git};
use crate::diagnostic::{Report, shown};
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
    /// Reads the schema files of a folder, which may refer to each other; what begins with a dot is left out, and symbolic links are not followed.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each file that cannot be read, as for [`Document::read`].
    pub fn read(path: &Path, sources: &Sources) -> Result<Self, Vec<Report>> {
        let name = shown(path);
        let sources = within(path, sources);
        let names = listed(path).map_err(|found| vec![Report::without_text(&name, found)])?;
        Self::of(name, names, |file| Document::read_with(&path.join(file), &sources))
    }

    /// Reads the schema files that a folder has in a revision of the git repository around it.
    ///
    /// # Errors
    ///
    /// A [`Report`] when there is no such repository, revision or folder, and for each file as for [`Document::read`].
    pub fn read_revision(revision: &str, path: &Path, sources: &Sources) -> Result<Self, Vec<Report>> {
        let name = format!("{revision}:{}", shown(path));
        let sources = within(path, sources);
        let names = git::list(revision, path).map_err(|found| vec![Report::without_text(&name, found)])?;
        Self::of(name, names, |file| Document::read_revision(revision, &path.join(file), &sources))
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

/// By default the files may refer to all that is in the folder; of one that is gone from here, to those beside them.
fn within(path: &Path, sources: &Sources) -> Sources {
    let own = || path.is_dir().then(|| path.to_owned());
    Sources { root_folder: sources.root_folder.clone().or_else(own), ..sources.clone() }
}
