//! How two objects differ.

use super::pair::{Difference, Next, Pair};
use crate::diff::describe::{described_rest, described_with_null};
use crate::diff::found::What;
use crate::diff::kind::{Members, Unlisted, unlisted};
use crate::diff::place::{Step, Which};
use crate::model::{Model, TyId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How two objects differ: member by member, what else they may hold, which must be present together.
pub(super) fn compare_objects(pair: Pair<'_>, one: Members<'_>, other: Members<'_>) -> Vec<Next> {
    let mut next = Vec::new();
    for field in one.fields {
        let Some(theirs) = other.field(&field.name) else {
            next.push(property(pair, Which::Old, one, &field.name, field.ty));
            continue;
        };
        if field.is_required != theirs.is_required {
            let word = |required: bool| Some(Value::from(if required { "required" } else { "optional" }));
            let what = What::Required { name: field.name.clone(), now: theirs.is_required };
            let at = |model: &Model, id| Some(model.ty(id).at.clone());
            next.push(Next::differs(Difference {
                pointers: (at(pair.models.0, field.ty), at(pair.models.1, theirs.ty)),
                ..pair.difference(what, (word(field.is_required), word(theirs.is_required)))
            }));
        }
        let step = Step::Property(field.name.clone());
        next.push(Next::Compare { step, old: field.ty, new: theirs.ty });
    }
    for field in other.fields.iter().filter(|field| one.field(&field.name).is_none()) {
        next.push(property(pair, Which::New, other, &field.name, field.ty));
    }
    next.extend(compare_rest(pair, one, other));
    let sets = |lists: &[Vec<String>]| -> BTreeSet<BTreeSet<String>> {
        lists.iter().map(|names| names.iter().cloned().collect()).collect()
    };
    if sets(one.any_of) != sets(other.any_of) {
        let shown = |lists: &[Vec<String>]| (!lists.is_empty()).then(|| json!(lists));
        next.push(Next::differs(pair.difference(What::Conditions, (shown(one.any_of), shown(other.any_of)))));
    }
    next
}

/// How objects differ in the members that no field lists: by pattern, and all others.
fn compare_rest(pair: Pair<'_>, one: Members<'_>, other: Members<'_>) -> Vec<Next> {
    let mut next = Vec::new();
    let mut differs = one.patterns.len() != other.patterns.len();
    for members in one.patterns {
        match other.by_pattern(&members.pattern).map(|theirs| (members.value, theirs.value)) {
            Some((Some(old), Some(new))) => {
                next.push(Next::Compare { step: Step::Matching(members.pattern.clone()), old, new });
            }
            Some((None, None)) => {}
            _ => differs = true,
        }
    }
    let (old, new) = (unlisted(pair.models.0, one.rest), unlisted(pair.models.1, other.rest));
    match (old, new) {
        (Unlisted::Typed(old), Unlisted::Typed(new)) => next.push(Next::Compare { step: Step::Unlisted, old, new }),
        (Unlisted::Any, Unlisted::Any) | (Unlisted::Closed, Unlisted::Closed) => {}
        _ => differs = true,
    }
    if differs {
        let shown = (described_rest(pair.models.0, one, old), described_rest(pair.models.1, other, new));
        next.push(Next::differs(pair.difference(What::Unlisted, (Some(shown.0), Some(shown.1)))));
    }
    next
}

fn property(pair: Pair<'_>, side: Which, holder: Members<'_>, name: &str, id: TyId) -> Next {
    let model = side.of(pair.models);
    let mut shown = described_with_null(model, id, model.allows_null(id));
    if let Some(shown) = shown.as_object_mut().filter(|_| holder.requires(name)) {
        shown.insert("required".to_owned(), Value::Bool(true));
    }
    pair.only_one_has(What::Property { name: name.to_owned(), added: side == Which::New }, side, id, shown)
}
