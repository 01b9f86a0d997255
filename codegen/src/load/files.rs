//! Reads bytes: of a file, of standard input; lists the files of a folder.

use super::MAX_FILE_BYTES;
use crate::diagnostic::{Code, Diagnostic, Report, shown};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    Json,
    Yaml,
}

impl Syntax {
    /// What the suffix of a file says.
    fn of_suffix(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// By the suffix of the name, else by the text.
    pub(super) fn of(name: &str, text: &str) -> Self {
        let is_json = || text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
        Self::of_suffix(Path::new(name)).unwrap_or_else(|| if is_json() { Self::Json } else { Self::Yaml })
    }
}

/// The schema files of a folder, every `*.json`, `*.yaml` and `*.yml` in it, by name.
pub(crate) fn schema_files(folder: &Path) -> Result<Vec<PathBuf>, Vec<Report>> {
    let unreadable = |error: std::io::Error| {
        let found = Diagnostic::error(
            Code::UnreadableFile,
            "",
            format!("cannot list the schemas: {error}"),
            "give the folder that holds the schema files",
        );
        vec![Report::without_text(shown(folder), found)]
    };
    let entries = fs::read_dir(folder).map_err(unreadable)?.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| is_schema_file(path));
    paths.sort();
    refuse_twins(&paths)?;
    Ok(paths)
}

/// The files in a folder and in those in it, by their paths from it, with slashes.
pub(super) fn listed(folder: &Path) -> Result<Vec<String>, Diagnostic> {
    let unreadable = |error: io::Error| {
        let help = "give a folder of schema files that this user may read";
        Diagnostic::error(Code::UnreadableFile, "", format!("cannot list the schemas: {error}"), help)
    };
    let (mut files, mut open) = (Vec::new(), vec![(folder.to_owned(), String::new())]);
    while let Some((folder, above)) = open.pop() {
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(unreadable)?;
            if kind.is_dir() && !name.starts_with('.') {
                open.push((entry.path(), format!("{above}{name}/")));
            } else if kind.is_file() {
                files.push(format!("{above}{name}"));
            }
        }
    }
    Ok(files)
}

/// Whether a file is taken for a schema when it is in a folder of schemas.
pub(crate) fn is_schema_file(path: &Path) -> bool {
    Syntax::of_suffix(path).is_some()
}

/// Refuses schema files that have one name but for its suffix.
pub(crate) fn refuse_twins(paths: &[PathBuf]) -> Result<(), Vec<Report>> {
    let mut stems = BTreeMap::new();
    let twins = paths.iter().filter_map(|path| Some(twin(path, stems.insert(path.file_stem()?, path)?)));
    let twins: Vec<Report> = twins.collect();
    if twins.is_empty() { Ok(()) } else { Err(twins) }
}

fn twin(path: &Path, other: &Path) -> Report {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let found = Diagnostic::error(
        Code::NameCollision,
        "",
        format!("`{}` and `{}` have one name but for its suffix", name(other), name(path)),
        "remove one of the two files, or rename it if it is another schema",
    );
    Report::without_text(shown(path), found)
}

/// The text of a file that may not be there.
pub(crate) fn text(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// The text of a file of choices.
pub(crate) fn config(path: &Path) -> Result<String, Report> {
    let unreadable = |what: String| {
        let help = "give the path of a TOML file that this user may read";
        Report::without_text(shown(path), Diagnostic::error(Code::UnreadableFile, "", what, help))
    };
    let length = fs::metadata(path).map_err(|error| unreadable(format!("cannot read the file: {error}")))?.len();
    if length > MAX_FILE_BYTES {
        return Err(unreadable(format!("the file has {length} bytes, and none of more than {MAX_FILE_BYTES} is read")));
    }
    fs::read_to_string(path).map_err(|error| unreadable(format!("cannot read the file: {error}")))
}

pub(super) fn bounded(path: &Path) -> Result<Vec<u8>, Diagnostic> {
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

/// No more of standard input than shows that it is too large.
pub(super) fn standard_input() -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    match read {
        Ok(_) if bytes.len() as u64 > MAX_FILE_BYTES => {
            let most =
                format!("standard input has more than {MAX_FILE_BYTES} bytes, and no schema of that length is read");
            Err(refuse_length(&most))
        }
        Ok(_) => Ok(bytes),
        Err(error) => Err(Diagnostic::error(
            Code::UnreadableFile,
            "",
            format!("cannot read standard input: {error}"),
            "give the schema on standard input, or the path of its file",
        )),
    }
}

pub(super) fn too_large(length: u64) -> Diagnostic {
    refuse_length(&format!("the file has {length} bytes, and no schema of more than {MAX_FILE_BYTES} is read"))
}

fn refuse_length(message: &str) -> Diagnostic {
    Diagnostic::error(
        Code::FileTooLarge,
        "",
        message,
        "is it a schema? If so, split it, or keep only the part of it that you need",
    )
}

pub(super) fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Report {
    let valid = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let found = Diagnostic::error(
        Code::NotUtf8,
        "",
        format!("byte {valid} (counted from 0) is not UTF-8"),
        match Syntax::of(name, &text) {
            Syntax::Json => {
                "JSON is exchanged as UTF-8 (RFC 8259, section 8.1): convert the file, for instance with iconv"
            }
            Syntax::Yaml => "schemas are read as UTF-8: convert the file, for instance with iconv",
        },
    );
    let end = valid + text.get(valid..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Report::new(name, text, vec![found.with_span(valid..end)])
}
