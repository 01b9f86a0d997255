//! What a document leads to in other files.

use super::folders::plain;
use super::follow::{Lead, Other};
use super::uri::is_path;
use super::{Document, Report, Sources, refuse};
use crate::diagnostic::Diagnostic;
use crate::pointer;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

impl Document {
    /// The files that were read because a reference leads to them, in the order of the first references.
    ///
    /// For build scripts, which are to be run again when one of them changes.
    pub fn other_files(&self) -> impl Iterator<Item = &Path> {
        self.followed.others.iter().map(|other| other.path.as_path())
    }

    /// The other files by their paths from the folder of this one, with their texts.
    pub(crate) fn other_texts(&self) -> impl Iterator<Item = (String, &str)> {
        let file = |other: &Other| pointer::other_file(&other.at).unwrap_or_default();
        self.followed.others.iter().map(move |other| (file(other), other.text.as_str()))
    }

    /// A reference that leads to its file through a symbolic link.
    pub(crate) fn linked(&self) -> Option<&str> {
        let is_linked = |((from, text), lead): &(&(String, String), &Lead)| {
            let (Ok(at), Some(path)) = (lead, pointer::percent_decode(text)) else { return false };
            let from = PathBuf::from(pointer::other_file(from).unwrap_or_default());
            pointer::other_file(at).is_some_and(|file| plain(&from.with_file_name(path)) != Path::new(&file))
        };
        self.followed.by_path.iter().find(is_linked).map(|((_, text), _)| text.as_str())
    }

    pub(super) fn other(&self, file: &str) -> Option<&Other> {
        self.followed.others.get(*self.followed.indices.get(file)?)
    }

    /// What diagnostics call the file of a value, if that is another.
    pub(crate) fn file_of(&self, at: &str) -> Option<&str> {
        self.other(pointer::split(at).0).map(|other| other.name.as_str())
    }

    /// The value at a JSON pointer, be it in another file.
    pub(crate) fn value(&self, at: &str) -> Option<&Value> {
        match pointer::split(at) {
            ("", pointer) => self.root.pointer(pointer),
            (file, pointer) => self.other(file)?.root.pointer(pointer),
        }
    }

    /// The document with schemas that allow any value at these pointers; the texts are as they were.
    pub(crate) fn allowing_any(mut self, pointers: &BTreeSet<String>) -> Self {
        for at in pointers {
            let (file, pointer) = pointer::split(at);
            let root = match self.followed.indices.get(file).and_then(|index| self.followed.others.get_mut(*index)) {
                Some(other) => &mut other.root,
                None => &mut self.root,
            };
            if let Some(schema) = root.pointer_mut(pointer) {
                *schema = Value::Object(serde_json::Map::new());
            }
        }
        self
    }

    /// The URL by which a file was mapped.
    pub(crate) fn url(&self, file: &str) -> Option<&str> {
        self.other(file)?.url.as_deref()
    }

    /// The file that has a URL of its own or in it, by its `$id`.
    pub(crate) fn file_with_id(&self, url: &str) -> Option<&str> {
        self.followed.by_id.get(url).map(String::as_str)
    }

    /// The file that a reference leads to: by a map of its URL, else by its path, from the file that it stands in.
    ///
    /// # Errors
    ///
    /// Why that was not read; in a file that is no JSON and no YAML, where.
    pub(crate) fn lead(&self, from: &str, reference: &str, url: &str) -> Result<String, Diagnostic> {
        let text = reference.split('#').next().unwrap_or_default();
        let (from, _) = pointer::split(from);
        let by_path = || self.followed.by_path.get(&(from.to_owned(), text.to_owned()));
        let Some(lead) = self.followed.by_url.get(url).or_else(by_path) else {
            return Err(if is_path(text) { refuse::no_folder(reference) } else { refuse::url(reference, url) });
        };
        let file = lead.clone().map_err(|found| Self::with_url(found, text, url))?;
        match self.other(&file).and_then(|other| other.unreadable.clone()) {
            Some(found) => Err(Diagnostic { pointer: format!("{file}{}", found.pointer), ..found }),
            None => Ok(file),
        }
    }

    /// Says which URL might be mapped instead.
    fn with_url(found: Diagnostic, text: &str, url: &str) -> Diagnostic {
        let has_url = url != text && !url.starts_with(super::NO_URI);
        let help = if has_url { format!("{}; or map its URL: `--map '{url}=FILE'`", found.help) } else { found.help };
        Diagnostic { help, ..found }
    }

    /// Where a reference in a place that is no schema leads, as a JSON pointer; the value need not be there.
    ///
    /// # Errors
    ///
    /// Why the file is not read.
    pub(crate) fn target(&self, from: &str, reference: &str) -> Result<Option<String>, Diagnostic> {
        let (text, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = match text {
            "" => pointer::split(from).0.to_owned(),
            _ => self.lead(from, reference, &super::join(self.base(from), text))?,
        };
        Ok(pointer::of_local_ref(&format!("#{fragment}")).map(|inside| file + &inside))
    }

    fn base(&self, from: &str) -> &str {
        self.url(pointer::split(from).0).unwrap_or_default()
    }

    /// All files as one JSON value: the others are definitions of the main one, by their names.
    pub(super) fn bundle(&self) -> Value {
        let mut bundle = self.redirected(&self.root, "");
        let Some(members) = bundle.as_object_mut() else { return bundle };
        let definitions = members.entry("$defs").or_insert_with(|| Value::Object(Map::new()));
        for other in &self.followed.others {
            let name = pointer::other_file(&other.at).unwrap_or_default();
            definitions.as_object_mut().map(|all| all.insert(name, self.redirected(&other.root, &other.at)));
        }
        bundle
    }

    /// A value of a file with all references led to the bundle.
    fn redirected(&self, value: &Value, file: &str) -> Value {
        match value {
            Value::Object(members) => {
                let redirect = |(name, value): (&String, &Value)| {
                    let target = value.as_str().filter(|_| name == "$ref").map(|text| self.target(file, text));
                    let value = match target {
                        Some(Ok(Some(at))) => Value::String(format!("#{}", pointer::in_bundle(&at))),
                        _ => self.redirected(value, file),
                    };
                    (name.clone(), value)
                };
                Value::Object(members.iter().map(redirect).collect())
            }
            Value::Array(elements) => elements.iter().map(|element| self.redirected(element, file)).collect(),
            other => other.clone(),
        }
    }

    /// Whether it and the files that it refers to hold the same values as another.
    pub(crate) fn says_same(&self, other: &Self) -> bool {
        let (own, theirs) = (&self.followed.others, &other.followed.others);
        let are_same = || own.iter().zip(theirs).all(|(one, other)| (&one.at, &one.root) == (&other.at, &other.root));
        self.root == other.root && own.len() == theirs.len() && are_same()
    }

    /// Refuses maps of which none of these documents makes use.
    ///
    /// # Errors
    ///
    /// A [`Report`] of the maps.
    pub fn refuse_unused_maps(documents: &[&Self], sources: &Sources) -> Result<(), Report> {
        let used: BTreeSet<usize> = documents.iter().flat_map(|document| &document.followed.used).copied().collect();
        sources.refuse_unused(&used)
    }

    /// The path of the file and those of the others.
    pub(crate) fn all_files(&self) -> Vec<PathBuf> {
        let own = self.has_file().then(|| PathBuf::from(&self.file));
        own.into_iter().chain(self.other_files().map(ToOwned::to_owned)).collect()
    }
}
