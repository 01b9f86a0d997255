//! Reads and parses one schema file, JSON or YAML: the only reader of `schema/`.

mod files;
mod git;
mod json;
mod places;
mod yaml;

use crate::diagnostic::{Diagnostic, Report};
use files::Syntax;
pub(crate) use files::{config, is_schema_file, refuse_twins, schema_files, text};
use places::Places;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// What diagnostics and headers call standard input.
const STANDARD_INPUT: &str = "<stdin>";

/// The largest schema file that is read, in bytes. Clerk's whole OpenAPI document has under 2 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// A parsed schema file: its JSON value, and where in the text each part of it stands.
///
/// It is JSON or YAML, as its name ends in `.json`, `.yaml` or `.yml`. A text of another name is
/// JSON if it begins with `{` or `[`, and YAML if not. YAML is read by the core schema of YAML 1.2:
/// `no`, `on` and timestamps are strings, and so is a number that begins with a needless 0.
#[derive(Clone, Debug)]
pub struct Document {
    name: String,
    file: String,
    text: String,
    syntax: Syntax,
    root: Value,
    places: Places,
}

impl Document {
    /// Reads a schema file; the path `-` is standard input, and `./-` is a file.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the file cannot be read, has more than [`MAX_FILE_BYTES`], or is no
    /// UTF-8, and as for [`Document::parse`].
    pub fn read(path: &Path) -> Result<Self, Report> {
        let is_standard_input = path == Path::new("-");
        let name = if is_standard_input { STANDARD_INPUT.to_owned() } else { path.display().to_string() };
        let bytes = if is_standard_input { files::standard_input() } else { files::bounded(path) };
        Self::of_bytes(name.clone(), bytes.map_err(|found| Report::without_text(name, found))?)
    }

    /// Reads a schema file as it is in a revision of the git repository around it.
    ///
    /// # Errors
    ///
    /// A [`Report`] when there is no such repository, revision or file, and as for [`Document::read`].
    pub fn read_revision(revision: &str, path: &Path) -> Result<Self, Report> {
        let name = format!("{revision}:{}", path.display());
        let bytes = git::read(revision, path).map_err(|found| Report::without_text(&name, found))?;
        let document = Self::of_bytes(name, bytes)?;
        Ok(Self { file: path.display().to_string(), ..document })
    }

    fn of_bytes(name: String, bytes: Vec<u8>) -> Result<Self, Report> {
        let length = bytes.len() as u64;
        if length > MAX_FILE_BYTES {
            return Err(Report::without_text(name, files::too_large(length)));
        }
        let text = String::from_utf8(bytes).map_err(|error| files::not_utf8(&name, &error))?;
        Self::parse(name, text)
    }

    /// Parses the text of a schema; `name` is what diagnostics call it, and tells JSON from YAML.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the text is no JSON, or JSON with two members of one name; when it is no
    /// YAML, or says what JSON cannot.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Report> {
        let (name, text) = (name.into(), text.into());
        let syntax = Syntax::of(&name, &text);
        let parsed = match syntax {
            Syntax::Json => json::read(&text),
            Syntax::Yaml => yaml::read(&text),
        };
        match parsed {
            Ok((root, places)) => Ok(Self { file: name.clone(), name, text, syntax, root, places }),
            Err(diagnostics) => Err(Report { file: name, text, diagnostics }),
        }
    }

    /// What diagnostics call the document: usually its path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The path of the file, without a revision.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// Whether it has a name that its author gave it.
    pub(crate) fn has_file(&self) -> bool {
        self.name != STANDARD_INPUT
    }

    /// The text, as its author wrote it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as JSON: as its author wrote it, or what the author's YAML stands for.
    pub(crate) fn json(&self) -> String {
        match self.syntax {
            Syntax::Json => self.text.clone(),
            Syntax::Yaml => format!("{:#}", self.root),
        }
    }

    /// The JSON value, its members in the order of the text.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// How far from the beginning a value comes, for putting things into the order of the text.
    pub(crate) fn position(&self, pointer: &str) -> usize {
        self.places.order(pointer).unwrap_or_default()
    }

    /// The pointer, or that of the innermost value around it that is in the text.
    pub(crate) fn known<'p>(&self, pointer: &'p str) -> &'p str {
        self.places.nearest(pointer)
    }

    /// The line of a value, from 1.
    pub(crate) fn line(&self, pointer: &str) -> usize {
        let start = self.places.find(pointer).map_or(0, |place| place.start);
        self.text.get(..start).unwrap_or_default().matches('\n').count() + 1
    }

    /// The document with schemas that allow any value at these pointers; the text is as it was.
    pub(crate) fn allowing_any(mut self, pointers: &BTreeSet<String>) -> Self {
        for pointer in pointers {
            if let Some(schema) = self.root.pointer_mut(pointer) {
                *schema = Value::Object(serde_json::Map::new());
            }
        }
        self
    }

    /// A report about this document: every pointer gets its place in the text.
    ///
    /// A pass may speak of a keyword that another pass put there: then the place is that of the
    /// nearest part of the document around it. What several passes found is said once.
    #[must_use]
    pub fn report(&self, mut diagnostics: Vec<Diagnostic>) -> Report {
        for found in &mut diagnostics {
            found.pointer = self.places.nearest(&found.pointer).to_owned();
            found.span = found.span.take().or_else(|| self.places.find(&found.pointer));
            for other in &mut found.related {
                other.pointer = self.places.nearest(&other.pointer).to_owned();
                other.span = self.places.find(&other.pointer);
            }
        }
        let mut seen = BTreeSet::new();
        diagnostics.retain(|found| seen.insert((found.code.as_str(), found.pointer.clone(), found.message.clone())));
        Report { file: self.name.clone(), text: self.text.clone(), diagnostics }
    }
}
