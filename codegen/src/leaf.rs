//! All schemas of a folder, one crate: `schema/` to the sources of `generated/`.

mod build;
mod custom;
mod headlines;
mod outputs;
mod source;

use crate::diagnostic::Report;
use crate::load::{self, Document, Sources};
use crate::sync::{self, Changes, Output};
pub(crate) use custom::CONFIG;
use source::{Source, same_name};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The generated part of a crate of models: where it comes from and where it goes.
///
/// For each schema there is a module of its tolerant types, `tolerant/NAME.rs`, and one of its
/// strict types, `strict/NAME.rs`; what they share is in `support.rs`, and the schemas' texts are
/// in `source/`. The root type of each schema is exported; an OpenAPI document has none, and its
/// module is named by its file. What the types are to be otherwise stands beside the schemas, in
/// `clerk-codegen.toml`, if there is one: it is a [`Customisation`](crate::Customisation) of all of them, and a key of it
/// is about one schema where it has the name of its file, as `pet.json#/properties/id`. The default is this
/// repository's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leaf {
    /// The folder of the schemas: every `*.json`, `*.yaml` and `*.yml` in it.
    pub schemas: PathBuf,
    /// The folder of the sources.
    pub out: PathBuf,
    /// Where the files are that the schemas refer to; by default in the folder of the schemas. One that stands in the
    /// folder itself is a schema of its own, with a module; what is only referred to stands in a folder inside.
    pub sources: Sources,
    /// What the titles of all schemas begin with, and the types do not.
    pub title_prefix: String,
    /// The command that the headers name.
    pub command: String,
}

impl Default for Leaf {
    fn default() -> Self {
        Self {
            schemas: "schema".into(),
            out: "generated/src".into(),
            sources: Sources::default(),
            title_prefix: "Clerk ".to_owned(),
            command: "cargo build".to_owned(),
        }
    }
}

/// What was generated, and what was found on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Synced {
    /// What differs, or differed.
    pub changes: Changes,
    /// What is worth knowing, one report per schema that has any.
    pub reports: Vec<Report>,
    /// What the update breaks, in one line for each schema that changed or is gone.
    pub headlines: Vec<String>,
    /// The files that the schemas refer to; some may be outside of the folder of the schemas.
    pub other_files: Vec<PathBuf>,
}

impl Leaf {
    /// Brings the sources up to date; writes nothing unless every schema can be carried.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each schema that cannot be carried, or for the file that cannot be written.
    pub fn sync(&self) -> Result<Synced, Vec<Report>> {
        let (outputs, synced) = self.compared()?;
        // Its folder is its own: there a file without header is one that lost it, in a merge for instance.
        sync::bring_up_to_date(&synced.changes, &outputs, true).map_err(|report| vec![report])?;
        Ok(synced)
    }

    /// Compares the sources with what the schemas give; writes nothing.
    ///
    /// # Errors
    ///
    /// A [`Report`] for each schema that cannot be carried.
    pub fn check(&self) -> Result<Synced, Vec<Report>> {
        self.compared().map(|(_, synced)| synced)
    }

    fn compared(&self) -> Result<(Vec<Output>, Synced), Vec<Report>> {
        let custom = self.customisation().map_err(|report| vec![report])?;
        let sources = self.sources()?;
        let (outputs, reports) = self.outputs(&sources, &custom)?;
        let changes = sync::compare(&self.out, &outputs);
        let headlines = self.headlines(&sources, &changes);
        Ok((outputs, Synced { changes, reports, headlines, other_files: other_files(&sources) }))
    }

    /// The schemas, by file name.
    fn sources(&self) -> Result<Vec<Source>, Vec<Report>> {
        self.sources_of(load::schema_files(&self.schemas)?)
    }

    fn sources_of(&self, paths: Vec<PathBuf>) -> Result<Vec<Source>, Vec<Report>> {
        let (mut sources, mut failed): (Vec<Source>, Vec<Report>) = (Vec::new(), Vec::new());
        for path in paths {
            match Source::read(&path, self) {
                Ok(source) => match sources.iter().find(|other| other.module == source.module) {
                    Some(other) => failed.push(same_name(&source, other)),
                    None => sources.push(source),
                },
                Err(report) => failed.push(report),
            }
        }
        if !failed.is_empty() {
            return Err(failed);
        }
        let documents: Vec<&Document> = sources.iter().map(|source| &source.document).collect();
        Document::refuse_unused_maps(&documents, &self.sources).map_err(|report| vec![report])?;
        Ok(sources)
    }
}

fn other_files(sources: &[Source]) -> Vec<PathBuf> {
    let all = sources.iter().flat_map(|source| source.document.other_files().map(ToOwned::to_owned));
    all.collect::<BTreeSet<_>>().into_iter().collect()
}

fn folder_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
