//! Reads and parses one schema file, JSON or YAML: the only reader of `schema/`.

mod elsewhere;
mod files;
mod folder;
mod folders;
mod follow;
mod git;
mod json;
mod places;
mod references;
mod refuse;
mod sources;
mod uri;
mod yaml;

use crate::diagnostic::{Diagnostic, OtherText, Report, shown};
use crate::pointer;
use files::Syntax;
pub(crate) use files::{config, is_schema_file, refuse_twins, schema_files, text};
pub use folder::Folder;
use follow::{Followed, Main, follow};
use places::Places;
use serde_json::Value;
pub use sources::{MAX_FILES, MAX_TOTAL_BYTES, Sources};
use std::collections::BTreeSet;
use std::path::Path;
pub(crate) use uri::{NO_URI, join, led_to, reference_to, uri_of};

/// What diagnostics and headers call standard input.
const STANDARD_INPUT: &str = "<stdin>";

/// The largest schema file that is read, in bytes. Clerk's whole OpenAPI document has under 2 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// A parsed schema file: its JSON value, and where in the text each part of it stands.
///
/// It is JSON or YAML, as its name ends in `.json`, `.yaml` or `.yml`. A text of another name is
/// JSON if it begins with `{` or `[`, and YAML if not. YAML is read by the core schema of YAML 1.2:
/// `no`, `on` and timestamps are strings, and so is a number that begins with a needless 0.
///
/// The files that it refers to, and those that they refer to, belong to it: they are read with it, as
/// its [`Sources`] say. A document that is parsed from a text has none.
#[derive(Clone, Debug)]
pub struct Document {
    name: String,
    file: String,
    text: String,
    syntax: Syntax,
    root: Value,
    places: Places,
    followed: Followed,
}

/// A text as it was read.
struct Parsed {
    text: String,
    syntax: Syntax,
    root: Value,
    places: Places,
}

fn read_file(name: &str, bytes: Vec<u8>) -> Result<Parsed, Report> {
    let length = bytes.len() as u64;
    if length > MAX_FILE_BYTES {
        return Err(Report::without_text(name, files::too_large(length)));
    }
    let text = String::from_utf8(bytes).map_err(|error| files::not_utf8(name, &error))?;
    parse(name, text)
}

fn parse(name: &str, text: String) -> Result<Parsed, Report> {
    let syntax = Syntax::of(name, &text);
    let parsed = match syntax {
        Syntax::Json => json::read(&text),
        Syntax::Yaml => yaml::read(&text),
    };
    match parsed {
        Ok((root, places)) => Ok(Parsed { text, syntax, root, places }),
        Err(diagnostics) => Err(Report::new(name, text, diagnostics)),
    }
}

impl Document {
    /// Reads a schema file, and the files in its folder that it refers to; the path `-` is standard input, and `./-`
    /// is a file.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the file cannot be read, has more than [`MAX_FILE_BYTES`], or is no
    /// UTF-8, and as for [`Document::parse`]. Of another file that is not read, a report is made where it is needed.
    pub fn read(path: &Path) -> Result<Self, Report> {
        Self::read_with(path, &Sources::default())
    }

    /// Reads a schema file as [`Document::read`] does, and the files that it refers to where these sources have them.
    ///
    /// # Errors
    ///
    /// As for [`Document::read`], and when there is no such root folder.
    pub fn read_with(path: &Path, sources: &Sources) -> Result<Self, Report> {
        let is_standard_input = path == Path::new("-");
        let name = if is_standard_input { STANDARD_INPUT.to_owned() } else { shown(path) };
        let bytes = if is_standard_input { files::standard_input() } else { files::bounded(path) };
        let bytes = bytes.map_err(|found| Report::without_text(&name, found))?;
        Self::of(name.clone(), read_file(&name, bytes)?).follow((!is_standard_input).then_some(path), None, sources)
    }

    /// Reads a schema file as it is in a revision of the git repository around it, and the files that it refers to.
    ///
    /// Files that are mapped are those of the working tree, and symbolic links are not followed.
    ///
    /// # Errors
    ///
    /// A [`Report`] when there is no such repository, revision or file, and as for [`Document::read_with`].
    pub fn read_revision(revision: &str, path: &Path, sources: &Sources) -> Result<Self, Report> {
        let name = format!("{revision}:{}", shown(path));
        let bytes = git::read(revision, path).map_err(|found| Report::without_text(&name, found))?;
        let document = Self::of(name.clone(), read_file(&name, bytes)?);
        let document = Self { file: shown(path), ..document };
        document.follow(Some(path), Some(revision), sources)
    }

