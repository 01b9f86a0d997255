//! What differs between two schemas in canonical form.

use super::spot::{Spot, branches, list, tag, text};
use crate::lower::{CONDITIONS, NOTES, Schema, TOLD};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One difference, and how to reach it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) what: What,
    /// The schema that differs, in the old and in the new definitions.
    pub(super) old: Spot,
    pub(super) new: Spot,
    pub(super) old_pointer: Option<String>,
    pub(super) new_pointer: Option<String>,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
    /// Where a document that shows the difference begins: the old and the new definition.
    pub(super) entry: (String, String),
    pub(super) trail: Vec<Step>,
    /// Other places with the very same difference.
    pub(super) also: Vec<String>,
    /// The pointers of all schemas inside what only one side has.
    pub(super) inside: BTreeSet<String>,
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Property(String),
    Item,
    Unlisted,
    Branch { old: usize, new: usize },
}

/// What kind of difference it is, from the old schema to the new.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A property that only one of the two lists.
    Property {
        name: String,
        added: bool,
    },
    /// A property that only one of the two requires.
    Required {
        name: String,
        now: bool,
    },
    Null {
        now: bool,
    },
    /// Values of another type altogether.
    Type,
    /// Values that only one of the two lists.
    Values {
        values: Vec<Value>,
        added: bool,
    },
    /// Whether unlisted values are allowed.
    Open {
        now: bool,
    },
    /// What the elements of an array are, where only one of the two says it.
    Items,
    /// What an object may hold beside what it lists.
    Unlisted,
    /// Lists of members, of one of which all must be present.
    Conditions,
    /// A keyword that narrows a string or a number.
    Check(&'static str),
    /// A branch that only one of the two has, and where it stands there.
    Branch {
        index: usize,
        added: bool,
    },
    /// How the branches of a union are told apart; the branches that both have.
    Tag {
        pairs: Vec<(usize, usize)>,
    },
    /// Whether exactly one branch must fit.
    UnionKind,
    /// What the type is called.
    Name,
    /// What is said about the value.
    Docs,
}

impl What {
    /// The same difference, from the new schema to the old.
    pub(super) fn reversed(&self) -> Self {
        let mut reversed = self.clone();
        match &mut reversed {
            Self::Property { added: flag, .. }
            | Self::Values { added: flag, .. }
            | Self::Branch { added: flag, .. }
            | Self::Required { now: flag, .. }
            | Self::Null { now: flag }
            | Self::Open { now: flag } => *flag = !*flag,
            Self::Tag { pairs } => pairs.iter_mut().for_each(|pair| *pair = (pair.1, pair.0)),
            _ => {}
        }
        reversed
    }

    /// A stable name, in kebab case.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Property { added: true, .. } => "property-added",
            Self::Property { added: false, .. } => "property-removed",
            Self::Required { now: true, .. } => "now-required",
            Self::Required { now: false, .. } => "no-longer-required",
            Self::Null { now: true } => "null-allowed",
            Self::Null { now: false } => "null-forbidden",
            Self::Type => "type-changed",
            Self::Values { added: true, .. } => "values-added",
            Self::Values { added: false, .. } => "values-removed",
            Self::Open { now: true } => "enum-opened",
            Self::Open { now: false } => "enum-closed",
            Self::Items => "items-changed",
            Self::Unlisted => "unlisted-members-changed",
            Self::Conditions => "conditions-changed",
            Self::Check(_) => "check-changed",
            Self::Branch { added: true, .. } => "branch-added",
            Self::Branch { added: false, .. } => "branch-removed",
            Self::Tag { .. } => "discriminator-changed",
            Self::UnionKind => "union-changed",
            Self::Name => "name-changed",
            Self::Docs => "documentation-changed",
        }
    }

    /// Whether no document is read in another way.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self, Self::Name | Self::Docs)
    }

    /// Makes `own` in this one respect like `other`, where `own` is the old schema of the difference.
    pub(super) fn bring(&self, own: &mut Schema, other: &Schema) {
        match self {
            Self::Property { name, .. } => {
                copy_member(own, other, "properties", name);
                copy_required(own, other, name);
            }
            Self::Required { name, .. } => copy_required(own, other, name),
            Self::Null { .. } => copy(own, other, "nullable"),
            Self::Type => replace(own, other),
            Self::Values { values, .. } => bring_values(own, other, values),
            Self::Open { .. } => copy(own, other, "x-speakeasy-unknown-values"),
            Self::Items => copy(own, other, "items"),
            Self::Unlisted => copy(own, other, "additionalProperties"),
            Self::Conditions => copy(own, other, CONDITIONS),
            Self::Check(keyword) => copy(own, other, keyword),
            Self::Branch { index, added } => bring_branch(own, other, *index, *added),
            Self::Tag { pairs } => bring_tag(own, other, pairs),
            Self::UnionKind => {
                let keyword = if own.contains_key("oneOf") { ("oneOf", "anyOf") } else { ("anyOf", "oneOf") };
                let inner = own.remove(keyword.0).unwrap_or_default();
                own.insert(keyword.1.to_owned(), inner);
            }
            Self::Name => copy(own, other, "x-speakeasy-name-override"),
            Self::Docs => ["title", "description", NOTES].iter().for_each(|keyword| copy(own, other, keyword)),
        }
    }
}

