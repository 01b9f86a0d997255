//! What types mean, as numbers: two that mean the same can be one.

use super::nameless::inner_first;
use super::wishes::Wishes;
use crate::model::{Model, Rest, Shape, Ty, TyId};
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// The meanings of the types of a model.
pub(super) struct Meanings<'m> {
    model: &'m Model,
    wishes: &'m Wishes<'m>,
    known: BTreeMap<TyId, u64>,
}

impl<'m> Meanings<'m> {
    /// Inner ones first, so that none is looked at deep inside another.
    pub(super) fn new(model: &'m Model, wishes: &'m Wishes<'m>) -> Self {
        let mut meanings = Self { model, wishes, known: BTreeMap::new() };
        for id in inner_first(model) {
            meanings.of(id);
        }
        meanings
    }

    /// A number that types of one meaning have in common: what is said in words and where does not count,
    /// and what the user wants its parts to be called does.
    pub(super) fn of(&mut self, id: TyId) -> u64 {
        if let Some(meaning) = self.known.get(&id) {
            return *meaning;
        }
        let mut hasher = DefaultHasher::new();
        let ty = self.model.ty(id);
        self.wishes.foreign.number(self.model, id).hash(&mut hasher);
        // What is still being looked at, in a type that holds itself, counts as itself.
        self.known.insert(id, u64::MAX);
        self.hash(ty, &mut hasher);
        let meaning = hasher.finish();
        self.known.insert(id, meaning);
        meaning
    }

    fn hash(&mut self, ty: &Ty, hasher: &mut DefaultHasher) {
        (ty.null, format!("{:?}", ty.rule), self.wishes.mark(self.model, ty)).hash(hasher);
        std::mem::discriminant(&ty.shape).hash(hasher);
        match &ty.shape {
            Shape::Any | Shape::Never | Shape::Null | Shape::Boolean => {}
            Shape::Integer(shape) => format!("{shape:?}").hash(hasher),
            Shape::Number(shape) => format!("{shape:?}").hash(hasher),
            Shape::Text(shape) => format!("{shape:?}").hash(hasher),
            Shape::Values(shape) => format!("{shape:?}").hash(hasher),
            Shape::Array(shape) => {
                (shape.min_items, shape.max_items, shape.unique_items).hash(hasher);
                shape.item.map(|item| self.of(item)).hash(hasher);
            }
            Shape::Tuple(elements) => elements.iter().for_each(|element| self.of(*element).hash(hasher)),
            Shape::Map(value) => value.map(|value| self.of(value)).hash(hasher),
            Shape::Object(shape) => {
                shape.any_of.hash(hasher);
                for field in &shape.fields {
                    (&field.name, field.is_required, field.is_lenient, self.of(field.ty)).hash(hasher);
                }
                for members in &shape.patterns {
                    (&members.pattern, members.value.map(|value| self.of(value))).hash(hasher);
                }
                match shape.rest {
                    Rest::Kept(value) => value.map(|value| self.of(value)).hash(hasher),
                    rest => format!("{rest:?}").hash(hasher),
                }
            }
            Shape::Union(shape) => {
                (format!("{:?}", (shape.keyword, &shape.letters)), &shape.tag, shape.keeps_unknown).hash(hasher);
                for branch in &shape.branches {
                    (&branch.variant, &branch.tags, branch.is_default, self.of(branch.ty)).hash(hasher);
                }
            }
            Shape::Ref(target) => self.model.follow(*target).hash(hasher),
        }
    }
}