    fn follow(self, path: Option<&Path>, revision: Option<&str>, sources: &Sources) -> Result<Self, Report> {
        match follow(&Main { root: &self.root, path, revision }, sources) {
            Ok(followed) => Ok(Self { followed, ..self }),
            Err(found) => Err(Report::without_text(self.name, found)),
        }
    }

    /// Parses the text of a schema; `name` is what diagnostics call it, and tells JSON from YAML.
    ///
    /// No other file is read: a reference to one is an error where it is needed.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the text is no JSON, or JSON with two members of one name; when it is no
    /// YAML, or says what JSON cannot.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Report> {
        let name = name.into();
        let parsed = parse(&name, text.into())?;
        Ok(Self::of(name, parsed))
    }

    fn of(name: String, parsed: Parsed) -> Self {
        let Parsed { text, syntax, root, places } = parsed;
        Self { file: name.clone(), name, text, syntax, root, places, followed: Followed::default() }
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

    /// The text as JSON: as its author wrote it, or what the author's YAML stands for, with the other files in it.
    pub(crate) fn json(&self) -> String {
        match self.syntax {
            _ if !self.followed.others.is_empty() => format!("{:#}", self.bundle()),
            Syntax::Json => self.text.clone(),
            Syntax::Yaml => format!("{:#}", self.root),
        }
    }

    /// The JSON value, its members in the order of the text.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// Where each value of a file is, and the text of the file.
    fn text_of(&self, file: &str) -> (&Places, &str) {
        self.other(file).map_or((&self.places, &self.text), |other| (&other.places, &other.text))
    }

    /// Which file a value is in, and how far from its beginning, for putting things into the order of the text.
    pub(crate) fn position(&self, at: &str) -> (usize, usize) {
        let (file, pointer) = pointer::split(at);
        let index = self.followed.indices.get(file).map_or(0, |index| index + 1);
        (index, self.text_of(file).0.order(pointer).unwrap_or_default())
    }

    /// The pointer, or that of the innermost value around it that is in the text.
    pub(crate) fn known(&self, at: &str) -> String {
        let (file, pointer) = pointer::split(at);
        format!("{file}{}", self.text_of(file).0.nearest(pointer))
    }

    /// The line of a value, from 1.
    pub(crate) fn line(&self, at: &str) -> usize {
        let (file, pointer) = pointer::split(at);
        let (places, text) = self.text_of(file);
        let start = places.find(pointer).map_or(0, |place| place.start);
        text.get(..start).unwrap_or_default().matches('\n').count() + 1
    }

    /// A report about this document: every pointer gets its file and its place in the text.
    ///
    /// A pass may speak of a keyword that another pass put there: then the place is that of the
    /// nearest part of the document around it. What several passes found is said once.
    #[must_use]
    pub fn report(&self, mut diagnostics: Vec<Diagnostic>) -> Report {
        let mut named = BTreeSet::new();
        for found in &mut diagnostics {
            let (file, pointer) = pointer::split(&found.pointer);
            let places = self.text_of(file).0;
            let nearest = places.nearest(pointer).to_owned();
            found.span = found.span.take().or_else(|| places.find(&nearest));
            found.file = self.file_of(file).map(str::to_owned);
            named.insert(file.to_owned());
            found.pointer = nearest;
            for other in &mut found.related {
                let (file, pointer) = pointer::split(&other.pointer);
                let places = self.text_of(file).0;
                let nearest = places.nearest(pointer).to_owned();
                other.span = places.find(&nearest);
                other.file = self.file_of(file).map(str::to_owned);
                named.insert(file.to_owned());
                other.pointer = nearest;
            }
        }
        let mut seen = BTreeSet::new();
        diagnostics.retain(|found| {
            seen.insert((found.code.as_str(), found.file.clone(), found.pointer.clone(), found.message.clone()))
        });
        let others = named.iter().filter_map(|file| self.other(file));
        let others = others.map(|other| OtherText { file: other.name.clone(), text: other.text.clone() }).collect();
        Report { others, ..Report::new(&self.name, &self.text, diagnostics) }
    }
}
