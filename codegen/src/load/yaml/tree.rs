//! The nodes of a document, from the events of the parser.

use super::frame::{Content, Frame, Key, bytes};
use super::graph::{Kind, Node, Nodes, Spent, target};
use super::merge;
use super::refuse::{self, MAX_DEPTH};
use super::scalar::{self, Core, Unfit};
use crate::diagnostic::Diagnostic;
use crate::load::places::first_line;
use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle, Tag};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The nodes of a text that is one document of YAML.
///
/// # Errors
///
/// All that was found up to the first place from which one cannot read on.
pub(super) fn of(text: &str) -> Result<Nodes<'_>, Vec<Diagnostic>> {
    let mut builder = Builder { text, ..Builder::default() };
    for event in Parser::new_from_str(text) {
        let event = event.map_err(|error| refuse::syntax(text, &error));
        if let Err(found) = event.and_then(|(event, span)| builder.event(event, &span)) {
            builder.refuse(found);
            break;
        }
    }
    if builder.found.is_empty() && builder.is_empty() {
        builder.refuse(refuse::empty());
    }
    if builder.found.is_empty() { Ok(builder.nodes) } else { Err(builder.found) }
}

#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    nodes: Nodes<'t>,
    /// The collections around the place that is read.
    open: Vec<Frame<'t>>,
    /// The nodes that have a name; nothing as long as they are open.
    anchors: BTreeMap<usize, Option<usize>>,
    spent: Spent,
    has_document: bool,
    found: Vec<Diagnostic>,
}

