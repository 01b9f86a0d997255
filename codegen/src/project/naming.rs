//! Gives every type its Rust name, once.

use super::clashes::{numbered, the_same};
use super::meaning::Meanings;
use super::nameless::{by_way, end_of_aliases, must_have_names, named_here, own_names};
use super::place::name_of_place;
use super::selection::Selection;
use super::united::United;
use super::wishes::Wishes;
use crate::diagnostic::Diagnostic;
use crate::model::{Model, Shape, TyId};
use crate::openapi::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// The names of the types of a document.
pub(super) struct Naming<'m> {
    pub(super) model: &'m Model,
    pub(super) selection: &'m Selection,
    pub(super) wishes: &'m Wishes<'m>,
    /// Enums of the branches of a union that are one.
    alike: &'m United,
    /// The type of the root, its references followed.
    pub(super) root: Option<TyId>,
    /// The names that were given.
    pub(super) names: BTreeMap<TyId, String>,
    /// What each name stands for: the meaning, and where it comes from.
    taken: BTreeMap<String, (u64, String)>,
    /// The definitions by the Rust names that their own names give.
    pub(super) own_names: BTreeMap<String, Vec<TyId>>,
    /// Types that would hold themselves without end, or too many others, if they had no name.
    must_have_names: BTreeSet<TyId>,
    /// What schemas are on some ways to them.
    pub(super) by_way: BTreeSet<TyId>,
    /// The definitions that only refer to a type of another file, or to one of those.
    named_here: BTreeMap<TyId, &'m str>,
    pub(super) meanings: Meanings<'m>,
    /// The first name of each meaning.
    by_meaning: BTreeMap<u64, String>,
    /// Where a schema in place is a type before it, what its own was to be called, and the name of that one.
    united: Vec<(String, String, String)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'m> Naming<'m> {
    pub(super) fn new(model: &'m Model, selection: &'m Selection, wishes: &'m Wishes<'m>, alike: &'m United) -> Self {
        let root = selection.root().and_then(|root| model.definitions.iter().find(|(at, _)| at == root));
        let by_way = by_way(model);
        let mut naming = Self {
            model,
            selection,
            wishes,
            alike,
            root: root.map(|(_, id)| end_of_aliases(model, *id)),
            names: BTreeMap::new(),
            taken: BTreeMap::new(),
            own_names: own_names(model, &by_way),
            must_have_names: BTreeSet::new(),
            named_here: named_here(model, &by_way),
            by_way,
            meanings: Meanings::new(model, wishes),
            by_meaning: BTreeMap::new(),
            united: Vec::new(),
            diagnostics: Vec::new(),
        };
        naming.must_have_names = must_have_names(model);
        naming
    }

    /// Names the definitions that become types, and gives them: the root first, then in the order of the text.
    pub(super) fn definitions(&mut self) -> Vec<(String, TyId)> {
        let mut named = Vec::new();
        if let Some(root) = self.root {
            let name = self.root_name(root);
            self.take(&name, root);
            named.push((name, root));
        }
        for (at, id) in &self.model.definitions {
            let is_root_document = (at.is_empty() && !self.model.written.contains_key(id)) || Some(*id) == self.root;
            if is_root_document || !self.is_defined(*id, at) || self.names.contains_key(id) {
                continue;
            }
            if self.is_there_already(*id, at) {
                continue;
            }
            let wanted = self.definition_name(*id, at);
            if let Some(name) = self.claim(*id, &wanted) {
                named.push((name, *id));
            }
        }
        self.diagnostics.extend(the_same(&self.united));
        named
    }

    /// Whether a definition gets a type: what is sent as a whole does also where it is an array or a map.
    fn is_defined(&self, id: TyId, at: &str) -> bool {
        let ty = self.model.ty(id);
        let is_several = matches!(ty.shape, Shape::Array(_) | Shape::Tuple(_) | Shape::Map(_));
        self.becomes_type(id) || ((is_several || ty.null) && self.is_body(at) && self.foreign(id).is_none())
    }

    fn is_of_parameters(&self, at: &str) -> bool {
        self.selection.in_place(at).is_some_and(|root| root.kind == Kind::Parameters)
    }

    fn is_body(&self, at: &str) -> bool {
        self.selection.in_place(at).is_some_and(|root| root.kind != Kind::Value)
    }

    /// Whether null is a part of the type itself: where it stands alone, nothing around it holds null.
    pub(super) fn holds_null(&self, id: TyId) -> bool {
        let ty = self.model.ty(id);
        ty.null && (Some(id) == self.root || self.is_body(&ty.at))
    }

    /// What stands in place and means what a type before it means, is that type.
    fn is_there_already(&mut self, id: TyId, at: &str) -> bool {
        // Structs of parameters are not alike where their members are sent to other places.
        let Some(wanted) = self.selection.in_place(at).and_then(|root| root.name.clone()) else { return false };
        if self.is_of_parameters(at) || self.wishes.of_type(id).is_some() {
            return false;
        }
        let meaning = self.meanings.of(id);
        let Some(name) = self.by_meaning.get(&meaning).filter(|_| !self.model.ty(id).null) else { return false };
        if *name != wanted {
            self.united.push((at.to_owned(), wanted, name.clone()));
        }
        self.names.insert(id, name.clone());
        true
    }

    fn root_name(&mut self, root: TyId) -> String {
        if let Some(name) = self.wishes.of_type(root) {
            return name;
        }
        if let Selection::Document(name) = self.selection {
            return name.clone();
        }
        let at = self.model.ty(root).at.clone();
        self.definition_name(root, &at)
    }

    /// The number of the user's own type that stands for it.
    pub(super) fn foreign(&self, id: TyId) -> Option<usize> {
        self.wishes.foreign.number(self.model, id)
    }

    /// Whether a type has a name of its own, or must get one.
    pub(super) fn becomes_type(&self, id: TyId) -> bool {
        let has_own = self.model.ty(id).is_own_type() || self.must_have_names.contains(&id);
        has_own && self.foreign(id).is_none()
    }

    pub(super) fn name(&self, id: TyId) -> Option<&String> {
        self.names.get(&id)
    }

    /// The name of a type where it is used first, and whether it is still to be defined.
    pub(super) fn name_in_place(&mut self, id: TyId, hint: &str) -> (String, bool) {
        if let Some(name) = self.names.get(&id) {
            return (name.clone(), false);
        }
        let place = self.alike.name(id).map_or(hint, String::as_str).to_owned();
        let wanted = self.wanted_name(id, place);
        match self.claim(id, &wanted) {
            Some(name) => (name, true),
            None => (self.names.get(&id).cloned().unwrap_or_default(), false),
        }
    }

    /// Gives a type the name, or the first of `Name2`, `Name3` that is free; nothing where an equal type has it.
    fn claim(&mut self, id: TyId, wanted: &str) -> Option<String> {
        let meaning = self.meanings.of(id);
        let mut name = wanted.to_owned();
        let mut number = 1;
        let is_wish = self.wishes.of_type(id).is_some();
        loop {
            match self.taken.get(&name) {
                Some((other, _)) if *other == meaning => {
                    self.names.insert(id, name);
                    return None;
                }
                Some((_, at)) if is_wish => self.wishes.is_taken(id, at),
                Some((_, at)) if number == 1 => self.diagnostics.push(numbered(&self.model.ty(id).at, at, wanted)),
                Some(_) => {}
                None => match self.wishes.owner(&name, id).filter(|_| !is_wish) {
                    None => break,
                    Some(owner) if number == 1 => {
                        let at = &self.model.ty(owner).at;
                        self.diagnostics.push(numbered(&self.model.ty(id).at, at, wanted));
                    }
                    Some(_) => {}
                },
            }
            number += 1;
            name = format!("{wanted}{number}");
        }
        self.take(&name, id);
        Some(name)
    }

    pub(super) fn take(&mut self, name: &str, id: TyId) {
        let meaning = self.meanings.of(id);
        if !self.is_of_parameters(&self.model.ty(id).at) {
            self.by_meaning.entry(meaning).or_insert_with(|| name.to_owned());
        }
        self.taken.insert(name.to_owned(), (meaning, self.model.ty(id).at.clone()));
        self.names.entry(id).or_insert_with(|| name.to_owned());
    }

    fn definition_name(&mut self, id: TyId, at: &str) -> String {
        let place = self.name_of_place(self.named_here.get(&id).copied().unwrap_or(at));
        self.wanted_name(id, place)
    }

    /// The name of a definition, or of the place of a schema that stands in another.
    pub(super) fn name_of_place(&self, at: &str) -> String {
        name_of_place(self.selection, at)
    }
}
