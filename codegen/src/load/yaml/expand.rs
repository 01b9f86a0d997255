//! Writes the nodes out as a value: what an alias stands for appears wherever the alias does.

use super::graph::{Kind, Member, Node, Spent};
use super::refuse::{self, MAX_DEPTH};
use crate::diagnostic::Diagnostic;
use crate::load::places::Places;
use crate::pointer;
use serde_json::{Map, Value};
use std::ops::Range;

/// The value of the last node, and where each part of it stands.
///
/// # Errors
///
/// The place of an alias that stands for too much, or is nested too deep.
pub(super) fn expand(nodes: &[Node<'_>]) -> Result<(Value, Places), Diagnostic> {
    let mut expansion = Expansion { nodes, places: Places::default(), order: 0, spent: Spent::default(), alias: None };
    let root = match nodes.len().checked_sub(1) {
        Some(root) => expansion.value(root, None, String::new(), 0)?,
        None => Value::Null,
    };
    Ok((root, expansion.places))
}

struct Expansion<'n, 't> {
    nodes: &'n [Node<'t>],
    places: Places,
    order: usize,
    spent: Spent,
    /// The outermost alias or merged member around the value that is written out.
    alias: Option<(Range<usize>, String)>,
}

impl Expansion<'_, '_> {
    /// `at` is where the reader finds the value: from its name on, if it has one.
    fn value(
        &mut self,
        id: usize,
        at: Option<Range<usize>>,
        pointer: String,
        depth: usize,
    ) -> Result<Value, Diagnostic> {
        let Some(node) = self.nodes.get(id) else { return Ok(Value::Null) };
        let at = at.unwrap_or_else(|| node.at.clone());
        if let Kind::Alias(target) = node.kind {
            return self
                .shared(at, pointer, |expansion, at, pointer| expansion.value(target, Some(at), pointer, depth));
        }
        self.count(node, &pointer)?;
        let deeper = depth + 1;
        if deeper > MAX_DEPTH && matches!(node.kind, Kind::Sequence(_) | Kind::Mapping(_)) {
            return Err(self.at_alias(refuse::too_deep(at)));
        }
        self.places.insert(&pointer, self.order, at);
        self.order += 1;
        match &node.kind {
            Kind::Scalar(_, value) => Ok(value.clone()),
            Kind::Sequence(items) => {
                let items = items.iter().enumerate();
                let item = |(index, id): (usize, &usize)| {
                    self.value(*id, None, pointer::join(&pointer, &index.to_string()), deeper)
                };
                Ok(Value::Array(items.map(item).collect::<Result<_, _>>()?))
            }
            Kind::Mapping(members) => {
                let member = |member: &Member<'_>| {
                    Ok((member.name.clone().into_owned(), self.member(member, &pointer, deeper)?))
                };
                Ok(Value::Object(members.iter().map(member).collect::<Result<Map<_, _>, _>>()?))
            }
            Kind::Alias(_) => Ok(Value::Null),
        }
    }

    fn member(&mut self, member: &Member<'_>, parent: &str, depth: usize) -> Result<Value, Diagnostic> {
        let (at, pointer) = (member.at.clone(), pointer::join(parent, &member.name));
        if !member.is_merged {
            return self.value(member.value, Some(at), pointer, depth);
        }
        self.shared(at, pointer, |expansion, at, pointer| expansion.value(member.value, Some(at), pointer, depth))
    }

    /// Writes out what stands elsewhere in the text too.
    fn shared(
        &mut self,
        at: Range<usize>,
        pointer: String,
        write: impl FnOnce(&mut Self, Range<usize>, String) -> Result<Value, Diagnostic>,
    ) -> Result<Value, Diagnostic> {
        let is_outermost = self.alias.is_none();
        if is_outermost {
            self.alias = Some((at.clone(), pointer.clone()));
        }
        let value = write(self, at, pointer)?;
        if is_outermost {
            self.alias = None;
        }
        Ok(value)
    }

    fn count(&mut self, node: &Node<'_>, pointer: &str) -> Result<(), Diagnostic> {
        let text = if let Kind::Scalar(text, _) = &node.kind { text.len() } else { 0 };
        if self.alias.is_none() || self.spent.value(text + pointer.len()) {
            return Ok(());
        }
        Err(self.at_alias(refuse::too_many_aliases(node.at.clone())))
    }

    /// The same, at the alias around it.
    fn at_alias(&self, mut found: Diagnostic) -> Diagnostic {
        if let Some((at, pointer)) = self.alias.clone() {
            (found.span, found.pointer) = (Some(at), pointer);
        }
        found
    }
}
