//! How two types of one kind differ, and which types inside them are to be compared in turn.

use super::describe::{checks, described, described_rest, described_with_null, keyword, reach};
use super::found::What;
use super::kind::{Kind, Members, Unlisted, kind, members, says_anything, unlisted};
use super::pair_branches::pair_branches;
use super::place::{Step, Which};
use crate::model::{IntegerShape, Model, Shape, Ty, TyId, UnionShape, ValuesShape};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Two types that describe the same value, the old one first, no references.
#[derive(Clone, Copy)]
pub(super) struct Pair<'m> {
    pub(super) models: (&'m Model, &'m Model),
    pub(super) ids: (TyId, TyId),
}

/// What comparing two types comes to, in the order of the schema.
pub(super) enum Next {
    Differs(Difference),
    Compare { step: Step, old: TyId, new: TyId },
}

/// A difference, where it stands and how it is shown.
pub(super) struct Difference {
    pub(super) what: What,
    pub(super) pointers: (Option<String>, Option<String>),
    pub(super) shown: (Option<Value>, Option<Value>),
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
    pub(super) fn differs(self, what: What, shown: (Option<Value>, Option<Value>)) -> Difference {
        let (old, new) = self.each(|model, id| Some(model.ty(id).at.clone()));
        Difference { what, pointers: (old, new), shown, inside: BTreeSet::new() }
    }

    /// All that the two differ in, null, names and documentation aside.
    pub(super) fn compare(self) -> Vec<Next> {
        let mut next = Vec::new();
        let (one, other) = (&self.ty(Which::Old).shape, &self.ty(Which::New).shape);
        match (one, other) {
            (Shape::Array(one), Shape::Array(other)) => next.extend(self.compare_items(one.item, other.item)),
            (Shape::Values(one), Shape::Values(other)) => self.compare_values(one, other, &mut next),
            (Shape::Integer(one), Shape::Integer(other)) => next.extend(self.compare_widths(one, other)),
            (Shape::Union(one), Shape::Union(other)) => self.compare_unions(one, other, &mut next),
            _ => {
                if let (Some(one), Some(other)) = (members(one), members(other)) {
                    self.compare_objects(one, other, &mut next);
                }
            }
        }
        self.compare_checks(&mut next);
        next
    }

    fn compare_objects(self, one: Members<'m>, other: Members<'m>, next: &mut Vec<Next>) {
        for field in one.fields {
            let Some(theirs) = other.field(&field.name) else {
                next.push(self.property(Which::Old, one, &field.name, field.ty));
                continue;
            };
            if field.is_required != theirs.is_required {
                let word = |required: bool| Some(Value::from(if required { "required" } else { "optional" }));
                let what = What::Required { name: field.name.clone(), now: theirs.is_required };
                let at = |model: &Model, id| Some(model.ty(id).at.clone());
                next.push(Next::Differs(Difference {
                    pointers: (at(self.models.0, field.ty), at(self.models.1, theirs.ty)),
                    ..self.differs(what, (word(field.is_required), word(theirs.is_required)))
                }));
            }
            let step = Step::Property(field.name.clone());
            next.push(Next::Compare { step, old: field.ty, new: theirs.ty });
        }
        for field in other.fields.iter().filter(|field| one.field(&field.name).is_none()) {
            next.push(self.property(Which::New, other, &field.name, field.ty));
        }
        match (unlisted(self.models.0, one.rest), unlisted(self.models.1, other.rest)) {
            (Unlisted::Typed(old), Unlisted::Typed(new)) => {
                next.push(Next::Compare { step: Step::Unlisted, old, new });
            }
            (Unlisted::Any, Unlisted::Any) | (Unlisted::Closed, Unlisted::Closed) => {}
            (old, new) => {
                let shown = (described_rest(self.models.0, old), described_rest(self.models.1, new));
                next.push(Next::Differs(self.differs(What::Unlisted, (Some(shown.0), Some(shown.1)))));
            }
        }
        let sets = |lists: &[Vec<String>]| -> BTreeSet<BTreeSet<String>> {
            lists.iter().map(|names| names.iter().cloned().collect()).collect()
        };
        if sets(one.any_of) != sets(other.any_of) {
            let shown = |lists: &[Vec<String>]| (!lists.is_empty()).then(|| json!(lists));
            next.push(Next::Differs(self.differs(What::Conditions, (shown(one.any_of), shown(other.any_of)))));
        }
    }

    fn property(self, side: Which, holder: Members<'_>, name: &str, id: TyId) -> Next {
        let model = side.of(self.models);
        let mut shown = described_with_null(model, id, model.allows_null(id));
        if let Some(shown) = shown.as_object_mut().filter(|_| holder.requires(name)) {
            shown.insert("required".to_owned(), Value::Bool(true));
        }
        self.only_one_has(What::Property { name: name.to_owned(), added: side == Which::New }, side, id, shown)
    }

    fn only_one_has(self, what: What, side: Which, id: TyId, shown: Value) -> Next {
        let model = side.of(self.models);
        let mut inside = BTreeSet::new();
        reach(model, id, &mut inside);
        let (at, shown) = (Some(model.ty(id).at.clone()), Some(shown));
        let (pointers, shown) = match side {
            Which::Old => ((at, None), (shown, None)),
            Which::New => ((None, at), (None, shown)),
        };
        Next::Differs(Difference { what, pointers, shown, inside })
    }

