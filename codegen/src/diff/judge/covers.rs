//! Whether a reader reads all that a writer may send, as far as the two models tell.

use super::fits::{are_disjoint, covers_listed, covers_values};
use super::implied::implied;
use crate::diff::kind::{holds_null, members, says_anything};
use crate::diff::walk::compare_unions::listed_tags;
use crate::model::{Branch, IntegerShape, Model, Rest, Shape, Ty, TyId, UnionKeyword, UnionShape, range_of};
use serde_json::Value;
use std::collections::BTreeSet;

/// The writer's types by the letter, and the reader's as it reads them. `false` proves nothing.
pub(super) struct Covers<'m> {
    pub(super) writer: &'m Model,
    pub(super) reader: &'m Model,
    /// Whether the two have changed places: whether the writer would read what the reader's type allows.
    is_reversed: bool,
    assumed: Vec<(bool, TyId, TyId)>,
    refuted: BTreeSet<(bool, TyId, TyId)>,
}

impl<'m> Covers<'m> {
    pub(super) fn new(writer: &'m Model, reader: &'m Model) -> Self {
        Self { writer, reader, is_reversed: false, assumed: Vec::new(), refuted: BTreeSet::new() }
    }

    pub(super) fn covers(&mut self, sent: TyId, read: TyId) -> bool {
        let reads_null = holds_null(self.reader, read) || !holds_null(self.writer, sent);
        reads_null && self.covers_but_null(sent, read)
    }

    /// As [`Self::covers`], null aside.
    pub(super) fn covers_but_null(&mut self, sent: TyId, read: TyId) -> bool {
        let pair = (self.writer.follow(sent), self.reader.follow(read));
        let question = (self.is_reversed, pair.0, pair.1);
        if self.refuted.contains(&question) {
            return false;
        }
        // What is being shown further out is taken for granted further in (coinduction).
        if self.assumed.contains(&question) {
            return true;
        }
        let before = self.assumed.len();
        self.assumed.push(question);
        let (sent, read) = (self.writer.ty(pair.0), self.reader.ty(pair.1));
        let reads = self.keeps_rules(sent, read) && self.covers_shapes(sent, read, pair);
        if !reads {
            // What was shown on its assumption is not shown; what fails even so, fails.
            self.assumed.truncate(before);
            self.refuted.insert(question);
        }
        reads
    }

    fn keeps_rules(&self, sent: &Ty, read: &Ty) -> bool {
        implied((self.reader, &read.demands()), (self.writer, &sent.demands()))
    }

    fn covers_shapes(&mut self, sent: &Ty, read: &Ty, (sent_id, read_id): (TyId, TyId)) -> bool {
        match (&sent.shape, &read.shape) {
            (Shape::Never | Shape::Null, _)
            | (_, Shape::Any)
            | (Shape::Boolean, Shape::Boolean)
            | (Shape::Integer(_) | Shape::Number(_), Shape::Number(_))
            | (Shape::Text(_), Shape::Text(_)) => true,
            (Shape::Union(sent), Shape::Union(read)) => self.covers_unions(sent, read),
            (Shape::Union(sent), _) => sent.branches.iter().all(|branch| self.covers_but_null(branch.ty, read_id)),
            (_, Shape::Union(read)) => {
                read.tag.is_none()
                    && may_fit_twice(read)
                    && read.branches.iter().any(|branch| self.covers_but_null(sent_id, branch.ty))
            }
            (Shape::Values(sent), Shape::Values(read)) => covers_values(sent, read),
            (Shape::Values(sent), _) => covers_listed(sent, &read.shape),
            (Shape::Text(_), Shape::Values(read)) => read.is_open && read.listed.iter().all(Value::is_string),
            (Shape::Integer(sent), Shape::Integer(read)) => self.covers_widths(sent, read),
            (Shape::Array(sent), Shape::Array(read)) => match (sent.item, read.item) {
                (Some(sent), Some(read)) => self.covers(sent, read),
                (_, read) => read.is_none_or(|read| !says_anything(self.reader, read)),
            },
            (Shape::Tuple(sent), Shape::Tuple(read)) => {
                sent.len() == read.len() && sent.iter().zip(read).all(|(sent, read)| self.covers(*sent, *read))
            }
            (Shape::Tuple(sent), Shape::Array(read)) => {
                read.item.is_none_or(|read| sent.iter().all(|sent| self.covers(*sent, read)))
            }
            (Shape::Array(sent), Shape::Tuple(read)) => {
                sent.item.is_some_and(|sent| read.iter().all(|read| self.covers(sent, *read)))
            }
            (one, other) => match members(one).zip(members(other)) {
                Some((sent, read)) => self.covers_objects(sent, read, None),
                None => false,
            },
        }
    }

    fn covers_widths(&self, sent: &IntegerShape, read: &IntegerShape) -> bool {
        let ((least, most), (lowest, highest)) = (range_of(sent.format), range_of(read.format));
        let number = |number: &serde_json::Number| number.as_i128().unwrap_or_default();
        number(&lowest) <= number(&least)
            && number(&most) <= number(&highest)
            && (self.reader.whole_numbers || !self.writer.whole_numbers)
    }

    /// A branch without its tag, which is absent: null would be a value of the property.
    fn covers_untagged(&mut self, sent: TyId, read: TyId, tag: &str) -> bool {
        let shapes = (&self.writer.ty(self.writer.follow(sent)).shape, &self.reader.ty(self.reader.follow(read)).shape);
        let Some((one, other)) = members(shapes.0).zip(members(shapes.1)) else { return self.covers(sent, read) };
        let may_be_absent = one.field(tag).is_some_and(|own| !holds_null(self.writer, own.ty));
        if !may_be_absent {
            return self.covers(sent, read);
        }
        self.keeps_rules_of(sent, read) && self.covers_objects(one, other, Some(tag))
    }

