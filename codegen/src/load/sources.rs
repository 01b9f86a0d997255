//! Where the files may be that a schema refers to.

use crate::diagnostic::{Code, Diagnostic, Report, shown};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// How many files one schema may lead to.
pub const MAX_FILES: usize = 10_000;

/// How many bytes all files that one schema leads to may have.
pub const MAX_TOTAL_BYTES: u64 = 128 * 1024 * 1024;

/// Where the files are that a schema refers to: what stands in other places is not read, and nothing from the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sources {
    /// The folder in which all files must be. By default it is that of the schema, and the current one if that is
    /// standard input. A symbolic link that leads outside is outside.
    pub root_folder: Option<PathBuf>,
    /// URLs, and the files that stand for them, wherever those are. A URL that ends in `/` stands for all that begin
    /// so, and its path is that of a folder.
    pub maps: Vec<(String, PathBuf)>,
}

impl Sources {
    /// The map for a URL, and the file: an exact one, else the longest beginning.
    pub(super) fn map(&self, url: &str) -> Option<(usize, PathBuf)> {
        let maps = || self.maps.iter().enumerate();
        if let Some((index, (_, file))) = maps().find(|(_, (from, _))| from == url) {
            return Some((index, file.clone()));
        }
        let begins = maps().filter(|(_, (from, _))| from.ends_with('/') && url.starts_with(from.as_str()));
        let (index, (from, folder)) = begins.max_by_key(|(_, (from, _))| from.len())?;
        let rest = crate::pointer::percent_decode(url.get(from.len()..)?)?;
        Some((index, folder.join(rest.trim_start_matches('/'))))
    }

    /// Refuses maps of which no reference makes use.
    ///
    /// # Errors
    ///
    /// A [`Report`] of all of them.
    pub(super) fn refuse_unused(&self, used: &BTreeSet<usize>) -> Result<(), Report> {
        let unused = self.maps.iter().enumerate().filter(|(index, _)| !used.contains(index));
        let unused: Vec<Diagnostic> = unused.map(|(_, (url, file))| unused_map(url, &shown(file))).collect();
        let name = unused.first().map_or_else(String::new, |_| "--map".to_owned());
        if unused.is_empty() { Ok(()) } else { Err(Report::new(name, "", unused)) }
    }
}

fn unused_map(url: &str, file: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnusedMap,
        "",
        format!("nothing refers to `{url}`, which is mapped to `{file}`"),
        "leave the map out, or correct its URL: a beginning of URLs ends in `/`, any other URL is the whole one, \
         without its fragment",
    )
}