    /// Elements that nothing is said about may be anything.
    fn compare_items(self, one: Option<TyId>, other: Option<TyId>) -> Option<Next> {
        let told = |model: &Model, item: Option<TyId>| item.filter(|item| says_anything(model, *item));
        match (told(self.models.0, one), told(self.models.1, other)) {
            (Some(old), Some(new)) => Some(Next::Compare { step: Step::Item, old, new }),
            (None, None) => None,
            (old, new) => {
                let shown = |model, item: Option<TyId>| item.map(|item| described(model, item));
                let shown = (shown(self.models.0, old), shown(self.models.1, new));
                Some(Next::Differs(self.differs(What::Items, shown)))
            }
        }
    }

    fn compare_values(self, one: &ValuesShape, other: &ValuesShape, next: &mut Vec<Next>) {
        for (here, there, added) in [(one, other, true), (other, one, false)] {
            let only = there.listed.iter().filter(|value| !here.listed.contains(value));
            let values: Vec<Value> = only.cloned().collect();
            if !values.is_empty() {
                let shown = (Some(json!(one.listed)), Some(json!(other.listed)));
                next.push(Next::Differs(self.differs(What::Values { values, added }, shown)));
            }
        }
        if one.is_open != other.is_open {
            let word = |open: bool| Some(Value::from(if open { "any string" } else { "the listed values" }));
            let what = What::Open { now: other.is_open };
            next.push(Next::Differs(self.differs(what, (word(one.is_open), word(other.is_open)))));
        }
    }

    /// OpenAPI 3.0.3, "Data Types": an integer without a format has no other bounds here than int64.
    fn compare_widths(self, one: &IntegerShape, other: &IntegerShape) -> Option<Next> {
        let shown = |shape: &IntegerShape| {
            shape.format.filter(|format| *format != "int64").map(|format| json!({"format": format}))
        };
        let shown = (shown(one), shown(other));
        (shown.0 != shown.1).then(|| Next::Differs(self.differs(What::Width, shown)))
    }

    fn compare_checks(self, next: &mut Vec<Next>) {
        let (one, other) = self.each(|model, id| checks(model, &model.ty(id).demands()));
        let mut keywords: Vec<&'static str> = Vec::new();
        for (keyword, _) in one.iter().chain(&other) {
            if !keywords.contains(keyword) {
                keywords.push(keyword);
            }
        }
        for keyword in keywords {
            let of = |checks: &[(&'static str, Value)]| -> BTreeSet<String> {
                checks.iter().filter(|(own, _)| *own == keyword).map(|(_, value)| value.to_string()).collect()
            };
            if of(&one) != of(&other) {
                let shown = (shown_checks(&one, keyword), shown_checks(&other, keyword));
                next.push(Next::Differs(self.differs(What::Check(keyword), shown)));
            }
        }
    }

    fn compare_unions(self, one: &'m UnionShape, other: &'m UnionShape, next: &mut Vec<Next>) {
        let paired = pair_branches((self.models.0, one), (self.models.1, other));
        if one.keyword != other.keyword {
            let shown = |union: &UnionShape| Some(Value::from(keyword(union.keyword)));
            next.push(Next::Differs(self.differs(What::UnionKind, (shown(one), shown(other)))));
        }
        let retold = |(old, new): &(usize, usize)| {
            let (one, other) = (TagsOf::new(self.models.0, one, *old), TagsOf::new(self.models.1, other, *new));
            one.is_retold(&other)
        };
        if one.tag != other.tag || (one.tag.is_some() && paired.both.iter().any(retold)) {
            let shown = |union: &UnionShape| union.tag.as_ref().map(|tag| told(union, tag));
            let what = What::Tag { pairs: paired.both.clone() };
            next.push(Next::Differs(self.differs(what, (shown(one), shown(other)))));
        }
        for (old, new) in paired.both {
            if let (Some(one), Some(other)) = (one.branches.get(old), other.branches.get(new)) {
                next.push(Next::Compare { step: Step::Branch { old, new }, old: one.ty, new: other.ty });
            }
        }
        for (indices, union, side) in [(paired.removed, one, Which::Old), (paired.added, other, Which::New)] {
            for index in indices {
                let Some(branch) = union.branches.get(index) else { continue };
                let model = side.of(self.models);
                let target = model.follow(branch.ty);
                let what = What::Branch { index, added: side == Which::New };
                next.push(self.only_one_has(what, side, target, described(model, target)));
            }
        }
    }
}

/// The discriminator, with a mapping where values of the tag are said by one.
fn told(union: &UnionShape, tag: &str) -> Value {
    let mapping: Map<String, Value> =
        union.mapping.iter().map(|(value, to)| (value.clone(), Value::from(to.as_str()))).collect();
    if mapping.is_empty() { json!({"propertyName": tag}) } else { json!({"propertyName": tag, "mapping": mapping}) }
}

fn shown_checks(checks: &[(&'static str, Value)], keyword: &str) -> Option<Value> {
    let mut own: Vec<Value> =
        checks.iter().filter(|(other, _)| *other == keyword).map(|(_, value)| value.clone()).collect();
    match own.len() {
        0 => None,
        1 => own.pop(),
        _ => Some(json!({"allOf": own})),
    }
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
pub(super) fn listed_tags<'m>(model: &'m Model, branch: TyId, tag: &str) -> Vec<&'m str> {
    let field = members(&model.ty(model.follow(branch)).shape).and_then(|members| members.field(tag));
    match field.map(|field| &model.ty(model.follow(field.ty)).shape) {
        Some(Shape::Values(shape)) => shape.listed.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether two types describe values of different kinds.
pub(super) fn is_of_another_kind(pair: Pair<'_>) -> bool {
    let of = |which| kind(&pair.ty(which).shape);
    of(Which::Old) != of(Which::New)
}

/// Whether null is a difference of its own: what may be anything may be null.
pub(super) fn may_be_anything(pair: Pair<'_>) -> bool {
    [Which::Old, Which::New].into_iter().any(|which| kind(&pair.ty(which).shape) == Kind::Any)
}
