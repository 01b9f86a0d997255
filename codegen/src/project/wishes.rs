//! What the user wants to be called otherwise, found in a model.

use super::foreign::Foreign;
use crate::custom::{Customisation, Named, Rename};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::model::{Field, Model, Shape, Ty, TyId, UnionShape};
use crate::names::Taken;
use crate::pointer;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What the user wants to be called otherwise. A name is used where it is asked for.
pub(super) struct Wishes<'c> {
    renames: &'c [Rename],
    types: BTreeMap<TyId, usize>,
    /// Fields and branches of unions, by their pointers.
    members: BTreeMap<&'c str, usize>,
    /// Listed values, by the pointer of the schema that lists them.
    values: BTreeMap<String, Vec<(&'c Value, usize)>>,
    pub(super) foreign: Foreign<'c>,
    used: RefCell<BTreeSet<usize>>,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'c> Wishes<'c> {
    pub(super) fn of(custom: &'c Customisation, document: &'c Document, model: &Model) -> Self {
        let mut wishes = Self {
            renames: &custom.renames,
            types: BTreeMap::new(),
            members: BTreeMap::new(),
            values: BTreeMap::new(),
            foreign: Foreign::of(custom, model),
            used: RefCell::default(),
            found: RefCell::default(),
        };
        for (index, rename) in custom.renames.iter().enumerate() {
            let listed = document.value(&rename.pointer).zip(lists(&rename.pointer));
            match (rename.named, listed) {
                (Named::Type, _) => wishes.types.extend(target(model, &rename.pointer).map(|id| (id, index))),
                (Named::Variant, Some((value, holders))) => {
                    for at in holders {
                        wishes.values.entry(at).or_default().push((value, index));
                    }
                }
                _ => drop(wishes.members.insert(&rename.pointer, index)),
            }
        }
        wishes
    }

    /// The name that the user wants for a type.
    pub(super) fn of_type(&self, id: TyId) -> Option<String> {
        self.types.get(&id).and_then(|index| self.used(*index))
    }

    /// The other type that the user wants to have a name.
    pub(super) fn owner(&self, name: &str, id: TyId) -> Option<TyId> {
        let has_name = |index: &usize| self.renames.get(*index).is_some_and(|rename| rename.name == name);
        self.types.iter().find(|(other, index)| **other != id && has_name(index)).map(|(other, _)| *other)
    }

    /// The names of the fields of an object: those that are wanted, and for the others what is made of theirs.
    pub(super) fn fields(&self, model: &Model, at: &str, fields: &[Field], own: Vec<String>) -> Vec<String> {
        let wanted = fields.iter().map(|field| self.field(model, at, field));
        self.beside_each_other(wanted.collect(), own)
    }

    /// The names of the variants for listed values.
    pub(super) fn values(&self, at: &str, listed: &[Value], own: Vec<String>) -> Vec<String> {
        let wanted = listed.iter().map(|value| self.value(at, value));
        self.beside_each_other(wanted.collect(), own)
    }

    /// The names of the variants for the branches of a union.
    pub(super) fn branches(&self, union: &UnionShape) -> Vec<String> {
        let wanted = union.branches.iter().map(|branch| self.members.get(branch.at.as_str()).copied());
        let own = union.branches.iter().map(|branch| branch.variant.clone());
        self.beside_each_other(wanted.collect(), own.collect())
    }

    /// What tells a type from another that means the same: what the user wants of its parts.
    pub(super) fn mark(&self, model: &Model, ty: &Ty) -> Vec<&str> {
        let wanted: Vec<Option<usize>> = match &ty.shape {
            Shape::Object(shape) => shape.fields.iter().map(|field| self.field(model, &ty.at, field)).collect(),
            Shape::Values(shape) => shape.listed.iter().map(|value| self.value(&ty.at, value)).collect(),
            Shape::Union(shape) => {
                shape.branches.iter().map(|branch| self.members.get(branch.at.as_str()).copied()).collect()
            }
            _ => Vec::new(),
        };
        wanted.into_iter().flatten().filter_map(|index| Some(self.renames.get(index)?.name.as_str())).collect()
    }

    fn field(&self, model: &Model, at: &str, field: &Field) -> Option<usize> {
        if self.members.is_empty() {
            return None;
        }
        let way = pointer::join("/properties", &field.name);
        let own = Some(model.ty(field.ty).at.as_str()).filter(|own| own.ends_with(&way));
        let by_object = || self.members.get(format!("{at}{way}").as_str());
        own.and_then(|own| self.members.get(own)).or_else(by_object).copied()
    }

    fn value(&self, at: &str, value: &Value) -> Option<usize> {
        self.values.get(at)?.iter().find(|(other, _)| *other == value).map(|(_, index)| *index)
    }

    /// Names that are wanted come first, and others that are the same get a number.
    fn beside_each_other(&self, wanted: Vec<Option<usize>>, own: Vec<String>) -> Vec<String> {
        if wanted.iter().all(Option::is_none) {
            return own;
        }
        let (mut taken, mut by): (Taken, BTreeMap<String, usize>) = (Taken::default(), BTreeMap::new());
        for index in wanted.iter().flatten() {
            let Some(name) = self.used(*index) else { continue };
            if let Some(other) = by.insert(name.clone(), *index) {
                self.collide(*index, other);
            }
            taken.take(name);
        }
        let names = wanted.into_iter().zip(own).map(|(index, own)| {
            index
                .and_then(|index| self.renames.get(index))
                .map_or_else(|| taken.take(own), |rename| rename.name.clone())
        });
        names.collect()
    }

    fn used(&self, index: usize) -> Option<String> {
        self.used.borrow_mut().insert(index);
        self.renames.get(index).map(|rename| rename.name.clone())
    }

    /// Two names that are wanted side by side are the same.
    fn collide(&self, index: usize, other: usize) {
        let (Some(rename), Some(other)) = (self.renames.get(index), self.renames.get(other)) else { return };
        let message = format!("two things side by side would be called `{}`", rename.name);
        let found = rename.entry.error(Code::NameCollision, message, "give one of them another name");
        self.found.borrow_mut().push(other.entry.beside(found, "the other one"));
    }

    /// The name that is wanted for a type is that of another, which means something else.
    pub(super) fn is_taken(&self, id: TyId, at: &str) {
        let Some(rename) = self.types.get(&id).and_then(|index| self.renames.get(*index)) else { return };
        let message = format!("`{}` is already the name of the type of `#{at}`", rename.name);
        let help = "give one of them another name, or remove the entry";
        self.found.borrow_mut().push(rename.entry.error(Code::NameCollision, message, help));
    }

    /// What cannot be done, and what matched nothing.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let used = self.used.into_inner();
        let mut found = self.found.into_inner();
        let unused = self.renames.iter().enumerate().filter(|(index, _)| !used.contains(index));
        found.extend(unused.map(|(_, rename)| matches_nothing(rename)));
        found
    }
}

