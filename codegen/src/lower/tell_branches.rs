//! Decides how the branches of each union are named and told apart.

use super::draft::{Draft, Schema, branches, source, text, texts};
use crate::diagnostic::{Code, Diagnostic};
use crate::names::variant_ident;
use crate::pointer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What was decided: an object `{variant, tags}` for each branch, in their order.
pub(super) const TOLD: &str = "x-lower-branches";

/// Decides how the branches of each union are named and told apart.
///
/// Applies to all subschemas with `oneOf` or `anyOf`. OpenAPI 3.0.3, "Discriminator Object": a
/// value of the tag means the branch that the mapping gives it, else the branch of that name.
/// Where the mapping points at no branch, as it does in a schema that was cut out of a larger
/// document, its key means the branch whose tag property lists the key.
pub(super) fn tell_branches(draft: &mut Draft<'_>) {
    let definitions = draft.definitions.clone();
    draft.for_each_schema(|schema, diagnostics| {
        let Some((keyword, inner)) = branches(schema) else { return };
        let mut union = Union::new(&definitions, schema, keyword, inner);
        union.map_keys();
        union.answer_by_own_values();
        union.name_variants();
        diagnostics.append(&mut union.diagnostics);
        let told = union.branches.iter().map(|branch| json!({"variant": branch.variant, "tags": branch.tags}));
        let told = Value::Array(told.collect());
        schema.insert(TOLD.to_owned(), told);
    });
}

struct Union<'s> {
    /// The pointer of the union.
    at: String,
    tag: Option<&'s str>,
    mapping: Vec<(&'s str, &'s str)>,
    branches: Vec<Branch<'s>>,
    diagnostics: Vec<Diagnostic>,
}

struct Branch<'s> {
    at: String,
    /// The definition it refers to.
    key: Option<&'s str>,
    /// The name of that definition.
    name: Option<String>,
    /// Its name override, or that of the definition.
    override_name: Option<&'s str>,
    /// What it is, references followed.
    target: Option<&'s Schema>,
    /// The values its tag property lists.
    own: Vec<&'s str>,
    tags: Vec<String>,
    variant: String,
}

impl<'s> Union<'s> {
    fn new(definitions: &'s Schema, schema: &'s Schema, keyword: &str, inner: &'s [Value]) -> Self {
        let discriminator = schema.get("discriminator").and_then(Value::as_object);
        let tag = discriminator.and_then(|told| text(told, "propertyName"));
        let mapping = discriminator.and_then(|told| told.get("mapping")).and_then(Value::as_object);
        let at = source(schema).to_owned();
        let under = pointer::join(&at, keyword);
        let branch = |(index, value): (usize, &'s Value)| {
            Branch::new(definitions, value, tag, pointer::join(&under, &index.to_string()))
        };
        let mut union = Self {
            tag,
            mapping: mapping.into_iter().flatten().filter_map(|(key, to)| Some((key.as_str(), to.as_str()?))).collect(),
            branches: inner.iter().enumerate().map(branch).collect(),
            diagnostics: Vec::new(),
            at,
        };
        if discriminator.is_some() && tag.is_none() {
            union.diagnostics.push(no_property_name(&union.at));
        }
        union
    }

    fn map_keys(&mut self) {
        for (key, to) in self.mapping.clone() {
            let pointer = pointer::of_local_ref(to);
            let meant = self.branches.iter().position(|branch| branch.is_meant_by(to, pointer.as_deref()));
            let answering = meant.or_else(|| self.branches.iter().position(|branch| branch.own.contains(&key)));
            match answering {
                Some(index) => self.give(index, key),
                None => self.diagnostics.push(unanswered(&self.at, key, to)),
            }
        }
    }

    /// Values that no mapping speaks of; at the last, the name of the definition.
    fn answer_by_own_values(&mut self) {
        if self.tag.is_none() {
            return;
        }
        for index in 0..self.branches.len() {
            let Some(branch) = self.branches.get(index) else { continue };
            let mapped = |value: &&str| self.mapping.iter().any(|(key, _)| key == value);
            let mut tags: Vec<String> =
                branch.own.iter().copied().filter(|own| !mapped(own)).map(str::to_owned).collect();
            if branch.tags.is_empty() && tags.is_empty() {
                tags.extend(branch.name.clone());
            }
            let told = branch.is_object() && !(branch.tags.is_empty() && tags.is_empty());
            if !told {
                self.diagnostics.push(untold(&branch.at, branch.is_object()));
            }
            for tag in tags {
                self.give(index, &tag);
            }
        }
    }

    fn give(&mut self, index: usize, tag: &str) {
        let holder = self.branches.iter().position(|branch| branch.tags.iter().any(|other| other == tag));
        let holder = holder.and_then(|holder| self.branches.get(holder)).map(|branch| branch.at.clone());
        let Some(branch) = self.branches.get_mut(index) else { return };
        match holder {
            None => branch.tags.push(tag.to_owned()),
            Some(other) if other == branch.at => {}
            Some(other) => self.diagnostics.push(shared(&branch.at, &other, tag)),
        }
    }

