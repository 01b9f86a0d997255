//! Writes down what a walk found.

use super::found::{Found, What};
use super::spot::{branches, flag, follow, plain, properties, requires};
use super::walk::{Pair, Walk, source};
use crate::lower::Schema;
use serde_json::Value;
use std::collections::BTreeSet;

impl<'d> Walk<'d> {
    pub(super) fn note_property(&mut self, pair: &Pair<'d>, name: &str, schema: &Schema, added: bool) {
        let (definitions, holder) = if added { (self.new, pair.other) } else { (self.old, pair.one) };
        let mut shown = described(follow(definitions, schema));
        if let Some(shown) = shown.as_object_mut() {
            shown.extend(flag(schema, "nullable").then(|| ("nullable".to_owned(), Value::Bool(true))));
            shown.extend(requires(holder, name).then(|| ("required".to_owned(), Value::Bool(true))));
        }
        let what = What::Property { name: name.to_owned(), added };
        let (before, after) = if added { (None, Some(shown)) } else { (Some(shown), None) };
        self.note(what, pair, before, after);
        if let Some(found) = self.walked.found.last_mut() {
            reach(definitions, schema, &mut found.inside);
            let pointer = Some(source(schema).to_owned());
            (found.old_pointer, found.new_pointer) = if added { (None, pointer) } else { (pointer, None) };
        }
    }

    pub(super) fn note_branch(&mut self, pair: &Pair<'d>, schema: &Schema, index: usize, added: bool) {
        let definitions = if added { self.new } else { self.old };
        let branch = branches(schema).and_then(|(_, inner)| inner.get(index)?.as_object());
        let Some(branch) = branch.map(|branch| follow(definitions, branch)) else { return };
        let shown = Some(described(branch));
        let (before, after) = if added { (None, shown) } else { (shown, None) };
        self.note(What::Branch { index, added }, pair, before, after);
        if let Some(found) = self.walked.found.last_mut() {
            reach(definitions, branch, &mut found.inside);
            let pointer = Some(source(branch).to_owned());
            (found.old_pointer, found.new_pointer) = if added { (None, pointer) } else { (pointer, None) };
        }
    }

    /// One definition that stands for several, or several for one, gives each difference once.
    pub(super) fn note(&mut self, what: What, pair: &Pair<'d>, before: Option<Value>, after: Option<Value>) {
        let (old_pointer, new_pointer) = (Some(source(pair.one).to_owned()), Some(source(pair.other).to_owned()));
        let same = self.walked.found.iter_mut().find(|other| {
            other.what == what
                && other.before == before
                && other.after == after
                && (other.old == pair.old || other.new == pair.new)
        });
        if let Some(same) = same {
            same.also.extend(new_pointer.filter(|pointer| same.new_pointer.as_ref() != Some(pointer)));
            return;
        }
        self.walked.found.push(Found {
            what,
            old: pair.old.clone(),
            new: pair.new.clone(),
            old_pointer,
            new_pointer,
            before,
            after,
            entry: self.entry.clone(),
            trail: pair.trail.clone(),
            also: Vec::new(),
            inside: BTreeSet::new(),
        });
    }
}

/// A schema without what is said about it, for showing what kind of value it describes.
pub(super) fn described(schema: &Schema) -> Value {
    let mut shown = schema.clone();
    shown.retain(|keyword, _| !matches!(keyword.as_str(), "title" | "description" | "$schema" | "$id" | "nullable"));
    plain(&Value::Object(shown))
}

/// The pointers of a schema and of all inside it, also by reference.
pub(super) fn reach(definitions: &Schema, schema: &Schema, reached: &mut BTreeSet<String>) {
    if !reached.insert(source(schema).to_owned()) {
        return;
    }
    let target = follow(definitions, schema);
    reached.insert(source(target).to_owned());
    let inner = ["items", "additionalProperties"].iter().filter_map(|keyword| target.get(*keyword)?.as_object());
    let branches = branches(target).into_iter().flat_map(|(_, inner)| inner).filter_map(Value::as_object);
    let properties = properties(target).map(|(_, property)| property);
    inner.chain(branches).chain(properties).for_each(|inner| reach(definitions, inner, reached));
}
