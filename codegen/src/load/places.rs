//! Where each value of a text stands in the text.

use std::collections::BTreeMap;
use std::ops::Range;

/// From JSON pointers to the bytes that show the reader which value is meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(BTreeMap<String, Place>);

#[derive(Clone, Debug)]
struct Place {
    span: Range<usize>,
    /// Grows from value to value, also where several values have one span.
    order: usize,
}

impl Places {
    pub(super) fn insert(&mut self, pointer: &str, order: usize, span: Range<usize>) {
        self.0.insert(pointer.to_owned(), Place { span, order });
    }

    /// The pointer itself, or that of the innermost value around it that has a place.
    pub(super) fn nearest<'p>(&self, pointer: &'p str) -> &'p str {
        match pointer.rsplit_once('/') {
            Some((outer, _)) if !self.0.contains_key(pointer) => self.nearest(outer),
            _ => pointer,
        }
    }

    pub(super) fn find(&self, pointer: &str) -> Option<Range<usize>> {
        self.0.get(pointer).map(|place| place.span.clone())
    }

    /// How far from the beginning a value comes.
    pub(super) fn order(&self, pointer: &str) -> Option<usize> {
        self.0.get(pointer).map(|place| place.order)
    }
}

/// Only the first line of a value that spans several.
pub(super) fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let lines = text.get(span.clone()).unwrap_or_default();
    let length = lines.find(['\n', '\r']).unwrap_or(lines.len());
    span.start..span.start + length
}
