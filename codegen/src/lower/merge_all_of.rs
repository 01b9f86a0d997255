//! Makes one schema of all that describe the same value.

use super::draft::{Draft, SOURCE, Schema, children_mut, flag, list, source, text, texts};
use super::graph::Graph;
use super::notes;
use super::resolve_refs::in_place_refs;
use super::unite::{is_structural, is_structural_keyword, unite};
use crate::diagnostic::{Code, Diagnostic};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Makes one schema of an `allOf`, of a `$ref` that has siblings, and of a union of one branch.
///
/// Applies to all subschemas. All parts of an `allOf` describe the same value (JSON Schema
/// 2020-12 core, section 10.2.1.1), and so do a `$ref` and its siblings (section 8.2.3.1) and the
/// only branch of a union (sections 10.2.1.2 and 10.2.1.3). Objects are merged, in the order of
/// the parts; `nullable` beside the parts allows null for the whole.
pub(super) fn merge_all_of(draft: &mut Draft<'_>) {
    let definitions = draft.definitions.clone();
    let mut merger = Merger {
        definitions: &definitions,
        merged: BTreeMap::new(),
        around: Vec::new(),
        has_given_up: false,
        diagnostics: Vec::new(),
    };
    merger.begin_with_the_innermost();
    draft.definitions.values_mut().for_each(|definition| merger.visit(definition));
    draft.diagnostics.append(&mut merger.diagnostics);
}

struct Merger<'d> {
    /// As they were: what is merged in brings its inner schemas along unmerged.
    definitions: &'d Schema,
    /// Those that were asked for, merged but for their inner schemas.
    merged: BTreeMap<String, Result<Schema, Diagnostic>>,
    /// The pointers of the schemas around the one that is visited.
    around: Vec<String>,
    /// Whether there was no end to what is merged into one another.
    has_given_up: bool,
    diagnostics: Vec<Diagnostic>,
}

/// How many schemas that are merged with others may stand in one another: JSON of more levels is not read either.
const DEEPEST: usize = 127;

impl Merger<'_> {
    /// However long a chain of references is: what a definition is merged with has been merged before it.
    fn begin_with_the_innermost(&mut self) {
        let graph = Graph::of(self.definitions, in_place_refs);
        for key in graph.inner_first() {
            if !graph.next(key).is_empty() {
                let _ = self.definition(key);
            }
        }
    }

    /// Merges a schema, then those inside it, also those that came along from elsewhere.
    fn visit(&mut self, value: &mut Value) {
        let Some(schema) = value.as_object_mut().filter(|_| !self.has_given_up) else { return };
        let at = source(schema).to_owned();
        let refused = self.merge(schema).err();
        self.diagnostics.extend(refused);
        let is_endless = self.around.contains(&at) && !schema.contains_key("$ref");
        self.has_given_up = self.around.len() > DEEPEST;
        if is_endless || self.has_given_up {
            self.diagnostics.push(if is_endless { endless(&at) } else { too_deep(&at) });
            schema.retain(|keyword, _| keyword == SOURCE);
        }
        self.around.push(at);
        for (keyword, inner) in schema.iter_mut() {
            for (_, child) in children_mut(keyword, inner) {
                self.visit(child);
            }
        }
        self.around.pop();
    }

    fn merge(&mut self, schema: &mut Schema) -> Result<(), Diagnostic> {
        while !is_merged(schema) {
            let parts = take_parts(schema).into_iter().filter_map(into_schema);
            let (mut telling, silent): (Vec<Schema>, Vec<Schema>) = parts.partition(is_telling);
            match telling.as_slice() {
                [only] if !is_structural(schema) && !contradict(schema, only) => {
                    absorb_only_part(schema, telling.remove(0));
                }
                _ => self.unite_all(schema, telling)?,
            }
            for part in &silent {
                keep_words(schema, part);
            }
        }
        Ok(())
    }

    fn unite_all(&mut self, schema: &mut Schema, parts: Vec<Schema>) -> Result<(), Diagnostic> {
        let own_null = flag(schema, "nullable");
        let mut null = !parts.is_empty();
        for part in parts {
            let mut part = self.resolved(part)?;
            null &= part.remove("nullable") == Some(Value::Bool(true));
            unite(schema, part)?;
        }
        schema.insert("nullable".to_owned(), Value::Bool(own_null || null));
        Ok(())
    }

    /// A part with its own `$ref` and `allOf` merged into it.
    fn resolved(&mut self, mut part: Schema) -> Result<Schema, Diagnostic> {
        while let Some(key) = part.remove("$ref") {
            unite(&mut part, self.definition(key.as_str().unwrap_or_default())?)?;
        }
        self.merge(&mut part)?;
        Ok(part)
    }

    fn definition(&mut self, key: &str) -> Result<Schema, Diagnostic> {
        if let Some(merged) = self.merged.get(key) {
            return merged.clone();
        }
        let mut schema = self.definitions.get(key).and_then(Value::as_object).cloned().unwrap_or_default();
        let merged = self.merge(&mut schema).map(|()| schema);
        self.merged.insert(key.to_owned(), merged.clone());
        merged
    }
}

