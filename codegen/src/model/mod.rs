//! What the letter of a schema means in one reading.
//!
//! `build` makes a type of each schema, `widen` opens them for the tolerant reading, `tags` names the branches of
//! unions and tells them apart. The model is what the plain schema, the Plan, the twin and the ledger are made from.

mod about_tags;
mod array;
mod build;
mod builder;
mod flatten;
mod key;
mod leave;
mod ledger;
mod letter;
mod loose;
mod null;
mod object;
mod pattern;
mod says;
mod scalar;
mod ty;
mod union;
mod untyped;
mod values;
mod widen;
mod words;

use crate::diagnostic::Diagnostic;
use crate::plan::{Reading, RuleId, RulePlan};
use crate::schema::Schema;
pub(crate) use ledger::{Fate, Ledger};
pub(crate) use pattern::pattern_plan;
pub(crate) use pattern::regex;
pub(crate) use says::json;
pub(crate) use scalar::range_of;
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use ty::graft::Grafted;
pub(crate) use ty::{
    ArrayShape, Branch, Field, IntegerShape, ObjectShape, PatternMembers, Rest, Shape, TextShape, Ty, TyId,
    UnionKeyword, UnionShape, ValuesShape, Words,
};

/// What the user decides about meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) reading: Reading,
    /// Whether a schema that names no type is taken by the letter.
    pub(crate) untyped_exact: bool,
    /// Whether numbers keep all their digits.
    pub(crate) exact_numbers: bool,
    /// Whether what is read and what is written are apart where they differ.
    pub(crate) split_read_write: bool,
}

impl Choices {
    /// What is decided where the user decides nothing.
    pub(crate) fn of(reading: Reading) -> Self {
        Self { reading, untyped_exact: false, exact_numbers: false, split_read_write: false }
    }
}

/// The types of a document, in one reading.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    types: Vec<Ty>,
    nothing: Ty,
    /// The named schemas and those referred to, in the order of the text, the root first.
    pub(crate) definitions: Vec<(String, TyId)>,
    /// The definitions that are only for writing, each with the one of the same schema for reading, if there is one.
    pub(crate) written: BTreeMap<TyId, Option<TyId>>,
    pub(crate) rules: Vec<RulePlan>,
    pub(crate) ledger: Ledger,
    pub(crate) whole_numbers: bool,
}

impl Model {
    /// The meaning of all definitions of a schema.
    pub(crate) fn of(schema: &Schema, choices: Choices) -> (Self, Vec<Diagnostic>) {
        let mut built = builder::Builder::new(schema, choices).build();
        if choices.reading == Reading::Tolerant {
            built.0.widen();
        }
        let found = union::tags::tell_branches(&mut built.0, schema);
        built.1.extend(found);
        union::apart::leave_letters(&mut built.0);
        built
    }

    /// The rule that the first definition is by its letter, with all that it names.
    #[cfg(test)]
    pub(crate) fn letter(schema: &Schema, choices: Choices) -> (Vec<RulePlan>, RuleId) {
        let mut builder = builder::Builder::new(schema, choices);
        let rule = builder.letter(schema.definitions()[0]);
        builder.write_letters();
        (builder.rules, rule)
    }

    /// Opens it for the tolerant reading; what is said by the schemas themselves stays so.
    pub(crate) fn widen(&mut self) {
        widen::widen(self);
    }

    pub(crate) fn ty(&self, id: TyId) -> &Ty {
        self.types.get(id.0).unwrap_or(&self.nothing)
    }

    /// Every type.
    pub(crate) fn ids(&self) -> impl Iterator<Item = TyId> + use<> {
        (0..self.types.len()).map(TyId)
    }

    /// The type at the end of all references.
    pub(crate) fn follow(&self, id: TyId) -> TyId {
        let mut id = id;
        while let Shape::Ref(next) = self.ty(id).shape {
            id = next;
        }
        id
    }

    /// The definitions, of those at one place the first: the others are what it is on some ways to it, or for writing.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, TyId)> {
        let mut places = BTreeSet::new();
        let all = self.definitions.iter().map(|(at, id)| (at.as_str(), *id));
        all.filter(move |(at, _)| places.insert(*at))
    }

    /// The type of the definition at a JSON pointer.
    pub(crate) fn definition(&self, pointer: &str) -> Option<TyId> {
        self.definitions.iter().find(|(at, _)| at == pointer).map(|(_, id)| *id)
    }

    /// Whether null is allowed, also by what is referred to.
    pub(crate) fn allows_null(&self, id: TyId) -> bool {
        let mut ty = self.ty(id);
        while let (false, Shape::Ref(next)) = (ty.null, &ty.shape) {
            ty = self.ty(*next);
        }
        ty.null
    }

    pub(crate) fn rule(&self, id: RuleId) -> Option<&RulePlan> {
        self.rules.get(id.0)
    }
}
