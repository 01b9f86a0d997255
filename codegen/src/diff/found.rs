//! What differs between two schemas.

use super::place::{Step, Which, at_end};
use crate::model::{Model, TyId};
use serde_json::Value;
use std::collections::BTreeSet;

/// One difference, and how to reach it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) what: What,
    /// The types that differ, in the old and in the new model by the letter.
    pub(super) types: (TyId, TyId),
    pub(super) old_pointer: Option<String>,
    pub(super) new_pointer: Option<String>,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
    /// Where a document that shows the difference begins: the JSON pointers of the old and the new definition.
    pub(super) entry: (String, String),
    pub(super) trail: Vec<Step>,
    /// Other ways from there to the very same types.
    pub(super) other_trails: Vec<Vec<Step>>,
    /// Whether it is about the place where a type is used, and not about what is referred to there.
    pub(super) is_of_site: bool,
    /// Other places with the very same difference.
    pub(super) also: Vec<String>,
    /// The pointers of all schemas inside what only one side has.
    pub(super) inside: BTreeSet<String>,
}

impl Found {
    pub(super) fn entry(&self, which: Which) -> &str {
        which.of((&self.entry.0, &self.entry.1))
    }

    /// The type that differs, in a model of either reading.
    pub(super) fn place(&self, model: &Model, which: Which) -> Option<TyId> {
        let site = at_end(model, self.entry(which), &self.trail, which)?;
        Some(if self.is_of_site { site } else { model.follow(site) })
    }
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
    /// How wide integers are.
    Width,
    /// Whether `1.0` is an integer, in the whole document: in OpenAPI 3.0's dialect and draft-04 it is none.
    WholeNumbers,
    /// A keyword that allows less than the kind of value does.
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
            Self::WholeNumbers => "integers-changed",
            Self::Width | Self::Check(_) => "check-changed",
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
}
