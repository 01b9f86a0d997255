//! Reads and parses one schema file: the only reader of `schema/`.
//!
//! Whether a text is JSON is `serde_json`'s to say; where each value stands in the text
//! comes from `jsonc-parser`, which keeps the spans that `serde_json` forgets.

mod git;
mod places;

use crate::diagnostic::{Code, Diagnostic, Report};
use places::Places;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The largest schema file that is read, in bytes. Clerk's whole OpenAPI document has under 2 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// A parsed schema file: its JSON value, and where in the text each part of it stands.
#[derive(Clone, Debug)]
pub struct Document {
    name: String,
    file: String,
    text: String,
    root: Value,
    places: Places,
}

impl Document {
    /// Reads a schema file.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the file cannot be read, has more than [`MAX_FILE_BYTES`], or is no
    /// UTF-8, no JSON, or JSON with two members of one name.
    pub fn read(path: &Path) -> Result<Self, Report> {
        let name = path.display().to_string();
        let bytes = read_bounded(path).map_err(|found| Report::without_text(&name, found))?;
        Self::of_bytes(name, bytes)
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
            return Err(Report::without_text(name, too_large(length)));
        }
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(&name, &error))?;
        Self::parse(name, text)
    }

    /// Parses the text of a schema; `name` is what diagnostics call it.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the text is no JSON, or JSON with two members of one name.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Report> {
        let (name, text) = (name.into(), text.into());
        let parsed = serde_json::from_str(&text)
            .map_err(|error| vec![not_json(&text, &error)])
            .and_then(|root| Ok((root, Places::of(&text)?)));
        match parsed {
            Ok((root, places)) => Ok(Self { file: name.clone(), name, text, root, places }),
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

    /// The text, as its author wrote it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The JSON value, its members in the order of the text.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// Where in the text a value stands, for putting things into the order of the text.
    pub(crate) fn position(&self, pointer: &str) -> usize {
        self.places.find(pointer).map_or(0, |place| place.start)
    }

    /// The pointer, or that of the innermost value around it that is in the text.
    pub(crate) fn known<'p>(&self, pointer: &'p str) -> &'p str {
        self.places.nearest(pointer)
    }

    /// The line of a value, from 1.
    pub(crate) fn line(&self, pointer: &str) -> usize {
        self.text.get(..self.position(pointer)).unwrap_or_default().matches('\n').count() + 1
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

/// The schema files of a folder, every `*.json` in it, by name.
pub(crate) fn schema_files(folder: &Path) -> Result<Vec<PathBuf>, Report> {
    let unreadable = |error: std::io::Error| {
        let found = Diagnostic::error(
            Code::UnreadableFile,
            "",
            format!("cannot list the schemas: {error}"),
            "give the folder that holds the schema files",
        );
        Report::without_text(folder.display().to_string(), found)
    };
    let entries = fs::read_dir(folder).map_err(unreadable)?.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}

/// The text of a file that may not be there.
pub(crate) fn text(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

fn read_bounded(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::error(
            Code::UnreadableFile,
            "",
            format!("cannot read the schema: {error}"),
            "give the path of a JSON Schema file that this user may read",
        )
    };
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if length > MAX_FILE_BYTES {
        return Err(too_large(length));
    }
    fs::read(path).map_err(unreadable)
}

fn too_large(length: u64) -> Diagnostic {
    Diagnostic::error(
        Code::FileTooLarge,
        "",
        format!("the file has {length} bytes, and no schema of more than {MAX_FILE_BYTES} is read"),
        "is it a schema? If so, split it, or keep only the part of it that you need",
    )
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Report {
    let valid = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let found = Diagnostic::error(
        Code::NotUtf8,
        "",
        format!("byte {valid} (counted from 0) is not UTF-8"),
        "JSON is exchanged as UTF-8 (RFC 8259, section 8.1): convert the file, for instance with iconv",
    );
    let end = valid + text.get(valid..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Report { file: name.to_owned(), text, diagnostics: vec![found.with_span(valid..end)] }
}

fn not_json(text: &str, error: &serde_json::Error) -> Diagnostic {
    let start = offset(text, error.line(), error.column());
    let end = text.get(start..).and_then(|rest| rest.chars().next()).map_or(start, |next| start + next.len_utf8());
    let message = error.to_string();
    if text.starts_with('\u{feff}') {
        return Diagnostic::error(
            Code::NotJson,
            "",
            "the file begins with a byte order mark (U+FEFF), which is no JSON",
            "save it as UTF-8 without a byte order mark (RFC 8259, section 8.1)",
        )
        .with_span(0..'\u{feff}'.len_utf8());
    }
    if message.starts_with("recursion limit exceeded") {
        return Diagnostic::error(
            Code::NestedTooDeep,
            "",
            "the JSON is nested deeper than 127 levels",
            "give the inner schemas names under `$defs` and refer to them",
        )
        .with_span(start..end);
    }
    let what = message.split(" at line ").next().unwrap_or_default();
    Diagnostic::error(
        Code::NotJson,
        "",
        format!("this is not JSON: {what}"),
        "write it as JSON (RFC 8259): no comments, no trailing commas, names in double quotes",
    )
    .with_span(start..end)
}

/// The byte that serde_json means by a line (from 1) and a column (bytes of the line read so far).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (line_start + column).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