fn copy(own: &mut Schema, other: &Schema, keyword: &str) {
    match other.get(keyword) {
        Some(value) => own.insert(keyword.to_owned(), value.clone()),
        None => own.remove(keyword),
    };
}

fn copy_member(own: &mut Schema, other: &Schema, keyword: &str, name: &str) {
    let members = own.entry(keyword).or_insert_with(|| json!({}));
    let Some(members) = members.as_object_mut() else { return };
    match other.get(keyword).and_then(|members| members.get(name)) {
        Some(value) => members.insert(name.to_owned(), value.clone()),
        None => members.remove(name),
    };
}

fn copy_required(own: &mut Schema, other: &Schema, name: &str) {
    let mut names = list(own, "required").to_vec();
    names.retain(|required| required != name);
    names.extend(list(other, "required").iter().filter(|required| *required == name).cloned());
    own.insert("required".to_owned(), Value::Array(names));
}

/// Null is a difference of its own.
fn replace(own: &mut Schema, other: &Schema) {
    let null = own.get("nullable").cloned();
    own.clone_from(other);
    own.remove("nullable");
    own.extend(null.map(|null| ("nullable".to_owned(), null)));
}

fn bring_values(own: &mut Schema, other: &Schema, values: &[Value]) {
    let mut listed = list(own, "enum").to_vec();
    listed.retain(|value| !values.contains(value));
    listed.extend(list(other, "enum").iter().filter(|value| values.contains(value)).cloned());
    own.insert("enum".to_owned(), Value::Array(listed));
}

fn bring_branch(own: &mut Schema, other: &Schema, index: usize, added: bool) {
    let Some((keyword, inner)) = branches(own) else { return };
    let (mut inner, mut told) = (inner.to_vec(), list(own, TOLD).to_vec());
    if added {
        let theirs = branches(other).and_then(|(_, inner)| inner.get(index));
        inner.extend(theirs.cloned());
        told.extend(list(other, TOLD).get(index).cloned());
    } else if index < inner.len() && index < told.len() {
        inner.remove(index);
        told.remove(index);
    }
    own.insert(keyword.to_owned(), Value::Array(inner));
    own.insert(TOLD.to_owned(), Value::Array(told));
}

fn bring_tag(own: &mut Schema, other: &Schema, pairs: &[(usize, usize)]) {
    match tag(other) {
        Some(name) => own.insert("discriminator".to_owned(), json!({"propertyName": name})),
        None => own.remove("discriminator"),
    };
    let theirs = list(other, TOLD).to_vec();
    let Some(told) = own.get_mut(TOLD).and_then(Value::as_array_mut) else { return };
    for (mine, their) in pairs {
        if let (Some(mine), Some(their)) = (told.get_mut(*mine), theirs.get(*their)) {
            *mine = their.clone();
        }
    }
}

/// The name of a variant, and the values of the tag that mean it.
pub(super) fn told(schema: &Schema, index: usize) -> (Option<&str>, Vec<&str>) {
    let told = list(schema, TOLD).get(index).and_then(Value::as_object);
    let tags = told.map(|told| list(told, "tags").iter().filter_map(Value::as_str).collect());
    (told.and_then(|told| text(told, "variant")), tags.unwrap_or_default())
}
