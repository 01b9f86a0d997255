//! Types of one model in another, for asking what a single difference between two schemas does.

use super::{Shape, Ty, TyId};
use crate::model::Model;
use crate::plan::RuleId;

/// A model that holds the types and rules of another behind its own.
pub(crate) struct Grafted {
    pub(crate) model: Model,
    types: usize,
}

impl Grafted {
    pub(crate) fn new(own: &Model, other: &Model) -> Self {
        let (types, rules) = (own.types.len(), own.rules.len());
        let mut model = own.clone();
        model.types.extend(other.types.iter().map(|ty| moved(ty, types, rules)));
        model.rules.extend(other.rules.iter().cloned().map(|mut rule| {
            rule.demands.iter_mut().flat_map(crate::plan::Demand::rules_mut).for_each(|id| shift(id, rules));
            rule
        }));
        Self { model, types }
    }

    /// Where a type of the other model is.
    pub(crate) fn foreign(&self, id: TyId) -> TyId {
        TyId(id.0 + self.types)
    }

    pub(crate) fn ty_mut(&mut self, id: TyId) -> Option<&mut Ty> {
        self.model.types.get_mut(id.0)
    }
}

fn shift(rule: &mut RuleId, by: usize) {
    rule.0 += by;
}

fn moved(ty: &Ty, types: usize, rules: usize) -> Ty {
    let mut ty = ty.clone();
    ty.shape.inner_mut().into_iter().for_each(|id| id.0 += types);
    if let Shape::Union(shape) = &mut ty.shape {
        shape.letters.iter_mut().for_each(|id| shift(id, rules));
    }
    ty.rule.iter_mut().flat_map(crate::plan::Demand::rules_mut).for_each(|id| shift(id, rules));
    ty
}

impl Shape {
    /// The types that it is made of.
    pub(crate) fn inner(&self) -> Vec<TyId> {
        self.clone().inner_mut().into_iter().map(|id| *id).collect()
    }

    pub(super) fn inner_mut(&mut self) -> Vec<&mut TyId> {
        match self {
            Self::Array(shape) => shape.item.iter_mut().collect(),
            Self::Tuple(elements) => elements.iter_mut().collect(),
            Self::Map(value) => value.iter_mut().collect(),
            Self::Object(shape) => {
                let fields = shape.fields.iter_mut().map(|field| &mut field.ty);
                let patterns = shape.patterns.iter_mut().filter_map(|members| members.value.as_mut());
                fields.chain(patterns).chain(shape.rest.value_mut()).collect()
            }
            Self::Union(shape) => shape.branches.iter_mut().map(|branch| &mut branch.ty).collect(),
            Self::Ref(target) => vec![target],
            _ => Vec::new(),
        }
    }
}
