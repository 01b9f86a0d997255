//! How two unions differ.

use super::pair::{Next, Pair};
use super::pair_branches::pair_branches;
use crate::diff::describe::{described, keyword};
use crate::diff::found::What;
use crate::diff::kind::members;
use crate::diff::place::{Step, Which};
use crate::model::{Model, Shape, TyId, UnionShape};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// How two unions differ: their branches, and how these are told.
pub(super) fn compare_unions(pair: Pair<'_>, one: &UnionShape, other: &UnionShape) -> Vec<Next> {
    let mut next = Vec::new();
    let paired = pair_branches((pair.models.0, one), (pair.models.1, other));
    if one.keyword != other.keyword {
        let shown = |union: &UnionShape| Some(Value::from(keyword(union.keyword)));
        next.push(Next::differs(pair.difference(What::UnionKind, (shown(one), shown(other)))));
    }
    let retold = |(old, new): &(usize, usize)| {
        let is_default = |union: &UnionShape, index| union.default_branch() == Some(index);
        let (own, theirs) = (TagsOf::new(pair.models.0, one, *old), TagsOf::new(pair.models.1, other, *new));
        own.is_retold(&theirs) || is_default(one, *old) != is_default(other, *new)
    };
    if one.tag != other.tag || (one.tag.is_some() && paired.both.iter().any(retold)) {
        let shown = |union: &UnionShape| union.tag.as_ref().map(|tag| told(union, tag));
        let what = What::Tag { pairs: paired.both.clone() };
        next.push(Next::differs(pair.difference(what, (shown(one), shown(other)))));
    }
    for (old, new) in paired.both {
        if let (Some(one), Some(other)) = (one.branches.get(old), other.branches.get(new)) {
            next.push(Next::Compare { step: Step::Branch { old, new }, old: one.ty, new: other.ty });
        }
    }
    for (indices, union, side) in [(paired.removed, one, Which::Old), (paired.added, other, Which::New)] {
        for index in indices {
            let Some(branch) = union.branches.get(index) else { continue };
            let model = side.of(pair.models);
            let target = model.follow(branch.ty);
            let what = What::Branch { index, added: side == Which::New };
            next.push(pair.only_one_has(what, side, target, described(model, target)));
        }
    }
    next
}

/// The discriminator, with a mapping where values of the tag are said by one, and the branch for others.
fn told(union: &UnionShape, tag: &str) -> Value {
    let mapping: Map<String, Value> =
        union.mapping.iter().map(|(value, to)| (value.clone(), Value::from(to.as_str()))).collect();
    let mut told = Map::from_iter([("propertyName".to_owned(), Value::from(tag))]);
    told.extend((!mapping.is_empty()).then(|| ("mapping".to_owned(), Value::Object(mapping))));
    told.extend(union.default.as_deref().map(|to| ("defaultMapping".to_owned(), Value::from(to))));
    Value::Object(told)
}

/// The tags of a branch: those that mean it, and those that its tag property lists.
struct TagsOf<'m> {
    meaning: BTreeSet<&'m str>,
    listed: BTreeSet<&'m str>,
}

impl<'m> TagsOf<'m> {
    fn new(model: &'m Model, union: &'m UnionShape, index: usize) -> Self {
        let branch = union.branches.get(index);
        let listed = branch.zip(union.tag.as_deref()).map(|(branch, tag)| listed_tags(model, branch.ty, tag));
        let meaning = branch.map(|branch| branch.tags.iter().map(String::as_str).collect());
        Self { meaning: meaning.unwrap_or_default(), listed: listed.into_iter().flatten().collect() }
    }

    /// Whether other tags mean the branch than those that its tag property lists anew, or no longer.
    fn is_retold(&self, other: &Self) -> bool {
        let listed: BTreeSet<&&str> = self.listed.symmetric_difference(&other.listed).collect();
        self.meaning.symmetric_difference(&other.meaning).any(|value| !listed.contains(value))
    }
}

/// The strings that a property of a branch lists.
pub(in crate::diff) fn listed_tags<'m>(model: &'m Model, branch: TyId, tag: &str) -> Vec<&'m str> {
    let field = members(&model.ty(model.follow(branch)).shape).and_then(|members| members.field(tag));
    match field.map(|field| &model.ty(model.follow(field.ty)).shape) {
        Some(Shape::Values(shape)) => shape.listed.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
