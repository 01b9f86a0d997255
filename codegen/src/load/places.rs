//! Where each value of a JSON text stands in the text.

use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::BTreeMap;
use std::ops::Range;

/// From JSON pointers to the bytes that show the reader which value is meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(BTreeMap<String, Range<usize>>);

impl Places {
    /// Finds the places of a text that `serde_json` has read.
    pub(super) fn of(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut walk = Walk { text, places: Self::default(), duplicates: Vec::new() };
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        if let Ok(Some(root)) = parsed.map(|result| result.value) {
            walk.value(&root, "", root.start());
        }
        if walk.duplicates.is_empty() { Ok(walk.places) } else { Err(walk.duplicates) }
    }

    /// The pointer itself, or that of the innermost value around it that has a place.
    pub(super) fn nearest<'p>(&self, pointer: &'p str) -> &'p str {
        match pointer.rsplit_once('/') {
            Some((outer, _)) if !self.0.contains_key(pointer) => self.nearest(outer),
            _ => pointer,
        }
    }

    pub(super) fn find(&self, pointer: &str) -> Option<Range<usize>> {
        self.0.get(pointer).cloned()
    }
}

struct Walk<'a> {
    text: &'a str,
    places: Places,
    duplicates: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// `start` is where the value begins for the reader: at its name, if it has one.
    fn value(&mut self, value: &Value<'_>, pointer: &str, start: usize) {
        self.places.0.insert(pointer.to_owned(), first_line(self.text, start..value.end()));
        match value {
            Value::Object(object) => self.object(object, pointer),
            Value::Array(array) => {
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
            if let Some(first) = self.places.0.get(&inner).cloned() {
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

/// Only the first line of a value that spans several.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let lines = text.get(span.clone()).unwrap_or_default();
    let length = lines.find(['\n', '\r']).unwrap_or(lines.len());
    span.start..span.start + length
}
