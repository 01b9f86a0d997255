//! The letter: every keyword of a document, typed, and every reference resolved.
//!
//! Nothing is decided here about types. What a keyword means is the model's to say.

mod copies;
mod draft;
mod dynamic;
mod elsewhere;
mod finish;
mod link;
mod node;
mod read;
mod read_scalars;
mod split;
mod swagger;
mod type_set;
mod uses;
mod vocabulary;
mod wrong;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Document;
use crate::pointer;
use dynamic::Starts;
pub(crate) use link::only_refers;
use node::Split;
pub(crate) use node::{ArrayRules, Dialect, Id, Logic, Node, NumberRules, ObjectRules, Schema, TextRules};
use read::Reader;
use serde_json::Value;
use std::collections::BTreeSet;
pub(crate) use type_set::TypeSet;
pub(crate) use uses::Use;
pub(crate) use vocabulary::{Draft, Role, distance, find};
#[cfg(test)]
pub(crate) use vocabulary::{VOCABULARY, Word};

impl Schema {
    /// Reads the schemas at these pointers, all they hold and all they refer to.
    ///
    /// # Errors
    ///
    /// What is no schema by its metaschema, and references that lead nowhere.
    pub(crate) fn read(
        document: &Document,
        roots: &[(String, Value)],
        is_openapi: bool,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let mut reader = Reader::new(document, is_openapi);
        let roots: Vec<Id> = roots.iter().map(|(at, value)| reader.root(value, at)).collect();
        let targets = reader.link();
        let ways = reader.ways();
        let Reader { nodes, named, mut diagnostics, draft, is_dialect, .. } = reader;
        let mut schema = Self {
            nodes,
            nothing: Node::default(),
            definitions: Vec::new(),
            inner_first: Vec::new(),
            draft,
            is_dialect,
            split: Split::default(),
        };
        let mut starts = Starts { roots, named, targets, left: BTreeSet::new() };
        if let Some(ways) = ways {
            let found = schema.by_way(&ways, &mut starts);
            diagnostics.extend(found);
        }
        let left = std::mem::take(&mut starts.left);
        schema.definitions = schema.in_order(document, starts);
        let cycles = schema.refuse_cycles(&left);
        let found: Vec<Diagnostic> = diagnostics.into_iter().chain(cycles).collect();
        if found.iter().any(|found| found.severity == Severity::Error) { Err(found) } else { Ok((schema, found)) }
    }

    /// Roots and named schemas as the text has them, then what else is referred to.
    fn in_order(&self, document: &Document, starts: Starts) -> Vec<Id> {
        let Starts { roots, mut named, targets, .. } = starts;
        let place = |id: &Id| document.position(&self.node(*id).at);
        named.sort_by_cached_key(place);
        let mut seen = BTreeSet::new();
        let mut all: Vec<Id> = roots.into_iter().chain(named).filter(|id| seen.insert(*id)).collect();
        let mut others: Vec<Id> = targets.into_iter().filter(|id| seen.insert(*id)).collect();
        others.sort_by_cached_key(place);
        all.append(&mut others);
        all
    }

    /// A chain of references, parts and branches that comes back to itself describes no value; but not from what was
    /// left for its copies.
    fn refuse_cycles(&mut self, left: &BTreeSet<Id>) -> Vec<Diagnostic> {
        let mut state = vec![0_u8; self.nodes.len()];
        let (mut found, mut order) = (Vec::new(), Vec::new());
        for start in self.ids().filter(|id| !left.contains(id)) {
            self.search(start, &mut state, &mut order, &mut found);
        }
        self.inner_first = order;
        found
    }

    /// Depth first, without recursion: a chain may be as long as a document.
    fn search(&self, start: Id, state: &mut [u8], order: &mut Vec<Id>, found: &mut Vec<Diagnostic>) {
        const OPEN: u8 = 1;
        const DONE: u8 = 2;
        let mut path: Vec<(Id, Vec<Id>)> = Vec::new();
        let mut enter = vec![start];
        loop {
            if let Some(id) = enter.pop() {
                match state.get_mut(id.0) {
                    Some(state) if *state == 0 => *state = OPEN,
                    Some(state) if *state == OPEN => {
                        found.push(self.cycle(id, &path));
                        continue;
                    }
                    _ => continue,
                }
                path.push((id, self.node(id).in_place().collect()));
            }
            match path.last_mut() {
                None => return,
                Some((_, next)) if !next.is_empty() => enter.extend(next.pop()),
                Some((id, _)) => {
                    if let Some(state) = state.get_mut(id.0) {
                        *state = DONE;
                    }
                    order.push(*id);
                    path.pop();
                }
            }
        }
    }

    fn cycle(&self, id: Id, path: &[(Id, Vec<Id>)]) -> Diagnostic {
        const MOST_TOLD: usize = 16;
        let start = path.iter().position(|(other, _)| *other == id).unwrap_or_default();
        let way: Vec<&str> = path.iter().skip(start).map(|(id, _)| self.node(*id).at.as_str()).collect();
        let mut steps: Vec<String> =
            way.iter().take(MOST_TOLD).map(|step| format!("`{}`", pointer::reference(step))).collect();
        if way.len() > MOST_TOLD {
            steps.push(format!("{} more", way.len() - MOST_TOLD));
        }
        Diagnostic::error(
            Code::RefCycle,
            way.first().copied().unwrap_or_default(),
            format!("this refers to itself without a type in between: {}", steps.join(" to ")),
            "make one of them an object or an array that holds the next",
        )
    }
}
