//! Which enums of the branches of a union are one type.

use super::meaning::Meanings;
use super::wishes::Wishes;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Model, Shape, TyId};
use crate::names::{LONGEST_HINT, below};
use std::collections::{BTreeMap, BTreeSet};

/// The names of enums that stand in several branches of one union and mean the same there.
#[derive(Debug, Default)]
pub(super) struct United {
    names: BTreeMap<TyId, String>,
}

impl United {
    /// Those that the branches of a union list alike for one member: they are named by the union and the member.
    ///
    /// What has a name of its own keeps that. `names` are those that the types would have without this.
    pub(super) fn of(model: &Model, wishes: &Wishes<'_>, names: &BTreeMap<TyId, String>) -> Self {
        let mut united = Self::default();
        let mut meanings = Meanings::new(model, wishes);
        let defined: BTreeSet<TyId> = model.definitions.iter().map(|(_, id)| *id).collect();
        for union in model.ids() {
            let Some(name) = names.get(&union) else { continue };
            for ((member, _), enums) in alike(model, union, &defined, &mut meanings) {
                let wanted = below(name, member);
                if enums.len() > 1 && wanted.len() <= LONGEST_HINT {
                    for id in enums {
                        united.names.entry(id).or_insert_with(|| wanted.clone());
                    }
                }
            }
        }
        united
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub(super) fn name(&self, id: TyId) -> Option<&String> {
        self.names.get(&id)
    }

    /// What is said of them, at once, as there may be many: what each was to be called, and what it is.
    pub(super) fn note(
        &self,
        model: &Model,
        before: &BTreeMap<TyId, String>,
        after: &BTreeMap<TyId, String>,
    ) -> Option<Diagnostic> {
        let changed = |id: &&TyId| before.get(id) != after.get(id);
        let changed: Vec<&TyId> = self.names.keys().filter(changed).collect();
        let mut by_name: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
        for id in &changed {
            if let (Some(before), Some(after)) = (before.get(id), after.get(id)) {
                by_name.entry(after).or_default().insert(before);
            }
        }
        let lines = by_name.iter().map(|(name, others)| {
            let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
            format!("{} are `{name}`", others.join(" and "))
        });
        let lines: Vec<String> = lines.collect();
        Some(Diagnostic::new(
            Severity::Note,
            Code::NameCollision,
            &model.ty(**changed.first()?).at,
            format!("enums that the branches of a union have alike are one type: {}", lines.join(", ")),
            "nothing to do, unless two of them are to differ: then name each with x-speakeasy-name-override",
        ))
    }
}

/// The enums without a name of their own among the members of the branches, by the member and the meaning.
fn alike<'m>(
    model: &'m Model,
    union: TyId,
    defined: &BTreeSet<TyId>,
    meanings: &mut Meanings<'m>,
) -> BTreeMap<(&'m str, u64), BTreeSet<TyId>> {
    let mut groups: BTreeMap<(&str, u64), BTreeSet<TyId>> = BTreeMap::new();
    let Shape::Union(shape) = &model.ty(union).shape else { return groups };
    for branch in &shape.branches {
        let Shape::Object(object) = &model.ty(model.follow(branch.ty)).shape else { continue };
        for field in &object.fields {
            let id = model.follow(field.ty);
            let ty = model.ty(id);
            if matches!(ty.shape, Shape::Values(_)) && ty.name.is_none() && !defined.contains(&id) {
                groups.entry((&field.name, meanings.of(id))).or_default().insert(id);
            }
        }
    }
    groups
}
