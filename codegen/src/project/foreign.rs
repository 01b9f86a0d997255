//! Types of the user's own, in place of schemas.

use crate::custom::{Customisation, Replaced, Replacement};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, Shape, TyId};
use crate::plan::ForeignPlan;
use std::collections::{BTreeMap, BTreeSet};

/// Types of the user's own, and what of a model they stand for.
pub(super) struct Foreign<'c> {
    replacements: &'c [Replacement],
    replaced: BTreeMap<TyId, usize>,
}

impl<'c> Foreign<'c> {
    /// What is meant by its pointer comes before what is meant by its format.
    pub(super) fn of(custom: &'c Customisation, model: &Model) -> Self {
        let mut foreign = Self { replacements: &custom.replacements, replaced: BTreeMap::new() };
        let (mut schemas, mut formats) = (BTreeMap::new(), BTreeMap::new());
        for (index, replacement) in custom.replacements.iter().enumerate() {
            match &replacement.schemas {
                Replaced::Schema(at) => drop(schemas.insert(at.as_str(), index)),
                Replaced::Format(format) => drop(formats.insert(format.as_str(), index)),
            }
        }
        if !custom.replacements.is_empty() {
            let by_format = |id: TyId| formats.get(model.ty(id).format.as_deref()?);
            let found = |id: TyId| schemas.get(model.ty(id).at.as_str()).or_else(|| by_format(id));
            foreign.replaced = model.ids().filter_map(|id| Some((id, *found(id)?))).collect();
        }
        foreign
    }

    /// The number of the type that stands for this, or for what it refers to.
    pub(super) fn number(&self, model: &Model, id: TyId) -> Option<usize> {
        if self.replaced.is_empty() {
            return None;
        }
        let mut next = id;
        loop {
            match (self.replaced.get(&next), &model.ty(next).shape) {
                (Some(number), _) => return Some(*number),
                (None, Shape::Ref(target)) => next = *target,
                (None, _) => return None,
            }
        }
    }

    /// What stands for it in the plain schema and in the code, until the code is done.
    pub(super) fn placeholder(number: usize) -> String {
        format!("Foreign__{number}")
    }

    /// The types as the Plan has them.
    pub(super) fn plan(&self) -> Vec<ForeignPlan> {
        let all = self.replacements.iter().enumerate().map(|(number, replacement)| ForeignPlan {
            placeholder: Self::placeholder(number),
            path: replacement.path.clone(),
            is_eq: replacement.is_eq,
        });
        all.collect()
    }

    /// The schemas that types stand for, each with the path of the type.
    pub(super) fn places(&self, model: &Model) -> Vec<(String, String)> {
        let place = |(id, number): (&TyId, &usize)| {
            Some((model.ty(*id).at.clone(), self.replacements.get(*number)?.path.clone()))
        };
        self.replaced.iter().filter_map(place).collect()
    }

    /// What matched nothing, and what cannot be: the root is a type of its own.
    pub(super) fn wrong(&self, model: &Model, root: Option<TyId>) -> Vec<Diagnostic> {
        let used: BTreeSet<usize> = self.replaced.values().copied().collect();
        let unused = self.replacements.iter().enumerate().filter(|(number, _)| !used.contains(number));
        let mut found: Vec<Diagnostic> = unused.map(|(_, replacement)| matches_nothing(replacement)).collect();
        let of_root = root.and_then(|root| self.replacements.get(self.number(model, root)?));
        found.extend(of_root.map(|replacement| {
            replacement.entry.error(
                Code::BadCustomisation,
                "this is the root, which is what the module is made for".to_owned(),
                "use your own type in place of the module, or replace schemas inside the root",
            )
        }));
        found
    }
}

fn matches_nothing(replacement: &Replacement) -> Diagnostic {
    let message = match &replacement.schemas {
        Replaced::Format(format) => format!("no schema has the format `{format}`"),
        Replaced::Schema(at) => format!("nothing is made of a schema at `#{at}`"),
    };
    let help = "write what the document has, or remove the entry; what is not selected is not there";
    replacement.entry.error(Code::NothingMatches, message, help)
}
