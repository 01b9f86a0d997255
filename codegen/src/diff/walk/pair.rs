//! Two types that describe the same value, and what comparing them comes to.

use crate::diff::describe::reach;
use crate::diff::found::What;
use crate::diff::kind::{Kind, kind};
use crate::diff::place::{Step, Which};
use crate::model::{Model, Ty, TyId};
use serde_json::Value;
use std::collections::BTreeSet;

/// Two types that describe the same value, the old one first, no references.
#[derive(Clone, Copy)]
pub(super) struct Pair<'m> {
    pub(super) models: (&'m Model, &'m Model),
    pub(super) ids: (TyId, TyId),
}

/// What comparing two types comes to, in the order of the schema.
pub(super) enum Next {
    Differs(Box<Difference>),
    Compare { step: Step, old: TyId, new: TyId },
}

impl Next {
    pub(super) fn differs(difference: Difference) -> Self {
        Self::Differs(Box::new(difference))
    }
}

/// A difference, where it stands and how it is shown.
pub(super) struct Difference {
    pub(super) what: What,
    pub(super) pointers: (Option<String>, Option<String>),
    pub(super) shown: (Option<Value>, Option<Value>),
    /// Whether it is about the place where a type is used, and not about what is referred to there.
    pub(super) is_of_site: bool,
    /// The pointers of all schemas inside what only one side has.
    pub(super) inside: BTreeSet<String>,
}

impl<'m> Pair<'m> {
    pub(super) fn ty(self, which: Which) -> &'m Ty {
        which.of(self.models).ty(which.of(self.ids))
    }

    /// What is the same for both, made of each.
    pub(super) fn each<T>(self, make: impl Fn(&'m Model, TyId) -> T) -> (T, T) {
        (make(self.models.0, self.ids.0), make(self.models.1, self.ids.1))
    }

    /// A difference of the two as wholes.
    pub(super) fn difference(self, what: What, shown: (Option<Value>, Option<Value>)) -> Difference {
        let (old, new) = self.each(|model, id| Some(model.ty(id).at.clone()));
        Difference { what, pointers: (old, new), shown, is_of_site: false, inside: BTreeSet::new() }
    }

    /// What only one of the two has inside.
    pub(super) fn only_one_has(self, what: What, side: Which, id: TyId, shown: Value) -> Next {
        let model = side.of(self.models);
        let mut inside = BTreeSet::new();
        reach(model, id, &mut inside);
        let (at, shown) = (Some(model.ty(id).at.clone()), Some(shown));
        let (pointers, shown) = match side {
            Which::Old => ((at, None), (shown, None)),
            Which::New => ((None, at), (None, shown)),
        };
        Next::differs(Difference { what, pointers, shown, is_of_site: false, inside })
    }

    /// Whether the two describe values of different kinds.
    pub(super) fn is_of_two_kinds(self) -> bool {
        kind(&self.ty(Which::Old).shape) != kind(&self.ty(Which::New).shape)
    }

    /// Whether one of the two may be anything, null among it.
    pub(super) fn may_be_anything(self) -> bool {
        [Which::Old, Which::New].into_iter().any(|which| kind(&self.ty(which).shape) == Kind::Any)
    }
}
