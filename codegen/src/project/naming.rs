//! Gives every type its Rust name, once.

use super::nameless::{end_of_aliases, inner_first, must_have_names, own_names};
use super::selection::Selection;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Model, Rest, Shape, Ty, TyId};
use crate::names::{type_ident, variant_ident};
use crate::pointer;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

/// The names of the types of a document.
pub(super) struct Naming<'m> {
    pub(super) model: &'m Model,
    selection: &'m Selection,
    /// The type of the root, its references followed.
    pub(super) root: Option<TyId>,
    names: BTreeMap<TyId, String>,
    /// What each name stands for: the meaning, and where it comes from.
    taken: BTreeMap<String, (u64, String)>,
    /// The definitions by the Rust names that their own names give.
    own_names: BTreeMap<String, Vec<TyId>>,
    /// Types that would hold themselves without end, or too many others, if they had no name.
    must_have_names: BTreeSet<TyId>,
    meanings: BTreeMap<TyId, u64>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'m> Naming<'m> {
    pub(super) fn new(model: &'m Model, selection: &'m Selection) -> Self {
        let root = selection.root().and_then(|root| model.definitions.iter().find(|(at, _)| at == root));
        let mut naming = Self {
            model,
            selection,
            root: root.map(|(_, id)| end_of_aliases(model, *id)),
            names: BTreeMap::new(),
            taken: BTreeMap::new(),
            own_names: BTreeMap::new(),
            must_have_names: BTreeSet::new(),
            meanings: BTreeMap::new(),
            diagnostics: Vec::new(),
        };
        naming.all_meanings();
        naming.must_have_names = must_have_names(model);
        naming.own_names = own_names(model);
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
            let is_root_document = at.is_empty() || Some(*id) == self.root;
            if is_root_document || !self.becomes_type(*id) || self.names.contains_key(id) {
                continue;
            }
            let wanted = self.definition_name(*id, at);
            if let Some(name) = self.claim(*id, &wanted) {
                named.push((name, *id));
            }
        }
        named
    }

    fn root_name(&mut self, root: TyId) -> String {
        if let Selection::Document(name) = self.selection {
            return name.clone();
        }
        let at = self.model.ty(root).at.clone();
        self.definition_name(root, &at)
    }

    /// Whether a type has a name of its own, or must get one.
    pub(super) fn becomes_type(&self, id: TyId) -> bool {
        self.model.ty(id).is_own_type() || self.must_have_names.contains(&id)
    }

    pub(super) fn name(&self, id: TyId) -> Option<&String> {
        self.names.get(&id)
    }

    /// The name of a type where it is used first, and whether it is still to be defined.
    pub(super) fn name_in_place(&mut self, id: TyId, hint: &str) -> (String, bool) {
        if let Some(name) = self.names.get(&id) {
            return (name.clone(), false);
        }
        let ty = self.model.ty(id);
        let overridden = ty.name.as_deref().and_then(type_ident);
        let wanted = overridden.map_or(hint.to_owned(), |name| self.unless_taken(name, hint.to_owned(), id));
        match self.claim(id, &wanted) {
            Some(name) => (name, true),
            None => (self.names.get(&id).cloned().unwrap_or_default(), false),
        }
    }

    /// Gives a type the name, or the first of `Name2`, `Name3` that is free; nothing where an equal type has it.
    fn claim(&mut self, id: TyId, wanted: &str) -> Option<String> {
        let meaning = self.meaning(id);
        let mut name = wanted.to_owned();
        let mut number = 1;
        while let Some((other, at)) = self.taken.get(&name) {
            if *other == meaning {
                self.names.insert(id, name);
                return None;
            }
            if number == 1 {
                let found = numbered(&self.model.ty(id).at, at, wanted);
                self.diagnostics.push(found);
            }
            number += 1;
            name = format!("{wanted}{number}");
        }
        self.take(&name, id);
        Some(name)
    }

    pub(super) fn take(&mut self, name: &str, id: TyId) {
        let meaning = self.meaning(id);
        self.taken.insert(name.to_owned(), (meaning, self.model.ty(id).at.clone()));
        self.names.entry(id).or_insert_with(|| name.to_owned());
    }

    fn definition_name(&mut self, id: TyId, at: &str) -> String {
        let overridden = self.model.ty(id).name.as_deref().and_then(type_ident);
        let place = self.name_of_place(at);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, id))
    }

    /// An override gives way to a definition of that very name.
    fn unless_taken(&mut self, name: String, place: String, id: TyId) -> String {
        let meaning = self.meaning(id);
        let others: Vec<TyId> =
            self.own_names.get(&name).into_iter().flatten().copied().filter(|other| *other != id).collect();
        let Some(other) = others.into_iter().find(|other| self.meaning(*other) != meaning) else { return name };
        self.diagnostics.push(
            Diagnostic::new(
                Severity::Note,
                Code::NameCollision,
                &self.model.ty(id).at,
                format!("`{name}` is the name of another definition, so this type is named `{place}`"),
                "nothing to do, unless another name is wanted: then change x-speakeasy-name-override",
            )
            .with_related(&self.model.ty(other).at, "the other one"),
        );
        place
    }

    /// The name of a definition, or of the place of a schema that stands in another.
    pub(super) fn name_of_place(&self, at: &str) -> String {
        let mut name = match self.selection {
            Selection::Document(name) => name.clone(),
            _ => String::new(),
        };
        let mut tokens = pointer::tokens(at);
        while let Some(token) = tokens.next() {
            let part = match token.as_str() {
                "$defs" | "definitions" => {
                    name.clear();
                    tokens.next().unwrap_or_default()
                }
                "components" => {
                    tokens.next();
                    tokens.next().unwrap_or_default()
                }
                "properties" => tokens.next().unwrap_or_default(),
                "items" => "Item".to_owned(),
                "additionalProperties" => "Value".to_owned(),
                other => other.to_owned(),
            };
            name.push_str(&variant_ident(&part).unwrap_or_else(|| "X".to_owned()));
        }
        type_ident(&name).unwrap_or(name)
    }

    /// A number that types of one meaning have in common: what is said in words and where does not count.
    fn meaning(&mut self, id: TyId) -> u64 {
        if let Some(meaning) = self.meanings.get(&id) {
            return *meaning;
        }
        let mut hasher = DefaultHasher::new();
        let ty = self.model.ty(id);
        // What is still being looked at, in a type that holds itself, counts as itself.
        self.meanings.insert(id, u64::MAX);
        self.hash(ty, &mut hasher);
        let meaning = hasher.finish();
        self.meanings.insert(id, meaning);
        meaning
    }

    /// Inner ones first, so that none is looked at deep inside another.
    fn all_meanings(&mut self) {
        for id in inner_first(self.model) {
            self.meaning(id);
        }
    }

    fn hash(&mut self, ty: &Ty, hasher: &mut DefaultHasher) {
        (ty.null, format!("{:?}", ty.rule)).hash(hasher);
        std::mem::discriminant(&ty.shape).hash(hasher);
        match &ty.shape {
            Shape::Any | Shape::Never | Shape::Null | Shape::Boolean => {}
            Shape::Integer(shape) => format!("{shape:?}").hash(hasher),
            Shape::Number(shape) => format!("{shape:?}").hash(hasher),
            Shape::Text(shape) => format!("{shape:?}").hash(hasher),
            Shape::Values(shape) => format!("{shape:?}").hash(hasher),
            Shape::Array(shape) => {
                (shape.min_items, shape.max_items, shape.unique_items).hash(hasher);
                shape.item.map(|item| self.meaning(item)).hash(hasher);
            }
            Shape::Map(value) => value.map(|value| self.meaning(value)).hash(hasher),
            Shape::Object(shape) => {
                shape.any_of.hash(hasher);
                for field in &shape.fields {
                    (&field.name, field.is_required, field.is_lenient, self.meaning(field.ty)).hash(hasher);
                }
                for members in &shape.patterns {
                    (&members.pattern, members.value.map(|value| self.meaning(value))).hash(hasher);
                }
                match shape.rest {
                    Rest::Kept(value) => value.map(|value| self.meaning(value)).hash(hasher),
                    rest => format!("{rest:?}").hash(hasher),
                }
            }
            Shape::Union(shape) => {
                (format!("{:?}", (shape.keyword, &shape.letters)), &shape.tag, shape.keeps_unknown).hash(hasher);
                for branch in &shape.branches {
                    (&branch.variant, &branch.tags, self.meaning(branch.ty)).hash(hasher);
                }
            }
            Shape::Ref(target) => self.model.follow(*target).hash(hasher),
        }
    }
}

fn numbered(at: &str, other: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::NameCollision,
        at,
        format!("another type is named `{name}` already, so this one gets a number"),
        "nothing to do, unless another name is wanted: then say it with x-speakeasy-name-override",
    )
    .with_related(other, "the other one")
}
