//! What is copied into the folder `schema`: the schemas, and what they refer to.

use super::refuse;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::{self, Document};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The schemas of a new crate, and the text of each file by its path in the folder of the schemas.
#[derive(Default)]
pub(super) struct Copies {
    /// By the names of the files: those that were given, and what stands beside them that they refer to, as that is a
    /// schema of its own in the new folder.
    pub(super) schemas: Vec<PathBuf>,
    pub(super) texts: BTreeMap<String, String>,
}

impl Copies {
    pub(super) fn of(given: &[PathBuf]) -> Result<Self, Vec<Report>> {
        let mut copies = Self::default();
        let mut open = given.to_vec();
        while let Some(path) = open.pop() {
            let document = Document::read(&path).map_err(|report| vec![report])?;
            if let Some(reference) = document.linked() {
                return Err(vec![document.report(vec![through_link(reference)])]);
            }
            let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if copies.add(&path, &own, document.text())? {
                copies.schemas.push(path.clone());
            }
            for (file, text) in document.other_texts() {
                let beside = path.with_file_name(&file);
                if file.contains('/') || !load::is_schema_file(&beside) {
                    copies.add(&beside, &file, text)?;
                } else if copies.texts.get(&file).is_none_or(|there| there != text) {
                    open.push(beside);
                }
            }
        }
        load::refuse_twins(&copies.schemas)?;
        copies.schemas.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
        Ok(copies)
    }

    /// Whether the file was not there.
    fn add(&mut self, path: &Path, file: &str, text: &str) -> Result<bool, Vec<Report>> {
        match self.texts.insert(file.to_owned(), text.to_owned()) {
            Some(other) if other != text => Err(refuse(path, two_files(file))),
            there => Ok(there.is_none()),
        }
    }
}

fn two_files(file: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NameCollision,
        "",
        format!("this and another file would both be `schema/{file}`"),
        "rename one of the two, and what refers to it",
    )
}

/// A copy has no links, so the file would be at another path than the reference says.
fn through_link(reference: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ExternalRef,
        "",
        format!("`{reference}` leads to its file through a symbolic link, and copies have none"),
        "put the file itself where the link is",
    )
}
