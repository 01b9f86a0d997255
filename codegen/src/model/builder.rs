//! What types are made with: the schemas, and all that was made of them so far.

use super::Choices;
use super::key::{Key, Part};
use super::ledger::Ledger;
use super::loose::{Loose, loose_schemas};
use super::null::{holders_of_null, possible_types};
use super::ty::{Ty, TyId};
use crate::diagnostic::Diagnostic;
use crate::plan::{Demand, Reading, RuleId, RulePlan};
use crate::schema::{Id, Node, Schema, TypeSet};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) struct Builder<'s> {
    pub(super) schema: &'s Schema,
    pub(super) choices: Choices,
    /// For each schema the types that its values may have.
    pub(super) possible: Vec<TypeSet>,
    /// For each schema whether null keeps all that it says.
    pub(super) holders_of_null: Vec<bool>,
    /// For each schema whether it says more than its type checks in this reading.
    pub(super) loose: Vec<Loose>,
    /// The branches of unions of several.
    pub(super) branches: BTreeSet<Id>,
    /// Whether some schema asks what others have evaluated.
    pub(super) sees_evaluated: bool,
    pub(super) types: Vec<Option<Ty>>,
    by_key: BTreeMap<Key, TyId>,
    /// Those that are wanted and not yet made. Nothing is made inside another: a chain may be as long as a document.
    pub(super) queue: VecDeque<(TyId, Key)>,
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
    /// Whether it is a union of which a branch takes any value, null among them.
    pub(super) has_open_branch: bool,
    /// What the shape does not hold.
    pub(super) rule: Vec<Demand>,
}

impl<'s> Builder<'s> {
    pub(super) fn new(schema: &'s Schema, choices: Choices) -> Self {
        let holders_of_null = holders_of_null(schema);
        Self {
            schema,
            choices,
            possible: possible_types(schema, &holders_of_null),
            holders_of_null,
            loose: if choices.reading == Reading::Tolerant { loose_schemas(schema, choices) } else { Vec::new() },
            branches: branches(schema),
            sees_evaluated: schema.ids().map(|id| schema.node(id)).any(sees_evaluated),
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

    pub(super) fn node(&self, part: &Part) -> &'s Node {
        self.schema.node(part.id)
    }

    pub(super) fn possible(&self, id: Id) -> TypeSet {
        self.possible.get(id.index()).copied().unwrap_or(TypeSet::ALL)
    }
}

fn sees_evaluated(node: &Node) -> bool {
    node.object.unevaluated.is_some() || node.array.unevaluated.is_some()
}

fn branches(schema: &Schema) -> BTreeSet<Id> {
    let lists = schema.ids().map(|id| &schema.node(id).logic).flat_map(|logic| [&logic.one_of, &logic.any_of]);
    lists.flatten().filter(|branches| branches.len() > 1).flatten().copied().collect()
}
