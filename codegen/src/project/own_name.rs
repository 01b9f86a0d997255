//! The names that types have of their own: the user's, those of `x-speakeasy-name-override`, and those for writing.

use super::clashes::numbered;
use super::naming::Naming;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::TyId;
use crate::names::type_ident;

/// What the name of a type ends with that is only for writing, where what is read has that name. It does not depend on
/// whether a type for reading is given, so that no name changes once it is.
const WRITE: &str = "Write";

impl Naming<'_> {
    /// What the user wants, else what the schema says, else the name of the place.
    pub(super) fn wanted_name(&mut self, id: TyId, place: String) -> String {
        if let Some(name) = self.wishes.of_type(id) {
            return name;
        }
        let read = self.model.written.get(&id).copied();
        let is_apart =
            read.is_some_and(|read| read.is_some() || self.selection.in_place(&self.model.ty(id).at).is_none());
        if !is_apart {
            return self.said_name(id, place);
        }
        let wish = read.flatten().and_then(|read| self.wishes.of_type(read));
        // What is read on the same way may have got a number.
        let of_way = read.flatten().filter(|read| self.by_way.contains(read));
        let of_way = of_way.and_then(|read| self.names.get(&read).cloned());
        let name = wish.or(of_way).unwrap_or_else(|| self.said_name(id, place));
        self.name_for_writing(id, &format!("{name}{WRITE}"))
    }

    /// The schemas of the document keep their own names.
    fn name_for_writing(&mut self, id: TyId, wanted: &str) -> String {
        let (mut name, mut number) = (wanted.to_owned(), 1);
        while let Some(other) = self.own_names.get(&name).and_then(|others| others.first()) {
            if number == 1 {
                self.diagnostics.push(numbered(&self.model.ty(id).at, &self.model.ty(*other).at, wanted));
            }
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }

    /// What the schema says, else the name of the place.
    fn said_name(&mut self, id: TyId, place: String) -> String {
        let overridden = self.model.ty(id).name.as_deref().and_then(type_ident);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, id))
    }

    /// An override gives way to a definition of that very name.
    fn unless_taken(&mut self, name: String, place: String, id: TyId) -> String {
        let meaning = self.meanings.of(id);
        let read = self.model.written.get(&id).copied().flatten();
        let is_other = |other: &TyId| *other != id && Some(*other) != read;
        let others: Vec<TyId> = self.own_names.get(&name).into_iter().flatten().copied().filter(is_other).collect();
        let Some(other) = others.into_iter().find(|other| self.meanings.of(*other) != meaning) else { return name };
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
}