/// Whether a schema has no parts, or is nothing but a reference.
fn is_merged(schema: &Schema) -> bool {
    let reference = schema.contains_key("$ref");
    !schema.contains_key("allOf")
        && ["oneOf", "anyOf"].iter().all(|union| !has_one_branch(schema, union))
        && !(reference && schema.keys().any(|keyword| keyword != "$ref" && is_structural_keyword(keyword)))
}

fn has_one_branch(schema: &Schema, union: &str) -> bool {
    list(schema, union).len() == 1 && !schema.contains_key("discriminator")
}

/// The schemas that describe the same value as this one.
fn take_parts(schema: &mut Schema) -> Vec<Value> {
    let mut parts: Vec<Value> = schema.remove("$ref").map(|target| json!({"$ref": target})).into_iter().collect();
    for keyword in ["allOf", "oneOf", "anyOf"] {
        if (keyword == "allOf" || has_one_branch(schema, keyword))
            && let Some(Value::Array(all)) = schema.remove(keyword)
        {
            parts.extend(all);
        }
    }
    parts
}

/// Whether two schemas name types that no value has both of.
fn contradict(one: &Schema, other: &Schema) -> bool {
    text(one, "type").zip(text(other, "type")).is_some_and(|(one, other)| one != other)
}

fn into_schema(part: Value) -> Option<Schema> {
    if let Value::Object(part) = part { Some(part) } else { None }
}

/// Whether a part says what the value is: `{}` and a bare `type: object` do not.
fn is_telling(part: &Schema) -> bool {
    is_structural(part) || part.get("type").is_some_and(|name| name != "object")
}

/// What a part says in words alone goes into the documentation, after what stands there.
fn keep_words(whole: &mut Schema, part: &Schema) {
    if let Some(said) = text(part, "description").map(str::to_owned) {
        match text(whole, "description") {
            Some(own) if own == said => {}
            Some(_) => notes::add(whole, said),
            None => drop(whole.insert("description".to_owned(), Value::from(said))),
        }
    }
    for note in texts(part, notes::NOTES) {
        notes::add(whole, note.to_owned());
    }
}

/// Takes over the one part there is; what the holder says about itself stays.
pub(super) fn absorb_only_part(holder: &mut Schema, part: Schema) {
    holder.remove("type");
    for (keyword, value) in part {
        if !holder.contains_key(&keyword) {
            holder.insert(keyword, value);
        }
    }
}

/// A schema that is merged into a part of itself has no end.
fn endless(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnsupportedKeyword,
        at,
        "this is merged with a schema that holds it, and would hold itself again and again",
        "move it to `$defs`, and refer to it from here and from there",
    )
}

fn too_deep(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NestedTooDeep,
        at,
        format!("merging what describes one value nests more than {DEEPEST} schemas in one another"),
        "refer to one of them by a `$ref` alone, without `allOf` and without other keywords beside it",
    )
}
