//! What keywords of one schema mean for one another.

use super::draft::beside_a_reference;
use super::node::Node;
use super::read::Reader;
use super::vocabulary::{Draft, Role, find};
use crate::pointer;
use serde_json::{Map, Value};

impl Reader<'_> {
    /// What keywords of one schema mean for one another.
    pub(super) fn finish(&mut self, node: &mut Node, members: &Map<String, Value>, at: &str) {
        if node.array.prefix.is_some() && members.contains_key("additionalItems") {
            node.array.items = node.array.items.or(self.by_pointer.get(&pointer::join(at, "additionalItems")).copied());
        }
        let bounds = &mut node.number;
        for (flag, bound, exclusive) in [
            ("exclusiveMinimum", &mut bounds.minimum, &mut bounds.exclusive_minimum),
            ("exclusiveMaximum", &mut bounds.maximum, &mut bounds.exclusive_maximum),
        ] {
            if members.get(flag) == Some(&Value::Bool(true)) {
                *exclusive = bound.take();
            }
        }
        if self.is_named_draft && self.draft <= Draft::D7 && !self.is_dialect {
            self.leave_siblings(node, at);
        }
    }

    /// Draft-07 core, section 8.3: all other properties in a `$ref` object are ignored.
    fn leave_siblings(&mut self, node: &mut Node, at: &str) {
        if node.refs.is_empty() {
            return;
        }
        let says =
            |keyword: &&String| find(keyword).is_some_and(|word| word.role == Role::Assertion && word.name != "$ref");
        if let Some(keyword) = node.keywords.iter().find(says) {
            self.diagnostics.push(beside_a_reference(keyword, &pointer::join(at, keyword)));
        }
        let bare = Node {
            keywords: node.keywords.iter().filter(|keyword| !says(keyword)).cloned().collect(),
            title: node.title.take(),
            description: node.description.take(),
            annotations: std::mem::take(&mut node.annotations),
            refs: std::mem::take(&mut node.refs),
            dialect: std::mem::take(&mut node.dialect),
            ..Node::default()
        };
        *node = bare;
    }
}
