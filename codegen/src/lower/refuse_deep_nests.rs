//! Refuses types that no compiler would read.

use super::name_definitions::nameless;
use super::name_types::Namer;
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeMap;

/// How many definitions without a type of their own may hold one another. rustc's `recursion_limit` is 128.
const DEEPEST: usize = 64;

impl Namer {
    /// Refuses lists of lists of lists without end: each definition that is no type is written out where it is used.
    pub(super) fn refuse_deep_nests(&mut self) {
        let graph = nameless(&self.definitions);
        let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for key in graph.inner_first() {
            let is_named = self.names.contains_key(self.alias_of(key).unwrap_or(key));
            let deepest = graph.next(key).iter().filter_map(|next| depths.get(next)).max().copied();
            let depth = if is_named { 0 } else { deepest.unwrap_or_default() + 1 };
            if depth == DEEPEST + 1 {
                found.push(too_deep(key));
            }
            depths.insert(key, depth);
        }
        self.diagnostics.append(&mut found);
    }
}

fn too_deep(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NestedTooDeep,
        at,
        format!("more than {DEEPEST} definitions that are no types of their own, such as arrays, hold one another"),
        "make one of them an object with properties, or an array of such objects",
    )
}
