//! A crate of types of one's own: what this repository has, for other schemas.

mod copies;
mod files;
mod name;

use crate::custom::Customisation;
use crate::diagnostic::{Code, Diagnostic, Report, shown};
use crate::leaf::{CONFIG, Leaf};
use crate::load;
use crate::sync::{self, Output};
use copies::Copies;
use files::{Crate, files};
use name::package_name;
use std::path::{Path, PathBuf};

/// What the user chooses about a crate of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InitOptions {
    /// The folder of the package `clerk-codegen`, to depend on it by path; by default by version, from the registry.
    pub codegen_path: Option<PathBuf>,
    /// What the titles of all schemas begin with, and the types do not.
    pub title_prefix: String,
    /// The licence of the crate, as an SPDX expression.
    pub license: String,
    /// What the types are to be otherwise: it is written beside the schemas.
    pub customisation: Customisation,
}

impl Default for InitOptions {
    fn default() -> Self {
        Self {
            codegen_path: None,
            title_prefix: String::new(),
            license: "MIT OR Apache-2.0".to_owned(),
            customisation: Customisation::default(),
        }
    }
}

/// What [`init`] wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Initialized {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What is worth knowing, one report per schema that has any.
    pub reports: Vec<Report>,
}

/// Writes a crate of types with what keeps it up to date: a driver whose build script is [`Leaf::build`], `schema/`
/// with copies of the schemas and of the files that they refer to, the leaf in `generated/`, snapshot and drift tests,
/// and a workflow. It is named by its folder, and its README says how a schema is updated.
///
/// # Errors
///
/// A [`Report`] for each schema that cannot be read or carried, for each file that stands in the way, and when the
/// folder's name is none for a crate. Then nothing is written.
pub fn init(folder: &Path, schemas: &[PathBuf], options: &InitOptions) -> Result<Initialized, Vec<Report>> {
    let name = package_name(folder).map_err(|found| refuse(folder, found))?;
    schemas.iter().try_for_each(|path| refuse_suffix(path))?;
    let copies = Copies::of(schemas)?;
    let mut leaf = Leaf::default();
    leaf.out = folder.join(&leaf.out);
    leaf.title_prefix.clone_from(&options.title_prefix);
    let (mut outputs, reports) = leaf.sources_for(copies.schemas, &options.customisation)?;
    let codegen = codegen(options)?;
    let about = Crate { name, license: &options.license, title_prefix: &options.title_prefix, codegen };
    let written = files(&about, &leaf.out, &outputs, copies.texts);
    if options.customisation != Customisation::default() {
        let path = folder.join(&leaf.schemas).join(CONFIG);
        outputs.push(Output { path, text: options.customisation.text().to_owned() });
    }
    outputs.extend(written.into_iter().map(|(path, text)| Output { path: folder.join(path), text }));
    sync::create(&outputs, &["schema", "generated", "tests"].map(|own| folder.join(own)))?;
    Ok(Initialized { files: outputs.into_iter().map(|output| output.path).collect(), reports })
}

/// How the driver depends on this package, as TOML: without what the command alone needs.
fn codegen(options: &InitOptions) -> Result<String, Vec<Report>> {
    let depend = |on: String| format!("{{ {on}, default-features = false }}");
    let Some(path) = &options.codegen_path else {
        return Ok(depend(format!("version = {:?}", env!("CARGO_PKG_VERSION"))));
    };
    let is_ours = load::text(&path.join("Cargo.toml")).is_some_and(|text| text.contains("name = \"clerk-codegen\""));
    match std::path::absolute(path) {
        Ok(path) if is_ours => Ok(depend(format!("path = {:?}", path.display().to_string()))),
        _ => {
            let help = "give the folder `codegen` of a checkout of clerk-codegen";
            let found = Diagnostic::error(Code::UnreadableFile, "", "this is not the package `clerk-codegen`", help);
            Err(refuse(path, found))
        }
    }
}

fn refuse_suffix(path: &Path) -> Result<(), Vec<Report>> {
    if load::is_schema_file(path) {
        return Ok(());
    }
    let found = Diagnostic::error(
        Code::UnreadableFile,
        "",
        "a file of this name is not taken for a schema in the folder `schema`",
        "rename it: schemas are `*.json`, `*.yaml` and `*.yml`",
    );
    Err(refuse(path, found))
}

fn refuse(path: &Path, found: Diagnostic) -> Vec<Report> {
    vec![Report::without_text(shown(path), found)]
}
