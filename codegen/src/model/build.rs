//! Makes a type of every schema that something needs, and of no other.

use super::key::{Key, Part};
use super::ledger::Ledger;
use super::null::possible_types;
use super::ty::{Shape, Ty, TyId, Words};
use super::{Choices, Model};
use crate::diagnostic::Diagnostic;
use crate::plan::{Demand, Reading, RuleId, RulePlan};
use crate::schema::{Dialect, Id, Node, Role, Schema, TypeSet, find, only_refers};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) struct Builder<'s> {
    pub(super) schema: &'s Schema,
    pub(super) choices: Choices,
    /// For each schema the types that its values may have.
    pub(super) possible: Vec<TypeSet>,
    /// The branches of unions of several.
    pub(super) branches: BTreeSet<Id>,
    types: Vec<Option<Ty>>,
    by_key: BTreeMap<Key, TyId>,
    /// Those that are wanted and not yet made. Nothing is made inside another: a chain may be as long as a document.
    queue: VecDeque<(TyId, Key)>,
    pub(super) rules: Vec<RulePlan>,
    pub(super) rule_of: BTreeMap<Id, RuleId>,
    /// Rules that are wanted and not yet written.
    pub(super) open_rules: VecDeque<(Id, RuleId)>,
    pub(super) ledger: Ledger,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A type while it is made: the schemas that describe it, and the types that they leave.
pub(super) struct Making {
    pub(super) key: Key,
    pub(super) parts: Vec<Part>,
    pub(super) types: TypeSet,
    /// Whether null is allowed besides.
    pub(super) null: bool,
    /// What the shape does not hold.
    pub(super) rule: Vec<Demand>,
}

impl<'s> Builder<'s> {
    pub(super) fn new(schema: &'s Schema, choices: Choices) -> Self {
        Self {
            schema,
            choices,
            possible: possible_types(schema),
            branches: branches(schema),
            types: Vec::new(),
            by_key: BTreeMap::new(),
            queue: VecDeque::new(),
            rules: Vec::new(),
            rule_of: BTreeMap::new(),
            open_rules: VecDeque::new(),
            ledger: Ledger::default(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn build(mut self) -> (Model, Vec<Diagnostic>) {
        let definitions: Vec<(String, TyId)> = self
            .schema
            .definitions()
            .iter()
            .map(|id| (self.schema.node(*id).at.clone(), self.want(Key::of(*id))))
            .collect();
        while let Some((id, key)) = self.queue.pop_front() {
            let ty = self.make(key);
            if let Some(place) = self.types.get_mut(id.0) {
                *place = Some(ty);
            }
        }
        self.write_letters();
        self.report_ledger();
        let nothing = Ty::any("");
        let types = self.types.into_iter().map(|ty| ty.unwrap_or_else(|| nothing.clone())).collect();
        let whole_numbers = self.schema.has_whole_numbers();
        let model = Model { types, nothing, definitions, rules: self.rules, ledger: self.ledger, whole_numbers };
        (model, self.diagnostics)
    }

    /// The type of a key, which is made later.
    pub(super) fn want(&mut self, key: Key) -> TyId {
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let id = TyId(self.types.len());
        self.types.push(None);
        self.by_key.insert(key.clone(), id);
        self.queue.push_back((id, key));
        id
    }

    pub(super) fn is_tolerant(&self) -> bool {
        self.choices.reading == Reading::Tolerant
    }

    fn make(&mut self, key: Key) -> Ty {
        if let Some(ty) = self.reference(&key) {
            return ty;
        }
        let parts = self.flatten(&key);
        let types = self.types_of(&key);
        let words = self.words(&key, &parts);
        let name = parts.iter().find_map(|part| self.node(part).dialect.name.clone());
        let at = key.parts.first().map(|part| self.node(part).at.clone()).unwrap_or_default();
        let null = self.allows_null(&key, types);
        let mut making = Making { key, parts, types: types.without(TypeSet::NULL), null, rule: Vec::new() };
        if types == TypeSet::ALL {
            making.types = TypeSet::ALL;
        }
        let shape = self.shape(&mut making);
        let rule = if self.is_tolerant() { Vec::new() } else { making.rule };
        let (shape, null) = match shape {
            Shape::Never if null => (Shape::Null, false),
            Shape::Never if self.is_tolerant() => (Shape::Any, false),
            Shape::Never => (Shape::Never, false),
            Shape::Any | Shape::Null => (shape, false),
            shape => (shape, null),
        };
        Ty { at, shape, null, rule, words, name }
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
        let null = node.dialect.nullable || (types != TypeSet::ALL && types.has(TypeSet::NULL));
        Some(Ty { at, shape: Shape::Ref(ty), null, rule: Vec::new(), words: own, name: node.dialect.name.clone() })
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
    fn is_telling(&self, id: Id) -> bool {
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

fn branches(schema: &Schema) -> BTreeSet<Id> {
    let lists = schema.ids().map(|id| &schema.node(id).logic).flat_map(|logic| [&logic.one_of, &logic.any_of]);
    lists.flatten().filter(|branches| branches.len() > 1).flatten().copied().collect()
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
        }
    }
}
