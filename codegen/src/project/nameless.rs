//! Which types need a name, and which stand inside which.

use crate::graph::Graph;
use crate::model::{Model, Rest, Shape, TyId};
use crate::names::type_ident;
use crate::pointer;
use std::collections::{BTreeMap, BTreeSet};

/// How many types without a name may stand in one another. rustc's `recursion_limit` is 128.
const DEEPEST: usize = 32;

/// Where schemas have names.
const HOLDERS: &[&str] = &["/$defs/", "/definitions/", "/components/schemas/"];

/// The types of other files, and those that a schema is on some ways to it, that a definition of this one only refers
/// to, by the place of the first that does: it has the name that users know.
pub(super) fn named_here<'m>(model: &'m Model, by_way: &BTreeSet<TyId>) -> BTreeMap<TyId, &'m str> {
    let mut places = BTreeMap::new();
    for (at, id) in model.definitions.iter().filter(|(at, _)| HOLDERS.iter().any(|place| at.starts_with(place))) {
        let end = end_of_aliases(model, *id);
        let is_elsewhere = by_way.contains(&end) || !pointer::split(&model.ty(end).at).0.is_empty();
        if end != *id && is_elsewhere {
            places.entry(end).or_insert(at.as_str());
        }
    }
    places
}

/// What schemas are on some ways to them: of the definitions at one place, all but the first of one use.
pub(super) fn by_way(model: &Model) -> BTreeSet<TyId> {
    let mut places = BTreeSet::new();
    let all = model.definitions.iter();
    let others = all.filter_map(|(at, id)| {
        let is_first = places.insert((at.as_str(), model.written.contains_key(id)));
        (!is_first).then_some(*id)
    });
    others.collect()
}

/// The definitions by what their own names are as names of types.
pub(super) fn own_names(model: &Model, by_way: &BTreeSet<TyId>) -> BTreeMap<String, Vec<TyId>> {
    let is_other = |id: &TyId| model.written.contains_key(id) || by_way.contains(id);
    let mut names: BTreeMap<String, Vec<TyId>> = BTreeMap::new();
    let has_name = |at: &String| HOLDERS.iter().any(|place| pointer::split(at).1.starts_with(place));
    for (at, id) in model.definitions.iter().filter(|(at, id)| has_name(at) && !is_other(id)) {
        if let Some(name) = pointer::tokens(at).last().and_then(|token| type_ident(&token)) {
            names.entry(name).or_default().push(*id);
        }
    }
    names
}

/// Types without a name that hold themselves, and each that stands too deep in others.
pub(super) fn must_have_names(model: &Model) -> BTreeSet<TyId> {
    let graph = Graph::of(model.ids().map(|id| (id, held_in_place(model, id))));
    let is_target = |id: &TyId| !matches!(model.ty(*id).shape, Shape::Ref(_));
    let mut must: BTreeSet<TyId> = graph.cycles().into_iter().filter(is_target).collect();
    let mut depths: BTreeMap<TyId, usize> = BTreeMap::new();
    for id in graph.inner_first() {
        let deepest = graph.next(id).iter().filter_map(|next| depths.get(next)).max().copied().unwrap_or_default();
        let own = usize::from(is_target(&id));
        let is_named = must.contains(&id) || model.ty(id).is_own_type();
        let depth = if is_named { 0 } else { deepest + own };
        if depth > DEEPEST {
            must.insert(id);
        }
        depths.insert(id, if depth > DEEPEST { 0 } else { depth });
    }
    must
}

/// What a type without a name has written out in its place.
fn held_in_place(model: &Model, id: TyId) -> Vec<TyId> {
    let ty = model.ty(id);
    if ty.is_own_type() {
        return Vec::new();
    }
    match &ty.shape {
        Shape::Ref(target) => vec![*target],
        Shape::Array(shape) => shape.item.into_iter().collect(),
        Shape::Tuple(elements) => elements.clone(),
        Shape::Map(value) => value.iter().copied().collect(),
        _ => Vec::new(),
    }
}

/// Every type after those that stand in it.
pub(super) fn inner_first(model: &Model) -> Vec<TyId> {
    let inside = |id: TyId| match &model.ty(id).shape {
        Shape::Array(shape) => shape.item.into_iter().collect(),
        Shape::Tuple(elements) => elements.clone(),
        Shape::Map(value) => value.iter().copied().collect(),
        Shape::Object(shape) => {
            let rest = match shape.rest {
                Rest::Kept(value) => value,
                Rest::Refused | Rest::Ignored => None,
            };
            let patterns = shape.patterns.iter().filter_map(|members| members.value);
            shape.fields.iter().map(|field| field.ty).chain(patterns).chain(rest).collect()
        }
        Shape::Union(shape) => shape.branches.iter().map(|branch| branch.ty).collect(),
        _ => Vec::new(),
    };
    Graph::of(model.ids().map(|id| (id, inside(id)))).inner_first()
}

/// The type that a definition only refers to.
pub(super) fn end_of_aliases(model: &Model, id: TyId) -> TyId {
    let mut id = id;
    while let (Shape::Ref(next), false) = (&model.ty(id).shape, model.ty(id).null) {
        id = *next;
    }
    id
}
