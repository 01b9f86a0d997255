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
        if let Some(found) = self.note_at(what, pair, of_side(schema, added), (before, after)) {
            reach(definitions, schema, &mut found.inside);
        }
    }

    pub(super) fn note_branch(&mut self, pair: &Pair<'d>, schema: &Schema, index: usize, added: bool) {
        let definitions = if added { self.new } else { self.old };
        let branch = branches(schema).and_then(|(_, inner)| inner.get(index)?.as_object());
        let Some(branch) = branch.map(|branch| follow(definitions, branch)) else { return };
        let shown = Some(described(branch));
        let (before, after) = if added { (None, shown) } else { (shown, None) };
        if let Some(found) = self.note_at(What::Branch { index, added }, pair, of_side(branch, added), (before, after))
        {
            reach(definitions, branch, &mut found.inside);
        }
    }

    pub(super) fn note(&mut self, what: What, pair: &Pair<'d>, before: Option<Value>, after: Option<Value>) {
        let pointers = (Some(source(pair.one).to_owned()), Some(source(pair.other).to_owned()));
        self.note_at(what, pair, pointers, (before, after));
    }

    /// One definition that stands for several, or several for one, gives each difference once; what
    /// was merged into several objects comes from one place.
    pub(super) fn note_at(
        &mut self,
        what: What,
        pair: &Pair<'d>,
        (old_pointer, new_pointer): Pointers,
        (before, after): (Option<Value>, Option<Value>),
    ) -> Option<&mut Found> {
        let found = &mut self.walked.found;
        let same = found.iter().position(|other| {
            let from_one_place = (&other.old_pointer, &other.new_pointer) == (&old_pointer, &new_pointer);
            other.what == what
                && (&other.before, &other.after) == (&before, &after)
                && (other.old == pair.old || other.new == pair.new || from_one_place)
        });
        let index = same.unwrap_or(found.len());
        if same.is_none() {
            found.push(Found {
                what,
                old: pair.old.clone(),
                new: pair.new.clone(),
                old_pointer: old_pointer.clone(),
                new_pointer: new_pointer.clone(),
                before,
                after,
                entry: self.entry.clone(),
                trail: pair.trail.clone(),
                also: Vec::new(),
                inside: BTreeSet::new(),
            });
        }
        let found = found.get_mut(index)?;
        let pointer = new_pointer.or(old_pointer).filter(|_| same.is_some());
        let known = found.new_pointer.as_ref().or(found.old_pointer.as_ref());
        found.also.extend(pointer.filter(|pointer| known != Some(pointer)));
        Some(found)
    }
}

/// JSON pointers in the old and the new schema.
type Pointers = (Option<String>, Option<String>);

/// The pointer of a schema that only one side has.
fn of_side(schema: &Schema, added: bool) -> Pointers {
    let pointer = Some(source(schema).to_owned());
    if added { (None, pointer) } else { (pointer, None) }
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
