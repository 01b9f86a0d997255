//! Makes a type of every schema that something needs, and of no other.

use super::Model;
use super::builder::{Builder, Making};
use super::key::{Key, Part};
use super::scalar::format_of;
use super::ty::{Shape, Ty, TyId, Words};
use crate::diagnostic::Diagnostic;
use crate::plan::{Demand, JsonType};
use crate::schema::{Dialect, Id, Node, Role, TypeSet, find, only_refers};

impl Builder<'_> {
    pub(super) fn build(mut self) -> (Model, Vec<Diagnostic>) {
        let definitions: Vec<(String, TyId)> = self
            .schema
            .definitions()
            .iter()
            .map(|id| (self.schema.node(*id).at.clone(), self.want(Key::of(*id))))
            .collect();
        let written = self.schema.split.written.iter();
        let written = written.map(|(write, read)| (self.want(Key::of(*write)), read.map(|id| self.want(Key::of(id)))));
        let written = written.collect();
        while let Some((id, key)) = self.queue.pop_front() {
            let ty = self.make(key);
            if let Some(place) = self.types.get_mut(id.0) {
                *place = Some(ty);
            }
        }
        self.write_letters();
        self.ledger.note_annotations(self.schema);
        self.ledger.note_split(self.schema);
        self.diagnostics.append(&mut self.ledger.report());
        let nothing = Ty::any("");
        let types = self.types.into_iter().map(|ty| ty.unwrap_or_else(|| nothing.clone())).collect();
        let whole_numbers = self.schema.has_whole_numbers();
        let (rules, ledger) = (self.rules, self.ledger);
        let model = Model { types, nothing, definitions, written, rules, ledger, whole_numbers };
        (model, self.diagnostics)
    }

    fn make(&mut self, key: Key) -> Ty {
        if let Some(ty) = self.reference(&key) {
            return ty;
        }
        let parts = self.flatten(&key);
        let types = self.types_of(&key);
        let words = self.words(&key, &parts);
        let name = parts.iter().find_map(|part| self.node(part).dialect.name.clone());
        let format = parts.iter().find_map(|part| format_of(self.node(part))).map(str::to_owned);
        let at = key.parts.first().map(|part| self.node(part).at.clone()).unwrap_or_default();
        let null = self.allows_null(&key, types);
        let mut making =
            Making { key, parts, types: types.without(TypeSet::NULL), null, has_open_branch: false, rule: Vec::new() };
        if types == TypeSet::ALL {
            making.types = TypeSet::ALL;
        }
        let shape = self.shape(&mut making);
        let keeps_null = self.keeps_null(&making.key);
        let null = making.null && keeps_null;
        if !keeps_null && making.has_open_branch {
            // A branch of any value would read it.
            let rule = self.new_rule(&at, vec![Demand::Types(vec![JsonType::Null])]);
            making.rule.push(Demand::Not(rule));
        }
        let rule = if self.is_tolerant() { Vec::new() } else { making.rule };
        let (shape, null) = match shape {
            Shape::Never if null => (Shape::Null, false),
            Shape::Never if self.is_tolerant() => (Shape::Any, false),
            Shape::Never => (Shape::Never, false),
            Shape::Any => (shape, false),
            shape => (shape, null),
        };
        Ty { at, shape, null, rule, words, name, format }
    }

    /// A type that is only another: a `$ref`, or the only part of an `allOf` that says anything.
    fn reference(&mut self, key: &Key) -> Option<Ty> {
        let [part] = key.parts.as_slice() else { return None };
        if key.types != TypeSet::ALL || part.without_parts {
            return None;
        }
        let node = self.schema.node(part.id);
        let target = only_refers(node).or_else(|| self.only_part(node))?;
        let own = self.words(key, &Self::speaking(node, target));
        let ty = self.want(Key::of(target));
        let at = node.at.clone();
        let types = self.possible(part.id);
        let null = node.dialect.nullable || (types != TypeSet::ALL && types.has(TypeSet::NULL) && self.keeps_null(key));
        let (name, format) = (node.dialect.name.clone(), format_of(node).map(str::to_owned));
        Some(Ty { at, shape: Shape::Ref(ty), null, rule: Vec::new(), words: own, name, format })
    }

    /// The definition that is the only part of a schema which itself says nothing about the value.
    fn only_part(&self, node: &Node) -> Option<Id> {
        let says = |keyword: &String| find(keyword).is_some_and(|word| word.role == Role::Assertion);
        let own = node.keywords.iter().filter(|keyword| says(keyword));
        let is_about_parts = |keyword: &String| match keyword.as_str() {
            "$ref" | "allOf" | "type" => true,
            "oneOf" | "anyOf" => node.dialect.discriminator.is_none(),
            _ => false,
        };
        if !own.clone().all(is_about_parts) || node.dialect.is_open {
            return None;
        }
        let mut parts: Vec<Id> = node.parts().collect();
        for branches in [&node.logic.one_of, &node.logic.any_of].into_iter().flatten() {
            match self.proper_branches(branches).as_slice() {
                [only] => parts.push(*only),
                _ => return None,
            }
        }
        let telling: Vec<Id> = parts.into_iter().filter(|id| self.is_telling(*id)).collect();
        let [only] = telling.as_slice() else { return None };
        let inner = self.schema.node(*only);
        let target = only_refers(inner)?;
        let fits = node.types.is_none_or(|types| types.has(self.possible(target).without(TypeSet::NULL)));
        let keeps_null =
            !self.possible(target).has(TypeSet::NULL) || node.types.is_none_or(|types| types.has(TypeSet::NULL));
        (fits && keeps_null && inner.dialect == Dialect::default()).then_some(target)
    }

    /// Whether a part says what the value is: `{}` and a bare `type: object` do not.
    pub(super) fn is_telling(&self, id: Id) -> bool {
        let node = self.schema.node(id);
        let says =
            |keyword: &String| find(keyword).is_some_and(|word| word.role == Role::Assertion && word.name != "type");
        node.boolean == Some(false)
            || node.keywords.iter().any(says)
            || node.types.is_some_and(|types| types != TypeSet::OBJECT)
    }

    /// The schemas whose words are about the value itself, what is referred to left out.
    fn speaking(node: &Node, target: Id) -> Vec<Part> {
        let mut all: Vec<Part> = Vec::new();
        let inner = node
            .logic
            .all_of
            .iter()
            .chain(node.logic.one_of.iter().flatten())
            .chain(node.logic.any_of.iter().flatten());
        all.extend(inner.copied().filter(|id| *id != target).map(Part::of));
        all
    }

    /// Whether null is allowed besides what the shape holds.
    fn allows_null(&self, key: &Key, types: TypeSet) -> bool {
        if types != TypeSet::ALL {
            return types.has(TypeSet::NULL);
        }
        key.parts.iter().all(|part| self.is_nullable(part.id))
    }

    fn is_nullable(&self, id: Id) -> bool {
        let node = self.schema.node(id);
        node.dialect.nullable
            || (node.parts().next().is_some() && node.parts().all(|part| self.schema.node(part).dialect.nullable))
    }
}

impl Ty {
    pub(super) fn any(at: &str) -> Self {
        Self {
            at: at.to_owned(),
            shape: Shape::Any,
            null: false,
            rule: Vec::new(),
            words: Words::default(),
            name: None,
            format: None,
        }
    }
}
