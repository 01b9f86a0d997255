//! What the build script of a driver does, and what it would write for schemas that are not there yet.

use super::{Leaf, Synced};
use crate::custom::Customisation;
use crate::diagnostic::{Report, Severity};
use crate::sync::Output;
use std::path::PathBuf;

impl Leaf {
    /// What a build script does: brings the sources up to date, or only checks them where `CI` is set, and tells
    /// cargo what was found.
    ///
    /// # Errors
    ///
    /// As for [`Leaf::sync`], and a [`Report`] for each file that differs where `CI` is set. Cargo is told already.
    pub fn build(&self) -> Result<Synced, Vec<Report>> {
        println!("cargo::rerun-if-changed={}", self.schemas.display());
        println!("cargo::rerun-if-changed={}", self.out.display());
        println!("cargo::rerun-if-env-changed=CI");
        let done = if std::env::var_os("CI").is_some() { self.check().and_then(refuse_drift) } else { self.sync() };
        match &done {
            Ok(synced) => {
                let others = synced.other_files.iter().filter(|path| !path.starts_with(&self.schemas));
                others.for_each(|path| println!("cargo::rerun-if-changed={}", path.display()));
                synced.reports.iter().for_each(warn);
                synced.headlines.iter().for_each(|line| println!("cargo::warning={line}"));
            }
            Err(reports) => {
                for report in reports {
                    report.to_string().lines().for_each(|line| println!("cargo::error={line}"));
                }
            }
        }
        done
    }

    /// The sources that schemas give once they are in the folder of the schemas, and what was found.
    pub(crate) fn sources_for(
        &self,
        schemas: Vec<PathBuf>,
        custom: &Customisation,
    ) -> Result<(Vec<Output>, Vec<Report>), Vec<Report>> {
        self.outputs(&self.sources_of(schemas)?, custom)
    }
}

fn refuse_drift(synced: Synced) -> Result<Synced, Vec<Report>> {
    if synced.changes.is_empty() { Ok(synced) } else { Err(synced.changes.reports()) }
}

fn warn(report: &Report) {
    let warnings = report.diagnostics.iter().filter(|found| found.severity >= Severity::Warning);
    for found in warnings {
        let file = found.file.as_ref().unwrap_or(&report.file);
        println!("cargo::warning={} at {}#{}: {}", found.code.as_str(), file, found.pointer, found.message);
    }
}
