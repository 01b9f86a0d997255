//! Objects: the members by name, and what the others are.

mod by_pattern;

use super::builder::{Builder, Making};
use super::key::Key;
use super::leave::Left;
use super::says::only_required;
use super::ty::{Field, ObjectShape, Rest, Shape, TyId};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::schema::{Id, Node, TypeSet};
use std::collections::{BTreeMap, BTreeSet};

/// The members that the schemas of one value describe.
#[derive(Default)]
struct Members {
    /// In the order of the schemas.
    names: Vec<String>,
    seen: BTreeSet<String>,
    required: BTreeSet<String>,
    any_of: Vec<Vec<String>>,
}

impl Builder<'_> {
    /// The shape of an object (JSON Schema 2020-12 core, section 10.3.2).
    pub(super) fn object(&mut self, making: &mut Making) -> Shape {
        let mut members = self.members(making);
        let has_fields = making.parts.iter().any(|part| self.node(part).object.properties.is_some());
        let lists: Vec<PropertyTable> = making.parts.iter().map(|part| PropertyTable::of(self.node(part))).collect();
        let is_map = members.names.is_empty() && !has_fields;
        let (patterns, rest) = self.members_by_pattern(making, is_map);
        self.leave_object_rules(making, &mut members);
        let is_conditional = !members.any_of.is_empty() && !self.is_tolerant();
        if is_map && patterns.is_empty() && !is_conditional {
            match rest {
                Rest::Kept(value) => return Shape::Map(value),
                Rest::Refused | Rest::Ignored => {}
            }
        }
        let mut fields = Vec::new();
        for name in std::mem::take(&mut members.names) {
            let is_required = members.required.contains(&name);
            let Some(ty) = self.member(making, &lists, &name) else {
                self.forbidden_member(making, &name, is_required);
                if is_required && !self.is_tolerant() {
                    return Shape::Never;
                }
                let ty = self.described_member(making, &lists, &name);
                fields.push(Field { name, ty, is_required: false, is_lenient: false });
                continue;
            };
            fields.push(Field { name, ty, is_required, is_lenient: false });
        }
        let any_of = if self.is_tolerant() { Vec::new() } else { members.any_of };
        Shape::Object(ObjectShape { fields, patterns, rest, any_of })
    }

    fn members(&self, making: &Making) -> Members {
        let mut members = Members::default();
        for part in &making.parts {
            let rules = &self.node(part).object;
            members.add(rules.properties.iter().flatten().map(|(name, _)| name.as_str()));
        }
        for part in &making.parts {
            let node = self.node(part);
            members.add(node.object.required.iter().flatten().map(String::as_str));
            members.required.extend(node.object.required.iter().flatten().cloned());
        }
        if let Some(lists) = self.any_of_required(making) {
            members.add(lists.iter().flatten().map(String::as_str));
            members.any_of = lists;
        }
        members
    }

    /// An `anyOf` whose branches only say `required`: which members must be there.
    fn any_of_required(&self, making: &Making) -> Option<Vec<Vec<String>>> {
        let mut found = making.parts.iter().filter_map(|part| {
            let branches = self.node(part).logic.any_of.as_ref().filter(|branches| branches.len() > 1)?;
            branches.iter().map(|id| only_required(self.schema.node(*id))).collect::<Option<Vec<_>>>()
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// What a member is, by all schemas that speak of it; nothing where one forbids it.
    fn member(&mut self, making: &Making, lists: &[PropertyTable], name: &str) -> Option<TyId> {
        let mut ids = Vec::new();
        for (part, table) in making.parts.iter().zip(lists) {
            ids.extend(Self::speaks_of(self.node(part), table, name));
        }
        let is_forbidden = ids.iter().any(|id| self.forbids(*id));
        if is_forbidden {
            return None;
        }
        Some(self.of_all(&ids))
    }

    /// The schemas of one object for a member of that name.
    fn speaks_of(node: &Node, table: &PropertyTable, name: &str) -> Vec<Id> {
        let own = table.properties.get(name).copied();
        let mut ids: Vec<Id> = own.into_iter().collect();
        ids.extend(table.patterns.iter().filter(|(pattern, _)| pattern.find(name).is_some()).map(|(_, id)| *id));
        if ids.is_empty() { node.object.additional.into_iter().collect() } else { ids }
    }

    /// A member of no type but what no value has: `Value`.
    fn anything(&mut self) -> TyId {
        self.want(Key { parts: Vec::new(), types: TypeSet::ALL })
    }

    fn forbidden_member(&mut self, making: &Making, name: &str, is_required: bool) {
        let at = making.key.parts.first().map(|part| self.node(part).at.clone()).unwrap_or_default();
        let what = if is_required { "so no value is allowed" } else { "so it is never there" };
        self.diagnostics.push(Diagnostic::new(
            Severity::Warning,
            Code::NoValue,
            &at,
            format!("one schema of this object forbids the member `{name}` that another describes or demands, {what}"),
            "nothing to do if that is meant; else let the schema that forbids it list the member as well",
        ));
    }

    pub(super) fn forbids(&self, id: Id) -> bool {
        self.schema.node(id).boolean == Some(false)
    }

    pub(super) fn of_all(&mut self, ids: &[Id]) -> TyId {
        let says = |id: &Id| self.schema.node(*id).boolean.is_none() || ids.len() == 1;
        let telling: Vec<Id> = ids.iter().copied().filter(says).collect();
        match telling.as_slice() {
            [] => self.anything(),
            _ => self.want(Key::of_all(telling)),
        }
    }

    /// What a forbidden member is: nothing in the strict reading; the tolerant one reads what the other schemas say.
    fn described_member(&mut self, making: &Making, lists: &[PropertyTable], name: &str) -> TyId {
        let mut ids = Vec::new();
        for (part, table) in making.parts.iter().zip(lists) {
            ids.extend(Self::speaks_of(self.node(part), table, name));
        }
        if !self.is_tolerant() {
            return self.want(Key::of_all(ids));
        }
        ids.retain(|id| !self.forbids(*id));
        self.of_all(&ids)
    }

    /// What is said of objects beyond their members.
    fn leave_object_rules(&mut self, making: &mut Making, members: &mut Members) {
        let any_of_is_carried = !members.any_of.is_empty();
        for part in making.parts.clone() {
            self.leave(making, &part, Left::Object { any_of_is_carried });
        }
    }
}

impl Members {
    fn add<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for name in names {
            if self.seen.insert(name.to_owned()) {
                self.names.push(name.to_owned());
            }
        }
    }
}

/// The properties of one schema, found by name and by pattern.
struct PropertyTable {
    properties: BTreeMap<String, Id>,
    patterns: Vec<(regress::Regex, Id)>,
}

impl PropertyTable {
    fn of(node: &Node) -> Self {
        let patterns = node.object.patterns.iter();
        Self {
            properties: node.object.properties.iter().flatten().cloned().collect(),
            patterns: patterns.filter_map(|(pattern, id)| Some((super::pattern::regex(pattern)?, *id))).collect(),
        }
    }
}
