//! Why a file that a schema refers to is not read.

use super::sources::{MAX_FILES, MAX_TOTAL_BYTES};
use crate::diagnostic::{Code, Diagnostic, shown};
use std::io;
use std::path::Path;

fn refuse(code: Code, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(code, "", message, help)
}

pub(super) fn no_root_folder(folder: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot look into the root folder `{}`: {error}", shown(folder));
    refuse(Code::UnreadableFile, message, "give a folder that holds the schema and all files that it refers to")
}

pub(super) fn outside(text: &str, root: &Path, is_link: bool) -> Diagnostic {
    let root = if root.as_os_str().is_empty() { ".".to_owned() } else { shown(root) };
    let leads = if is_link { "leads by a symbolic link" } else { "is" };
    refuse(
        Code::OutsideFolder,
        format!("`{text}` {leads} outside of the folder `{root}`, and no file is read there"),
        "name a folder that holds all files with `--root-folder` (`Sources::root_folder`), or copy the file into this one",
    )
}

pub(super) fn undecodable(text: &str) -> Diagnostic {
    refuse(
        Code::UnreadableFile,
        format!("`{text}` is no path: what its `%` stand for is no text"),
        "write the path in UTF-8, each byte that is no URI character as `%` and two digits",
    )
}

pub(super) fn no_such_file(path: &str) -> Diagnostic {
    let message = format!("there is no file `{path}`");
    refuse(Code::UnreadableFile, message, "correct the path: it starts from the folder of the file that it stands in")
}

pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    refuse(Code::UnreadableFile, format!("cannot read `{path}`: {error}"), "refer to a file that this user may read")
}

pub(super) fn is_folder(path: &str) -> Diagnostic {
    refuse(Code::UnreadableFile, format!("`{path}` is a folder"), "refer to a file in it")
}

pub(super) fn not_plain(path: &str) -> Diagnostic {
    refuse(Code::UnreadableFile, format!("`{path}` is no regular file"), "refer to a file with a schema")
}

pub(super) fn too_many_files() -> Diagnostic {
    refuse(
        Code::TooManyFiles,
        format!("more than {MAX_FILES} files are referred to, and no more are read"),
        "bundle the files into fewer, or refer only to what you need",
    )
}

pub(super) fn too_many_bytes() -> Diagnostic {
    refuse(
        Code::TooManyFiles,
        format!("the files that are referred to have more than {MAX_TOTAL_BYTES} bytes together, and no more are read"),
        "refer only to what you need",
    )
}

/// What no map stands for.
pub(super) fn url(text: &str, url: &str) -> Diagnostic {
    let file = url.split(['?', '#']).next().unwrap_or_default().rsplit(['/', ':']).next().unwrap_or_default();
    let file = if file.is_empty() { "schema.json" } else { file };
    let message = if text.split('#').next() == Some(url) {
        format!("`{text}` is a URL, and nothing is read from the network")
    } else {
        format!("`{text}` means `{url}` by the `$id` around it, and nothing is read from the network")
    };
    refuse(
        Code::ExternalRef,
        message,
        &format!("download it (`curl -L -o {file} '{url}'`) and map it: `--map '{url}={file}'` (`Sources::maps`)"),
    )
}

/// A text has no folder, and so there are no files.
pub(super) fn no_folder(text: &str) -> Diagnostic {
    refuse(
        Code::ExternalRef,
        format!("`{text}` leaves the document, which was given as a text without a folder"),
        "read the document from its file, or copy the schema it means into it, under `#/$defs`, and refer to it there",
    )
}
