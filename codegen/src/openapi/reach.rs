//! Which schemas lead to which others.

use super::api::Api;
use crate::load::{Document, led_to};
use crate::pointer;
use serde_json::Value;
use std::collections::BTreeSet;

impl Api {
    /// Keeps only the schemas at these JSON pointers, those that they lead to, these operations and what is said of them.
    pub(crate) fn keep(&mut self, document: &Document, starts: &[String], operations: &[String]) {
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut open: Vec<String> = starts.to_vec();
        while let Some(at) = open.pop() {
            let root = self.around(&at);
            let at = root.map_or(at, |root| root.at.clone());
            if reached.insert(at.clone())
                && let Some(schema) = root.map(|root| &root.schema).or_else(|| document.value(&at))
            {
                open.extend(targets(document, &at, schema));
            }
        }
        self.operations.retain(|operation| operations.contains(&operation.at));
        let is_about = |at: &str| operations.iter().any(|operation| is_of_operation(at, operation));
        self.found.retain(|found| is_about(&found.pointer));
        self.unread.retain(|at| is_about(at));
        self.unwritten.retain(|at| is_about(at));
        let all = std::mem::take(&mut self.roots);
        self.places.clear();
        all.into_iter().filter(|root| reached.contains(&root.at)).for_each(|root| self.push(root));
    }
}

/// All that these schemas of a document lead to, as JSON pointers, themselves among it.
pub(crate) fn reached(document: &Document, api: &Api, starts: Vec<String>) -> BTreeSet<String> {
    let (mut reached, mut open) = (BTreeSet::new(), starts);
    while let Some(at) = open.pop() {
        if reached.insert(at.clone())
            && let Some(schema) = api.at(&at).map(|root| &root.schema).or_else(|| document.value(&at))
        {
            open.extend(targets(document, &at, schema));
        }
    }
    reached
}

/// Whether a JSON pointer leads into an operation, or into the parameters that it shares with others of its path.
fn is_of_operation(at: &str, operation: &str) -> bool {
    let shared = operation.rsplit_once('/').map(|(item, _)| pointer::join(item, "parameters"));
    let is_in = |place: &str| at.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_in(operation) || shared.is_some_and(|shared| is_in(&shared))
}

/// Where the references of a schema lead, as JSON pointers.
pub(super) fn targets(document: &Document, at: &str, schema: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    collect(schema, &mut texts);
    let lead = |text: &str| led_to(at, text).or_else(|| document.target(at, text).ok().flatten());
    texts.into_iter().filter_map(lead).collect()
}

fn collect<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|member| collect(member, found));
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, found)),
        _ => {}
    }
}
