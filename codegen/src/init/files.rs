//! The files that are written once and then belong to their owner, made of `codegen/templates/`.

use crate::sync::Output;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What the templates are told.
pub(super) struct Crate<'a> {
    /// The name of the package.
    pub(super) name: String,
    pub(super) license: &'a str,
    pub(super) title_prefix: &'a str,
    /// How it depends on `clerk-codegen`, as TOML.
    pub(super) codegen: String,
}

macro_rules! templates {
    ($($path:literal: $name:literal;)*) => {
        &[$(($path, include_str!(concat!("../../templates/", $name))),)*]
    };
}

const TEMPLATES: &[(&str, &str)] = templates! {
    "Cargo.toml": "driver.toml";
    "README.md": "README.md";
    "build.rs": "build.rs.txt";
    "rustfmt.toml": "rustfmt.toml";
    ".gitattributes": "gitattributes.txt";
    ".gitignore": "gitignore.txt";
    ".github/workflows/ci.yml": "ci.yml";
    "schema/SOURCE.md": "source.md";
    "generated/Cargo.toml": "leaf.toml";
    "generated/README.md": "leaf.md";
    "generated/src/lib.rs": "lib.rs.txt";
    "tests/drift.rs": "drift.rs.txt";
    "tests/snapshots.rs": "snapshots.rs.txt";
};

/// The files around the sources, by their paths in the folder of the crate.
pub(super) fn files(
    about: &Crate<'_>,
    sources_folder: &Path,
    sources: &[Output],
    schemas: BTreeMap<String, String>,
) -> Vec<(PathBuf, String)> {
    let needs_engine = sources.iter().any(|source| source.path == sources_folder.join("support/regex.rs"));
    let support = sources.iter().find(|source| source.path == sources_folder.join("support/mod.rs"));
    let words = [
        ("@NAME@", about.name.clone()),
        ("@CRATE@", about.name.replace('-', "_")),
        ("@LICENSE@", quoted(about.license)),
        ("@PREFIX@", format!("{:?}", about.title_prefix)),
        ("@CODEGEN@", about.codegen.clone()),
        ("@FEATURES@", features(needs_engine)),
        ("@DEPENDENCIES@", dependencies(needs_engine)),
        ("@EXPORTS@", exports(support.map_or("", |support| &support.text))),
        ("@ROWS@", schemas.keys().map(row).collect::<Vec<String>>().join("\n")),
    ];
    let filled = |text: &str| words.iter().fold(text.to_owned(), |text, (word, value)| text.replace(word, value));
    let mut files: Vec<(PathBuf, String)> =
        TEMPLATES.iter().map(|(path, text)| (PathBuf::from(path), filled(text))).collect();
    files.extend(schemas.into_iter().map(|(file, text)| (Path::new("schema").join(file), text)));
    files.extend(sources.iter().filter_map(|source| snapshot(sources_folder, source)));
    files
}

/// Text between the quotes of TOML.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn features(needs_engine: bool) -> String {
    let strict = if needs_engine { "strict = [\"dep:regress\"]" } else { "strict = []" };
    format!("{strict}\nschemars = [\"dep:schemars\"]\n")
}

fn dependencies(needs_engine: bool) -> String {
    let lean = "default-features = false, features = [\"std\"]";
    let engine = if needs_engine { "regress = { version = \"0.12\", optional = true }\n" } else { "" };
    format!(
        "{engine}serde = {{ version = \"1\", {lean} }}\nserde_json = {{ version = \"1\", {lean} }}\n\
         schemars = {{ version = \"1\", {lean}, optional = true }}\n"
    )
}

/// What the library exports of the support code: its public names, behind the features that they are behind there.
fn exports(support: &str) -> String {
    let mut exports = BTreeMap::new();
    let mut gate = "";
    for line in support.lines() {
        if let Some((_, names)) = line.strip_prefix("pub use ").and_then(|names| names.split_once("::")) {
            let names = names.split(['{', '}', ',', ';', ' ']).filter(|name| !name.is_empty());
            exports.extend(names.map(|name| (name, gate)));
        }
        gate = if line.starts_with("#[cfg") { line } else { "" };
    }
    let line = |(name, gate): (&str, &str)| match gate {
        "" => format!("pub use support::{name};\n"),
        gate => format!("{gate}\npub use support::{name};\n"),
    };
    exports.into_iter().map(line).collect()
}

/// A row of the table of sources.
fn row(file: &String) -> String {
    format!("| `{file}` | |")
}

/// The snapshot of a module, as insta writes it: the first ones are those of the first sources.
fn snapshot(folder: &Path, source: &Output) -> Option<(PathBuf, String)> {
    let path = source.path.strip_prefix(folder).ok()?;
    let reading = path.parent()?.to_str().filter(|reading| ["tolerant", "strict"].contains(reading))?;
    let name = format!("{reading}.{}.snap", path.file_stem()?.to_str()?);
    let text = format!("---\nsource: tests/snapshots.rs\n---\n{}", source.text);
    Some((Path::new("tests/snapshots").join(name), text))
}