    fn name_variants(&mut self) {
        let (mut taken, mut numbers) = (BTreeSet::new(), BTreeMap::new());
        for branch in &mut self.branches {
            let decided = branch.decided_name();
            branch.variant = decided.unwrap_or_else(|| numbered(branch.kind_name(), &taken, &mut numbers));
            if !taken.insert(branch.variant.clone()) {
                self.diagnostics.push(same_variant(&branch.at, &branch.variant));
            }
        }
    }
}

impl<'s> Branch<'s> {
    fn new(definitions: &'s Schema, value: &'s Value, tag: Option<&str>, at: String) -> Self {
        let schema = value.as_object();
        let at = schema.map(source).filter(|own| !own.is_empty()).map_or(at, str::to_owned);
        let key = schema.and_then(|schema| text(schema, "$ref"));
        let name = key.and_then(|key| pointer::tokens(key).last());
        let target = schema.map(|schema| follow(definitions, schema));
        let override_name = [schema, target].into_iter().flatten().find_map(|s| text(s, "x-speakeasy-name-override"));
        let property = tag.and_then(|tag| target?.get("properties")?.get(tag)?.as_object());
        let own = property.map(|property| texts(follow(definitions, property), "enum").collect()).unwrap_or_default();
        Self { at, key, name, override_name, target, own, tags: Vec::new(), variant: String::new() }
    }

    /// Whether a value of the mapping, the name of a definition or a reference to `pointer`, means this branch.
    fn is_meant_by(&self, to: &str, pointer: Option<&str>) -> bool {
        self.key.is_some() && (self.key == pointer || self.name.as_deref() == Some(to))
    }

    fn is_object(&self) -> bool {
        self.target.is_some_and(|target| text(target, "type") == Some("object"))
    }

    /// The name that somebody gave it: override, mapping key, name of the definition, own value.
    fn decided_name(&self) -> Option<String> {
        let name = self.override_name.or(self.tags.first().map(String::as_str)).or(self.name.as_deref());
        name.and_then(variant_ident)
    }

    /// For a branch without a name: what kind of value it is.
    fn kind_name(&self) -> &'static str {
        let Some(target) = self.target else { return "Any" };
        match text(target, "type") {
            _ if target.contains_key("enum") => "Enum",
            Some("string") => "Text",
            Some("integer") => "Integer",
            Some("number") => "Number",
            Some("boolean") => "Boolean",
            Some("array") => "Array",
            Some("object") => "Object",
            _ => "Any",
        }
    }
}

/// What a schema is when its references are followed.
pub(super) fn follow<'s>(definitions: &'s Schema, schema: &'s Schema) -> &'s Schema {
    let next = |schema: &&'s Schema| text(schema, "$ref").and_then(|key| definitions.get(key)?.as_object());
    std::iter::successors(Some(schema), next).last().unwrap_or(schema)
}

/// The name, or the first of `Name2`, `Name3` and so on that is free; `numbers` are the last that were tried.
fn numbered(name: &'static str, taken: &BTreeSet<String>, numbers: &mut BTreeMap<&str, u32>) -> String {
    let number = numbers.entry(name).or_default();
    loop {
        *number += 1;
        let free = if *number == 1 { name.to_owned() } else { format!("{name}{number}") };
        if !taken.contains(&free) {
            return free;
        }
    }
}

fn no_property_name(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchema,
        &pointer::join(at, "discriminator"),
        "the discriminator names no property",
        "say which property tells the branches apart: {\"propertyName\": \"object\"}",
    )
}

fn unanswered(at: &str, key: &str, to: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnansweredTag,
        &pointer::join(&pointer::join(&pointer::join(at, "discriminator"), "mapping"), key),
        format!("the mapping of `{key}` points at `{to}`, which is no branch here, and no branch lists `{key}`"),
        format!("point it at a branch, or list `{key}` in the tag property of the branch it means"),
    )
}

fn untold(at: &str, is_object: bool) -> Diagnostic {
    let (message, help) = if is_object {
        ("no value of the discriminator means this branch", "map a value to it, or list one in its tag property")
    } else {
        ("a branch of a union with a discriminator must be an object", "leave the discriminator out")
    };
    Diagnostic::error(Code::UntaggedBranch, at, message, help)
}

fn shared(at: &str, other: &str, tag: &str) -> Diagnostic {
    Diagnostic::error(
        Code::SharedTag,
        at,
        format!("the tag `{tag}` means two branches"),
        "let each value of the tag mean one branch",
    )
    .with_related(other, "the other one")
}

fn same_variant(at: &str, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NameCollision,
        at,
        format!("two branches of this union would be named `{name}`"),
        "name one of them with x-speakeasy-name-override",
    )
}