/// The type that a pointer means: the first that is made of the schema there.
fn target(model: &Model, at: &str) -> Option<TyId> {
    let made = || model.ids().filter(|id| model.ty(*id).at == at);
    let is_reference = |id: &TyId| matches!(model.ty(*id).shape, Shape::Ref(_));
    made().find(|id| model.ty(*id).is_own_type()).or_else(|| made().find(|id| !is_reference(id)))
}

/// The schemas whose values a pointer to a listed value is about: the one around it, and those of which that is a part.
fn lists(at: &str) -> Option<Vec<String>> {
    let (around, last) = at.rsplit_once('/')?;
    let holder = if last == "const" { around } else { around.strip_suffix("/enum")? };
    let mut holders = vec![holder.to_owned()];
    let mut inner = holder;
    while let Some(outer) = inner.rsplit_once('/').and_then(|(outer, _)| outer.strip_suffix("/allOf")) {
        holders.push(outer.to_owned());
        inner = outer;
    }
    Some(holders)
}

fn matches_nothing(rename: &Rename) -> Diagnostic {
    let (message, help) = match rename.named {
        Named::Type => (
            "no type is made of a schema there",
            "give the pointer of a schema that becomes a type of its own; a plain string or a reference does not",
        ),
        Named::Field => (
            "no struct has a field of a schema there",
            "give the pointer of a property, as in \"/components/schemas/Pet/properties/id\"; a type begins with a capital",
        ),
        Named::Variant => (
            "no enum has a variant of a value or a schema there",
            "give the pointer of a listed value, as in \"/enum/0\", or of a branch, as in \"/oneOf/1\"",
        ),
    };
    rename.entry.error(Code::NothingMatches, format!("`#{}`: {message}", rename.pointer), help)
}
