//! How two places differ where a type is used: null, kind, names and what is said.

use super::pair::{Difference, Pair};
use crate::diff::describe::{described, described_with_null, reach};
use crate::diff::found::What;
use crate::diff::place::Which;
use crate::model::{Model, Ty};
use serde_json::{Map, Value, json};

pub(super) fn compare_null(site: Pair<'_>, target: Pair<'_>) -> Option<Difference> {
    let (before, now) = site.each(Model::allows_null);
    if before == now || target.may_be_anything() {
        return None;
    }
    let shown = |model, id, null| Some(described_with_null(model, id, null));
    let shown = (shown(site.models.0, target.ids.0, before), shown(site.models.1, target.ids.1, now));
    Some(Difference { is_of_site: true, ..site.difference(What::Null { now }, shown) })
}

pub(super) fn compare_types(site: Pair<'_>, target: Pair<'_>) -> Difference {
    let (before, after) = target.each(|model, id| Some(described(model, id)));
    let mut difference = site.difference(What::Type, (before, after));
    reach(site.models.0, site.ids.0, &mut difference.inside);
    reach(site.models.1, site.ids.1, &mut difference.inside);
    difference
}

pub(super) fn compare_names(pair: Pair<'_>) -> Option<Difference> {
    let (before, after) = pair.each(|model, id| model.ty(id).name.as_ref());
    let shown = |name: Option<&String>| name.map(|name| json!({"x-speakeasy-name-override": name}));
    (before != after).then(|| pair.difference(What::Name, (shown(before), shown(after))))
}

/// What is said where the value is used stands before what its type says.
pub(super) fn compare_docs(site: Pair<'_>, target: Pair<'_>) -> Option<Difference> {
    let all = |which: Which| said(site.ty(which), target.ty(which));
    let (before, after) = (all(Which::Old), all(Which::New));
    let shown = |own: &Map<String, Value>, other: &Map<String, Value>| {
        let changed = own.iter().filter(|(keyword, said)| other.get(*keyword) != Some(said));
        let shown: Map<String, Value> = changed.map(|(keyword, said)| (keyword.clone(), said.clone())).collect();
        (!shown.is_empty()).then_some(Value::Object(shown))
    };
    let shown = (shown(&before, &after), shown(&after, &before));
    (before != after).then(|| Difference { is_of_site: true, ..site.difference(What::Docs, shown) })
}

/// What is said about a value, in whatever order the notes are.
fn said(site: &Ty, target: &Ty) -> Map<String, Value> {
    let (own, other) = (&site.words, &target.words);
    let mut notes = if own.notes.is_empty() { other.notes.clone() } else { own.notes.clone() };
    notes.sort();
    let all = [
        ("title", own.title.as_ref().or(other.title.as_ref()).map(|title| json!(title))),
        ("description", own.description.as_ref().or(other.description.as_ref()).map(|text| json!(text))),
        ("notes", (!notes.is_empty()).then(|| json!(notes))),
    ];
    all.into_iter().filter_map(|(keyword, said)| Some((keyword.to_owned(), said?))).collect()
}