    /// A branch of which the tag is known: only that one value of it is sent.
    fn covers_tagged(&mut self, sent: TyId, read: TyId, (tag, value): (&str, &str)) -> bool {
        let shapes = (&self.writer.ty(self.writer.follow(sent)).shape, &self.reader.ty(self.reader.follow(read)).shape);
        let Some((one, other)) = members(shapes.0).zip(members(shapes.1)) else { return false };
        let lists = other.field(tag).is_none_or(|own| {
            let own = self.reader.ty(self.reader.follow(own.ty));
            match &own.shape {
                Shape::Values(shape) => shape.is_open || shape.listed.iter().any(|listed| listed == value),
                Shape::Any | Shape::Text(_) => own.demands().is_empty(),
                _ => false,
            }
        });
        lists && self.keeps_rules_of(sent, read) && self.covers_objects(one, other, Some(tag))
    }

    fn keeps_rules_of(&self, sent: TyId, read: TyId) -> bool {
        self.keeps_rules(self.writer.ty(self.writer.follow(sent)), self.reader.ty(self.reader.follow(read)))
    }

    fn covers_unions(&mut self, sent: &UnionShape, read: &UnionShape) -> bool {
        let Some(tag) = &read.tag else {
            return (0..sent.branches.len()).all(|index| self.covers_branch(sent, index, read, None));
        };
        let default = read.default_branch().and_then(|index| read.branches.get(index));
        (0..sent.branches.len()).all(|index| {
            let Some(branch) = sent.branches.get(index) else { return false };
            let Some(sent_tag) = self.sent_tag(sent, index, tag) else { return false };
            let covers_rest = |covers: &mut Self| match default {
                Some(other) => covers.covers_untagged(branch.ty, other.ty, tag),
                None => covers.covers_branch(sent, index, read, Some(tag)),
            };
            (sent_tag.always || covers_rest(self))
                && sent_tag.values.iter().all(|value| {
                    let means_it = |other: &&Branch| other.tags.iter().any(|tag| tag == value);
                    match read.branches.iter().find(means_it).or(default) {
                        Some(other) => self.covers_tagged(branch.ty, other.ty, (tag, value)),
                        None => read.keeps_unknown,
                    }
                })
        })
    }

    /// Whether what a branch sends fits one of the reader's, and no second one where exactly one must fit.
    fn covers_branch(&mut self, sent: &UnionShape, index: usize, read: &UnionShape, tag: Option<&str>) -> bool {
        let Some(branch) = sent.branches.get(index) else { return false };
        (0..read.branches.len()).any(|at| {
            let Some(own) = read.branches.get(at) else { return false };
            let fits = match tag {
                Some(tag) => self.covers_untagged(branch.ty, own.ty, tag),
                None => self.covers_but_null(branch.ty, own.ty),
            };
            let mut others = read.branches.iter().enumerate().filter(|(other, _)| *other != at);
            fits && (may_fit_twice(read) || others.all(|(_, other)| self.excludes(sent, index, other.ty)))
        })
    }

    /// Whether what a branch sends cannot fit another of the reader's: for what it is, or because it would then have
    /// fitted another one at the writer's, where exactly one fits.
    fn excludes(&mut self, sent: &UnionShape, index: usize, other: TyId) -> bool {
        let Some(branch) = sent.branches.get(index) else { return false };
        if are_disjoint((self.writer, branch.ty), (self.reader, other)) {
            return true;
        }
        let mut siblings = sent.branches.iter().enumerate().filter(|(sibling, _)| *sibling != index);
        sent.keyword == UnionKeyword::OneOf
            && siblings.any(|(_, sibling)| self.reversed(|covers| covers.covers_but_null(other, sibling.ty)))
    }

    fn reversed(&mut self, ask: impl FnOnce(&mut Self) -> bool) -> bool {
        self.turn();
        let answer = ask(self);
        self.turn();
        answer
    }

    fn turn(&mut self) {
        std::mem::swap(&mut self.writer, &mut self.reader);
        self.is_reversed = !self.is_reversed;
    }

    /// Nothing where the values are not known.
    fn sent_tag(&self, union: &'m UnionShape, index: usize, name: &str) -> Option<SentTag<'m>> {
        let branch = union.branches.get(index)?;
        let members = members(&self.writer.ty(self.writer.follow(branch.ty)).shape)?;
        let field = members.field(name);
        // A tag that is null is none.
        let always = field.is_some_and(|own| own.is_required && !holds_null(self.writer, own.ty));
        let listed = listed_tags(self.writer, branch.ty, name);
        if union.tag.as_deref() == Some(name) {
            let values = branch.tags.iter().map(String::as_str).chain(listed).collect();
            return Some(SentTag { values, always });
        }
        let closed = field.map(|own| &self.writer.ty(self.writer.follow(own.ty)).shape);
        match closed {
            Some(Shape::Values(shape)) if !shape.is_open => Some(SentTag { values: listed, always }),
            None if members.rest == Rest::Refused => Some(SentTag { values: Vec::new(), always: false }),
            _ => None,
        }
    }
}

/// The values that a branch may send in the property that is the reader's tag.
struct SentTag<'s> {
    values: Vec<&'s str>,
    always: bool,
}

fn may_fit_twice(union: &UnionShape) -> bool {
    union.keeps_unknown || union.keyword == UnionKeyword::AnyOf
}
