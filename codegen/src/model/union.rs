//! Unions, and which shape a value has at all.

pub(super) mod apart;
pub(super) mod tags;
mod written_out;

use super::builder::{Builder, Making};
use super::key::{Key, Part};
use super::leave::Left;
use super::loose::{Loose, MOST_TYPES, end, loosest};
use super::ty::{Branch, Shape, UnionKeyword, UnionShape};
use crate::plan::RuleId;
use crate::pointer;
use crate::schema::{Id, Node, TypeSet};

/// A `oneOf` or `anyOf` of several branches.
#[derive(Clone)]
pub(super) struct Union {
    pub(super) part: Id,
    pub(super) keyword: UnionKeyword,
    /// The pointer of each branch, with its schema; branches for null alone are left out.
    pub(super) branches: Vec<(String, Id)>,
}

impl Builder<'_> {
    /// What kind of value it is.
    pub(super) fn shape(&mut self, making: &mut Making) -> Shape {
        let is_false = making.parts.iter().any(|part| self.node(part).boolean == Some(false));
        if is_false || (making.types.is_empty()) {
            return Shape::Never;
        }
        if let Some(shape) = self.union(making) {
            return shape;
        }
        if let Some(shape) = self.listed(making) {
            return shape;
        }
        if making.types == TypeSet::ALL {
            match self.assumed_type(making) {
                Some((types, true)) => making.types = types,
                Some((types, false)) => {
                    making.null = true;
                    return self.one_branch_per_type(making, &[types, TypeSet::ALL.without(types)]);
                }
                None => return self.anything_at_all(making),
            }
        }
        match making.types.each().as_slice() {
            [] => Shape::Never,
            [only] => self.of_type(making, *only),
            several if several.len() > MOST_TYPES => self.anything_at_all(making),
            several => self.one_branch_per_type(making, several),
        }
    }

    fn of_type(&mut self, making: &mut Making, types: TypeSet) -> Shape {
        let shape = match types {
            TypeSet::OBJECT => self.object(making),
            TypeSet::ARRAY => self.array(making),
            TypeSet::STRING => self.text(making),
            TypeSet::INTEGER => self.integer(making),
            TypeSet::NUMBER | TypeSet::FRACTION => self.number(making),
            TypeSet::BOOLEAN => self.boolean(making),
            // Null stands beside the shape.
            _ => Shape::Never,
        };
        self.leave_values(making);
        shape
    }

    /// Listed values that could not be a list of their own.
    fn leave_values(&mut self, making: &mut Making) {
        for part in making.parts.clone() {
            let node = self.node(&part);
            if super::says::lists(node) {
                let rule = self.values_demands(node);
                if !self.is_tolerant() {
                    making.rule.extend(rule);
                }
            }
        }
    }

    /// A value of any type, or of so many that no enum of them helps: by the letter.
    fn anything_at_all(&mut self, making: &mut Making) -> Shape {
        if making.types != TypeSet::ALL && !self.is_tolerant() {
            let null = if making.null { TypeSet::NULL } else { TypeSet::NONE };
            let types = super::letter::json_types(making.types.with(null), self.schema.has_whole_numbers());
            making.rule.push(crate::plan::Demand::Types(types));
            self.leave_integers_out(making);
        }
        for part in making.parts.clone() {
            self.leave(making, &part, Left::All);
        }
        Shape::Any
    }

    /// `type: [a, b]` is any of the two.
    fn one_branch_per_type(&mut self, making: &mut Making, types: &[TypeSet]) -> Shape {
        let at = making.key.parts.first().map(|part| self.node(part).at.clone()).unwrap_or_default();
        let listed = making.parts.iter().flat_map(|part| &self.node(part).type_list).filter(|one| types.contains(one));
        let mut ordered: Vec<TypeSet> = Vec::new();
        for one in listed.chain(types) {
            if !ordered.contains(one) {
                ordered.push(*one);
            }
        }
        let branches = ordered.iter().map(|one| {
            let key = Key { types: *one, ..making.key.clone() };
            Branch::new(self.want(key), &at, None)
        });
        Shape::Union(UnionShape {
            keyword: UnionKeyword::AnyOf,
            branches: branches.collect(),
            tag: None,
            mapping: Vec::new(),
            default: None,
            keeps_unknown: false,
            letters: Vec::new(),
            says_more: false,
        })
    }

    /// The unions of a schema that have several branches, or a tag.
    pub(super) fn unions<'n>(
        &self,
        node: &'n Node,
    ) -> impl Iterator<Item = (UnionKeyword, Vec<(usize, Id)>)> + use<'n, '_> {
        let both = [(UnionKeyword::OneOf, &node.logic.one_of), (UnionKeyword::AnyOf, &node.logic.any_of)];
        both.into_iter().filter_map(|(keyword, branches)| {
            let branches = branches.as_ref()?;
            let proper = branches.iter().copied().enumerate().filter(|(_, id)| self.possible(*id) != TypeSet::NULL);
            let proper: Vec<(usize, Id)> = proper.collect();
            let is_several = proper.len() != 1 || node.dialect.discriminator.is_some();
            (is_several && (branches.is_empty() || !proper.is_empty())).then_some((keyword, proper))
        })
    }

    fn all_unions(&self, making: &Making) -> Vec<Union> {
        let mut all = Vec::new();
        for part in making.parts.iter().filter(|part| !part.without_unions) {
            let node = self.node(part);
            for (keyword, branches) in self.unions(node) {
                let name = if keyword == UnionKeyword::OneOf { "oneOf" } else { "anyOf" };
                let under = pointer::join(&node.at, name);
                let branches =
                    branches.into_iter().map(|(at, id)| (pointer::join(&under, &at.to_string()), id)).collect();
                all.push(Union { part: part.id, keyword, branches });
            }
        }
        all
    }

    /// The shape of a union, where the value is one and nothing beside it stands in the way.
    fn union(&mut self, making: &mut Making) -> Option<Shape> {
        let all = self.all_unions(making);
        let chosen = all.iter().find(|union| self.can_be_written_out(making, union, all.len()))?.clone();
        let rest: Vec<Part> = making.parts.iter().copied().filter(|part| part.id != chosen.part).collect();
        let is_alone = all.len() == 1 && !self.has_anything_beside(making, &chosen);
        let key = |id: Id, making: &Making| {
            if is_alone {
                Key::of(id)
            } else {
                let bare = |part: &Part| Part { without_parts: true, without_unions: true, ..*part };
                let mut parts: Vec<Part> = making.parts.iter().map(bare).collect();
                parts.push(Part::of(id));
                Key { parts, types: TypeSet::ALL }
            }
        };
        let (mut branches, mut taken) = (Vec::new(), Vec::new());
        for (at, id) in &chosen.branches {
            let key = key(*id, making);
            let possible = self.types_of(&key);
            if possible.and(making.types).is_empty() && possible != TypeSet::NONE {
                continue;
            }
            let takes_any = self.choices.untyped_exact || !self.is_telling(*id);
            making.has_open_branch |= possible == TypeSet::ALL && takes_any;
            let fits = making.types == TypeSet::ALL || making.types.has(possible.without(TypeSet::NULL));
            let key = if fits { key } else { key.restricted(making.types) };
            let definition =
                crate::schema::only_refers(self.schema.node(*id)).or_else(|| self.schema.node(*id).targets().next());
            let ty = self.want(key);
            branches.push(Branch::new(ty, at, definition));
            taken.push(*id);
        }
        if branches.is_empty() {
            return Some(Shape::Never);
        }
        making.null |= self.choices.untyped_exact && making.types == TypeSet::ALL;
        self.leave_beside(making, &chosen, &rest);
        let told = self.schema.node(chosen.part).dialect.discriminator.clone().unwrap_or_default();
        let (letters, says_more) = self.letters_of_branches(&taken);
        Some(Shape::Union(UnionShape {
            keyword: chosen.keyword,
            branches,
            tag: told.property,
            mapping: told.mapping,
            default: told.default,
            keeps_unknown: false,
            letters,
            says_more,
        }))
    }

    /// The rules of branches of which one says more than its type checks, and by that may be told from others; and
    /// whether it does so by another keyword than an open enum.
    fn letters_of_branches(&mut self, branches: &[Id]) -> (Vec<RuleId>, bool) {
        let ends: Vec<Id> = branches.iter().map(|id| end(self.schema, *id)).collect();
        let loose = loosest(self.schema, &self.loose, &ends);
        let letters = if loose == Loose::No { Vec::new() } else { ends.iter().map(|id| self.letter(*id)).collect() };
        (letters, loose == Loose::More)
    }

    /// What is not written out with a union: other unions, and what is said of values of any type.
    fn leave_beside(&mut self, making: &mut Making, chosen: &Union, rest: &[Part]) {
        let node = self.schema.node(chosen.part);
        let mut own = self.said_of_unions(node);
        own.retain(|(keyword, _)| (*keyword == "oneOf") != (chosen.keyword == UnionKeyword::OneOf));
        let own: Vec<_> = own.into_iter().map(|(_, demand)| demand).collect();
        let bare = Part { without_unions: true, ..Part::of(chosen.part) };
        self.leave(making, &bare, Left::General);
        if !self.is_tolerant() {
            making.rule.extend(own);
        }
        for part in rest {
            self.leave(making, part, Left::General);
        }
    }
}
