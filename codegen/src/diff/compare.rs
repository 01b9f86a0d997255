//! Compares two schemas of one kind.

use super::branches::pair_branches;
use super::found::{Step, What, told};
use super::spot::{
    Kind, Unlisted, branches, follow, kind, list, plain, properties, property, requires, tag, text, unlisted,
};
use super::walk::{Pair, Walk, source};
use crate::lower::{CONDITIONS, Schema};
use crate::pointer;
use serde_json::Value;
use std::collections::BTreeSet;

impl<'d> Walk<'d> {
    pub(super) fn compare_objects(&mut self, pair: &Pair<'d>) {
        for (schema, origins) in [pair.one, pair.other].into_iter().zip(&mut self.walked.origins) {
            let place = |name: &str| pointer::join(&pointer::join(source(schema), "properties"), name);
            let own = properties(schema).map(|(name, property)| (place(name), source(property).to_owned()));
            origins.extend(own.filter(|(place, origin)| place != origin));
        }
        for (name, one) in properties(pair.one) {
            if property(pair.other, name).is_some() {
                self.compare_required(pair, name);
                let path = ["properties", name.as_str()];
                self.step(pair, (&path, &path), Step::Property(name.clone()));
            } else {
                self.note_property(pair, name, one, false);
            }
        }
        for (name, other) in properties(pair.other).filter(|(name, _)| property(pair.one, name).is_none()) {
            self.note_property(pair, name, other, true);
        }
        match (unlisted(pair.one), unlisted(pair.other)) {
            (Unlisted::Typed(_), Unlisted::Typed(_)) => {
                let path = ["additionalProperties"];
                self.step(pair, (&path, &path), Step::Unlisted);
            }
            (one, other) if one != other => {
                let shown = |schema: &Schema| schema.get("additionalProperties").map(plain);
                self.note(What::Unlisted, pair, shown(pair.one), shown(pair.other));
            }
            _ => {}
        }
        self.compare_conditions(pair);
    }

    /// Elements that nothing is said about may be anything.
    pub(super) fn compare_items(&mut self, pair: &Pair<'d>) {
        let says = |schema: &Schema| {
            let items = schema.get("items").and_then(Value::as_object);
            items.is_some_and(|items| kind(items) != Kind::Any || items.contains_key("$ref"))
        };
        if says(pair.one) == says(pair.other) {
            self.step(pair, (&["items"], &["items"]), Step::Item);
        } else {
            let shown = |schema: &Schema| schema.get("items").map(plain);
            self.note(What::Items, pair, shown(pair.one), shown(pair.other));
        }
    }

    pub(super) fn compare_required(&mut self, pair: &Pair<'d>, name: &str) {
        let now = requires(pair.other, name);
        if requires(pair.one, name) != now {
            let word = |required: bool| Some(Value::from(if required { "required" } else { "optional" }));
            let what = What::Required { name: name.to_owned(), now };
            let place = |schema| property(schema, name).map(|property| source(property).to_owned());
            self.note_at(what, pair, (place(pair.one), place(pair.other)), (word(!now), word(now)));
        }
    }

    pub(super) fn compare_conditions(&mut self, pair: &Pair<'d>) {
        let sets = |schema: &Schema| -> BTreeSet<BTreeSet<String>> {
            let lists = list(schema, CONDITIONS).iter().filter_map(Value::as_array);
            lists.map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect()).collect()
        };
        if sets(pair.one) != sets(pair.other) {
            let shown = |schema: &Schema| schema.get(CONDITIONS).cloned();
            self.note(What::Conditions, pair, shown(pair.one), shown(pair.other));
        }
    }

    pub(super) fn compare_values(&mut self, pair: &Pair<'d>) {
        let values = |schema: &'d Schema| list(schema, "enum");
        let shown = |schema: &Schema| schema.get("enum").cloned();
        for (here, there, added) in [(pair.one, pair.other, true), (pair.other, pair.one, false)] {
            let only: Vec<Value> =
                values(there).iter().filter(|value| !values(here).contains(value)).cloned().collect();
            if !only.is_empty() {
                self.note(What::Values { values: only, added }, pair, shown(pair.one), shown(pair.other));
            }
        }
        let open = |schema: &Schema| text(schema, "x-speakeasy-unknown-values") == Some("allow");
        let now = open(pair.other);
        if open(pair.one) != now {
            let word = |open: bool| Some(Value::from(if open { "any string" } else { "the listed values" }));
            self.note(What::Open { now }, pair, word(!now), word(now));
        }
    }

    /// Whether other tags mean a branch than those that its tag property lists anew, or no longer.
    fn is_retold(&self, pair: &Pair<'d>, (old, new): (usize, usize)) -> bool {
        let one = TagsOf::new(self.old, pair.one, old);
        let other = TagsOf::new(self.new, pair.other, new);
        let meant = one.meaning.symmetric_difference(&other.meaning);
        let listed: BTreeSet<&String> = one.listed.symmetric_difference(&other.listed).collect();
        meant.into_iter().any(|value| !listed.contains(value))
    }

    pub(super) fn compare_unions(&mut self, pair: &Pair<'d>) {
        let paired = pair_branches((self.old, pair.one), (self.new, pair.other));
        let (Some((one, _)), Some((other, _))) = (branches(pair.one), branches(pair.other)) else {
            return;
        };
        if one != other {
            self.note(What::UnionKind, pair, Some(Value::from(one)), Some(Value::from(other)));
        }
        let retold = paired.both.iter().any(|branch| self.is_retold(pair, *branch));
        if tag(pair.one) != tag(pair.other) || (tag(pair.one).is_some() && retold) {
            let shown = |schema: &Schema| schema.get("discriminator").map(plain);
            self.note(What::Tag { pairs: paired.both.clone() }, pair, shown(pair.one), shown(pair.other));
        }
        for (old, new) in paired.both {
            let path = (old.to_string(), new.to_string());
            self.step(pair, (&[one, &path.0], &[other, &path.1]), Step::Branch { old, new });
        }
        for (indices, schema, added) in [(paired.removed, pair.one, false), (paired.added, pair.other, true)] {
            for index in indices {
                self.note_branch(pair, schema, index, added);
            }
        }
    }
}

/// The tags of a branch: those that mean it, and those that its tag property lists.
struct TagsOf {
    meaning: BTreeSet<String>,
    listed: BTreeSet<String>,
}

impl TagsOf {
    fn new(definitions: &Schema, union: &Schema, index: usize) -> Self {
        let branch = branches(union).and_then(|(_, inner)| inner.get(index)?.as_object());
        let branch = branch.map(|branch| follow(definitions, branch));
        let listed = branch.zip(tag(union)).and_then(|(branch, tag)| property(branch, tag));
        let listed = listed.map(|property| list(follow(definitions, property), "enum")).unwrap_or_default();
        Self {
            meaning: told(union, index).1.into_iter().map(str::to_owned).collect(),
            listed: listed.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }
}