impl<'t> Builder<'t> {
    fn event(&mut self, event: Event<'t>, span: &Span) -> Result<(), Diagnostic> {
        match event {
            Event::DocumentStart(_, version) => {
                if self.has_document {
                    return Err(refuse::several(bytes(span)));
                }
                self.has_document = true;
                match version {
                    Some(version) if version.minor < 2 => Err(refuse::version(self.text, version.minor)),
                    _ => Ok(()),
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, anchor, tag.as_deref(), span);
                Ok(())
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.open(Content::Sequence(Vec::new()), style, anchor, tag.as_deref(), span)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.open(Content::Mapping(Vec::new(), None), style, anchor, tag.as_deref(), span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(anchor) => {
                self.alias(anchor, span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, anchor: usize, tag: Option<&Tag>, span: &Span) {
        let (at, line) = (bytes(span), span.start.line());
        // The parser writes nothing at all as `~`.
        let text = if style == ScalarStyle::Plain && at.is_empty() { Cow::Borrowed("") } else { text };
        let at = first_line(self.text, at);
        let is_key = self.open.last().is_some_and(Frame::expects_key);
        let is_plain = style == ScalarStyle::Plain && tag.is_none();
        let has_meaning = !is_key || anchor != 0 || tag.is_some();
        let value = if has_meaning { self.meaning(&text, is_plain, tag, span) } else { Value::Null };
        if !is_key {
            return self.add(Node { kind: Kind::Scalar(text, value), at, line }, anchor);
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Some(self.nodes.len()));
            self.nodes.push(Node { kind: Kind::Scalar(text.clone(), value), at: at.clone(), line });
        }
        if is_plain && text.is_empty() {
            self.refuse(refuse::no_key(at.clone()));
            self.key(None, false, at, line);
        } else {
            let is_merge = is_plain && text == "<<";
            self.key(Some(text), is_merge, at, line);
        }
    }

    /// What a scalar means; null, and something is found, when it means nothing.
    fn meaning(&mut self, text: &str, is_plain: bool, tag: Option<&Tag>, span: &Span) -> Value {
        let tagged = tag.filter(|tag| tag.original() != "!");
        let value = match tagged.map(|tag| tag.core_suffix().and_then(Core::named)) {
            Some(Some(core)) => scalar::tagged(text, core),
            Some(None) => return self.unknown_tag(tag, span),
            None if is_plain => scalar::plain(text),
            None => Ok(Value::String(text.to_owned())),
        };
        value.unwrap_or_else(|why: Unfit| {
            let tag = tag.map_or_else(String::new, Tag::original);
            self.refuse(refuse::unfit(first_line(self.text, bytes(span)), text, &tag, why));
            Value::Null
        })
    }

    fn unknown_tag(&mut self, tag: Option<&Tag>, span: &Span) -> Value {
        let at = span.tag_span().map_or_else(|| bytes(span), |tag| bytes(&tag));
        self.refuse(refuse::unknown_tag(at, &tag.map_or_else(String::new, Tag::original)));
        Value::Null
    }

    fn alias(&mut self, anchor: usize, span: &Span) {
        let (at, line) = (bytes(span), span.start.line());
        let found = self.anchors.get(&anchor).copied().flatten();
        if found.is_none() {
            self.refuse(refuse::endless(at.clone()));
        }
        if self.open.last().is_some_and(Frame::expects_key) {
            let name = match found.and_then(|id| target(&self.nodes, id)) {
                Some(Kind::Scalar(text, _)) => Some(text.clone()),
                Some(_) => {
                    self.refuse(refuse::collection_as_key(at.clone()));
                    None
                }
                None => None,
            };
            return self.key(name, false, at, line);
        }
        let kind = found.map_or_else(|| Kind::Scalar(Cow::Borrowed(""), Value::Null), Kind::Alias);
        self.add(Node { kind, at, line }, 0);
    }

    fn open(
        &mut self,
        content: Content<'t>,
        style: StructureStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: &Span,
    ) -> Result<(), Diagnostic> {
        let at = span.tag_span().map_or_else(|| bytes(span), |tag| bytes(&tag));
        if self.open.len() == MAX_DEPTH {
            return Err(refuse::too_deep(at));
        }
        let (what, own) = match content {
            Content::Sequence(_) => ("a sequence", Core::Seq),
            Content::Mapping(..) => ("a mapping", Core::Map),
        };
        if let Some(tag) = tag.filter(|tag| tag.original() != "!") {
            match tag.core_suffix().and_then(Core::named) {
                Some(core) if core == own => {}
                Some(_) => self.refuse(refuse::wrong_tag(at, what, &tag.original())),
                None => self.refuse(refuse::unknown_tag(at, &tag.original())),
            }
        }
        if anchor != 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(Frame::new(content, style, anchor, span));
        Ok(())
    }

    fn close(&mut self, span: &Span) -> Result<(), Diagnostic> {
        let Some(mut frame) = self.open.pop() else { return Ok(()) };
        frame.end(span);
        let kind = match frame.content {
            Content::Sequence(items) => Kind::Sequence(items),
            Content::Mapping(mut entries, _) => {
                merge::refuse_duplicates(&mut entries, &self.pointer(), &mut self.found);
                Kind::Mapping(merge::members(&self.nodes, entries, &mut self.spent)?)
            }
        };
        self.add(Node { kind, at: frame.at, line: frame.line }, frame.anchor);
        Ok(())
    }

    /// Takes in a node that is read to its end.
    fn add(&mut self, node: Node<'t>, anchor: usize) {
        let id = self.nodes.len();
        if self.open.last().is_some_and(Frame::expects_key) {
            self.refuse(refuse::collection_as_key(node.at.clone()));
            self.key(None, false, node.at, node.line);
            return;
        }
        if let Some(frame) = self.open.last_mut() {
            frame.add(id, &node);
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Some(id));
        }
        self.nodes.push(node);
    }

    fn key(&mut self, name: Option<Cow<'t, str>>, is_merge: bool, at: Range<usize>, line: usize) {
        if let Some(frame) = self.open.last_mut() {
            frame.key(Key { name, is_merge, at, line });
        }
    }

    fn refuse(&mut self, mut found: Diagnostic) {
        if found.pointer.is_empty() {
            found.pointer = self.pointer();
        }
        self.found.push(found);
    }

    fn pointer(&self) -> String {
        self.open.iter().fold(String::new(), |pointer, frame| frame.inside(pointer))
    }

    /// Whether nothing but comments is there.
    fn is_empty(&self) -> bool {
        match self.nodes.as_slice() {
            [] => true,
            [Node { kind: Kind::Scalar(text, Value::Null), at, .. }] => text.is_empty() && at.is_empty(),
            _ => false,
        }
    }
}
