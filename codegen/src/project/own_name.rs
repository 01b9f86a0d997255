//! The names that types have of their own: the user's, or those of `x-speakeasy-name-override`.

use super::naming::Naming;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::TyId;
use crate::names::type_ident;

impl Naming<'_> {
    /// What the user wants, else what the schema says, else the name of the place.
    pub(super) fn wanted_name(&mut self, id: TyId, place: String) -> String {
        if let Some(name) = self.wishes.of_type(id) {
            return name;
        }
        let overridden = self.model.ty(id).name.as_deref().and_then(type_ident);
        overridden.map_or(place.clone(), |name| self.unless_taken(name, place, id))
    }

    /// An override gives way to a definition of that very name.
    fn unless_taken(&mut self, name: String, place: String, id: TyId) -> String {
        let meaning = self.meanings.of(id);
        let others: Vec<TyId> =
            self.own_names.get(&name).into_iter().flatten().copied().filter(|other| *other != id).collect();
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
