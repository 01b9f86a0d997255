//! Reads a text as JSON.
//!
//! Whether a text is JSON is `serde_json`'s to say; where each value stands in the text
//! comes from `jsonc-parser`, which keeps the spans that `serde_json` forgets.

use super::places::{Places, first_line};
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use jsonc_parser::ast::{Object, ObjectProp, Value as Node};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;
use std::ops::Range;

/// The value of a text, and where each part of it stands.
pub(super) fn read(text: &str) -> Result<(Value, Places), Vec<Diagnostic>> {
    let root = serde_json::from_str(text).map_err(|error| vec![not_json(text, &error)])?;
    Ok((root, places(text)?))
}

/// Finds the places of a text that `serde_json` has read.
fn places(text: &str) -> Result<Places, Vec<Diagnostic>> {
    let mut walk = Walk { text, places: Places::default(), duplicates: Vec::new() };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    if let Ok(Some(root)) = parsed.map(|result| result.value) {
        walk.value(&root, "", root.start());
    }
    if walk.duplicates.is_empty() { Ok(walk.places) } else { Err(walk.duplicates) }
}

struct Walk<'a> {
    text: &'a str,
    places: Places,
    duplicates: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// `start` is where the value begins for the reader: at its name, if it has one.
    fn value(&mut self, value: &Node<'_>, pointer: &str, start: usize) {
        self.places.insert(pointer, start, first_line(self.text, start..value.end()));
        match value {
            Node::Object(object) => self.object(object, pointer),
            Node::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.value(element, &pointer::join(pointer, &index.to_string()), element.start());
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, object: &Object<'_>, pointer: &str) {
        for member in &object.properties {
            let name = member.name.as_str();
            let inner = pointer::join(pointer, name);
            if let Some(first) = self.places.find(&inner) {
                self.duplicates.push(duplicate(name, &inner, member, first));
            } else {
                self.value(&member.value, &inner, member.start());
            }
        }
    }
}

fn duplicate(name: &str, pointer: &str, second: &ObjectProp<'_>, first: Range<usize>) -> Diagnostic {
    let mut found = Diagnostic::error(
        Code::DuplicateMember,
        pointer,
        format!("the object has two members named `{name}`"),
        "remove one of them: readers of JSON disagree on which one counts (RFC 8259, section 4)",
    )
    .with_span(second.name.start()..second.name.end())
    .with_related(pointer, "the first one");
    if let Some(other) = found.related.first_mut() {
        other.span = Some(first);
    }
    found
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
