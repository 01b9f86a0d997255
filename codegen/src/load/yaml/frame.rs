//! The collections around the place that is read.

use super::graph::{Member, Node};
use super::merge::Entry;
use crate::pointer;
use granit_parser::{Span, StructureStyle};
use std::borrow::Cow;
use std::ops::Range;

/// A collection that is read.
pub(super) struct Frame<'t> {
    pub(super) content: Content<'t>,
    pub(super) anchor: usize,
    pub(super) line: usize,
    /// As far as it is on its first line.
    pub(super) at: Range<usize>,
    is_flow: bool,
}

pub(super) enum Content<'t> {
    Sequence(Vec<usize>),
    /// The entries, and the key whose value comes next.
    Mapping(Vec<Entry<'t>>, Option<Key<'t>>),
}

pub(super) struct Key<'t> {
    /// Nothing when it was refused.
    pub(super) name: Option<Cow<'t, str>>,
    pub(super) is_merge: bool,
    pub(super) at: Range<usize>,
    pub(super) line: usize,
}

impl<'t> Frame<'t> {
    pub(super) fn new(content: Content<'t>, style: StructureStyle, anchor: usize, span: &Span) -> Self {
        let is_flow = style == StructureStyle::Flow;
        Self { content, anchor, line: span.start.line(), at: bytes(span), is_flow }
    }

    pub(super) fn expects_key(&self) -> bool {
        matches!(self.content, Content::Mapping(_, None))
    }

    pub(super) fn key(&mut self, key: Key<'t>) {
        self.reach(&key.at, key.line);
        if let Content::Mapping(_, next) = &mut self.content {
            *next = Some(key);
        }
    }

    /// Takes a node in: the next item, or the value of the key.
    pub(super) fn add(&mut self, id: usize, node: &Node<'_>) {
        self.reach(&node.at, node.line);
        match &mut self.content {
            Content::Sequence(items) => items.push(id),
            Content::Mapping(entries, key) => entries.extend(key.take().and_then(|key| entry(key, id, node))),
        }
    }

    /// Takes in what ends it.
    pub(super) fn end(&mut self, span: &Span) {
        if self.is_flow {
            self.reach(&bytes(span), span.start.line());
        }
    }

    fn reach(&mut self, at: &Range<usize>, line: usize) {
        if line == self.line {
            self.at.end = self.at.end.max(at.end);
        }
    }

    /// The pointer to what is read in a collection that has this pointer.
    pub(super) fn inside(&self, pointer: String) -> String {
        match &self.content {
            Content::Sequence(items) => pointer::join(&pointer, &items.len().to_string()),
            Content::Mapping(_, Some(Key { name: Some(name), .. })) => pointer::join(&pointer, name),
            Content::Mapping(..) => pointer,
        }
    }
}

fn entry<'t>(key: Key<'t>, value: usize, node: &Node<'_>) -> Option<Entry<'t>> {
    let end = if node.line == key.line { node.at.end.max(key.at.end) } else { key.at.end };
    let member = Member { name: key.name?, value, at: key.at.start..end, is_merged: false };
    Some(Entry { member, key: key.at, is_merge: key.is_merge })
}

/// The bytes of the text that an event stands on.
pub(super) fn bytes(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or_default()
}
