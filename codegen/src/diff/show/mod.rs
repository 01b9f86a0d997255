//! A comparison in words: for a terminal, for a pull request, for programs.

mod folder;
mod github;
mod json;
mod markdown;
mod text;

use super::report::{Change, Diff};
use serde_json::Value;

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiffFormat {
    /// For a terminal of 100 columns, in colour if asked for.
    Text {
        /// Whether to use colours.
        colour: bool,
    },
    /// For a comment on a pull request.
    Markdown,
    /// For programs: one JSON document.
    Json,
    /// For GitHub Actions: workflow commands that become annotations of lines.
    GitHub,
}

impl Diff {
    /// The comparison as text of a format.
    #[must_use]
    pub fn render(&self, format: DiffFormat) -> String {
        match format {
            DiffFormat::Text { colour } => text::render(self, colour),
            DiffFormat::Markdown => markdown::render(self),
            DiffFormat::Json => json::render(self),
            DiffFormat::GitHub => github::render(self),
        }
    }
}

/// How to spare users of a struct that gets a field.
const NEW_FIELD: &str = "a struct whose fields are all public can be built by a literal, and a literal names them all: \
                         cargo's rules call a new field major. Release it so. Code that builds with `new(..)` or \
                         `..` and sets fields goes on compiling";

fn advice(diff: &Diff) -> Option<&'static str> {
    let mut items = diff.changes.iter().flat_map(|change| &change.api);
    items.any(|item| item.text.starts_with("new public field")).then_some(NEW_FIELD)
}

/// What is said before the items that come from no change.
fn beside(diff: &Diff) -> &'static str {
    if diff.parts.is_empty() { "Rust items that change though no value does:" } else { "Other Rust items that change:" }
}

/// The kind of a change, in words.
fn title(change: &Change) -> String {
    change.kind.replace('-', " ")
}

/// The place, for people: the root has an empty pointer.
fn place(change: &Change) -> String {
    let pointer = if change.pointer.is_empty() { "the whole document".to_owned() } else { clean(&change.pointer) };
    let pointer = change.file.as_ref().map_or(pointer.clone(), |file| format!("{pointer} in {}", clean(file)));
    let place = match change.also.len() {
        0 => pointer,
        1 => format!("{pointer} and 1 more place"),
        more => format!("{pointer} and {more} more places"),
    };
    let place = match &change.parameter {
        Some(name) => format!("parameter `{}` ({place})", clean(name)),
        None => place,
    };
    match change.sampled.as_str() {
        "" => place,
        sampled if change.part.is_some() => {
            let is_inside = change.pointer.starts_with(sampled) || change.parameter.is_some();
            if is_inside { place } else { format!("{place} (samples are values of {})", clean(sampled)) }
        }
        sampled => format!("{place} (nothing refers to {}: samples are values of it)", clean(sampled)),
    }
}

fn value(value: Option<&Value>) -> String {
    match value {
        None => "absent".to_owned(),
        Some(Value::String(text)) if !text.contains(|c: char| c.is_control()) => text.clone(),
        Some(value) => value.to_string(),
    }
}

/// Text on one line that does nothing to a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// At most so many characters, the middle left out: both ends of a long value tell.
fn elide(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let (head, tail) = (most * 2 / 3, most - most * 2 / 3 - 1);
    let head: String = text.chars().take(head).collect();
    let tail: String = text.chars().skip(count - tail).collect();
    format!("{head}…{tail}")
}
