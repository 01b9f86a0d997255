//! What a document is made of: nodes, of which aliases make a graph without circles.

use serde_json::Value;
use std::borrow::Cow;
use std::ops::Range;

/// The nodes of a document; its root is the last.
pub(super) type Nodes<'t> = Vec<Node<'t>>;

/// A node, where it shows in the text, and the line on which it begins.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) kind: Kind<'t>,
    /// On one line.
    pub(super) at: Range<usize>,
    pub(super) line: usize,
}

#[derive(Debug)]
pub(super) enum Kind<'t> {
    /// As it is written, and what it means.
    Scalar(Cow<'t, str>, Value),
    Sequence(Vec<usize>),
    Mapping(Vec<Member<'t>>),
    /// The node that it stands for, which is no alias.
    Alias(usize),
}

#[derive(Clone, Debug)]
pub(super) struct Member<'t> {
    pub(super) name: Cow<'t, str>,
    pub(super) value: usize,
    /// From the name on, on one line.
    pub(super) at: Range<usize>,
    /// Whether it comes from a mapping that is merged into this one.
    pub(super) is_merged: bool,
}

/// A node, or what it stands for.
pub(super) fn target<'n, 't>(nodes: &'n [Node<'t>], id: usize) -> Option<&'n Kind<'t>> {
    match &nodes.get(id)?.kind {
        Kind::Alias(target) => nodes.get(*target).map(|node| &node.kind),
        kind => Some(kind),
    }
}

/// How much aliases and merges may stand for, in values; a long one counts as several.
///
/// Ten lines of aliases of aliases can stand for more than any memory holds.
pub(super) const MAX_ALIASED_VALUES: usize = 250_000;

/// How many bytes of text count as one more value.
const BYTES_OF_A_VALUE: usize = 128;

/// What aliases have been written out so far.
#[derive(Debug, Default)]
pub(super) struct Spent(usize);

impl Spent {
    /// Counts a value; says whether there may be as much.
    pub(super) fn value(&mut self, bytes: usize) -> bool {
        self.0 = self.0.saturating_add(1 + bytes / BYTES_OF_A_VALUE);
        self.0 <= MAX_ALIASED_VALUES
    }
}
