//! The letter of a schema: every keyword, typed. Nothing here is ever changed once it is linked.

use super::type_set::TypeSet;
use super::vocabulary::Draft;
use serde_json::{Number, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The place of a [`Node`] in its [`Schema`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(super) usize);

impl Id {
    /// Its number: those of a schema are counted from 0.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// All schemas of a document.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(super) nodes: Vec<Node>,
    /// What an `Id` of another schema would mean.
    pub(super) nothing: Node,
    /// The schemas that have a name or are referred to, in the order of the text.
    pub(super) definitions: Vec<Id>,
    pub(super) inner_first: Vec<Id>,
    pub(crate) draft: Draft,
    /// Whether a keyword of OpenAPI 3.0's dialect is in it.
    pub(crate) is_dialect: bool,
    /// What is read and what is written, where the two are apart.
    pub(crate) split: Split,
}

/// What became of the schemas of a letter that was split.
#[derive(Clone, Debug, Default)]
pub(crate) struct Split {
    /// The definitions that are only for writing, each with the one of the same schema for reading, if that is used.
    pub(crate) written: BTreeMap<Id, Option<Id>>,
    /// The schemas whose `readOnly` or `writeOnly` makes the difference.
    pub(crate) marks: BTreeSet<Id>,
}

impl Schema {
    pub(crate) fn node(&self, id: Id) -> &Node {
        self.nodes.get(id.0).unwrap_or(&self.nothing)
    }

    /// Every node, in the order in which they were read.
    pub(crate) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        (0..self.nodes.len()).map(Id)
    }

    /// The schemas that have a name or are referred to: the root first, then in the order of the text.
    pub(crate) fn definitions(&self) -> &[Id] {
        &self.definitions
    }

    /// Every node after those that speak of the same value: parts, branches and conditions.
    pub(crate) fn inner_first(&self) -> &[Id] {
        &self.inner_first
    }

    /// Whether `1.0` is an integer: since draft-06 (JSON Schema 2020-12 core, section 4.2.1), and not in
    /// OpenAPI 3.0 (3.0.3, "Data Types").
    pub(crate) fn has_whole_numbers(&self) -> bool {
        self.draft > Draft::D4 && !self.is_dialect
    }
}

/// One schema: an object of keywords, or a boolean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    /// Its JSON pointer.
    pub(crate) at: String,
    /// The schemas `true` and `false`.
    pub(crate) boolean: Option<bool>,
    /// The keywords that it has, in their order.
    pub(crate) keywords: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    /// `format`, `default`, `examples` and the like, in their order.
    pub(crate) annotations: Vec<(&'static str, Value)>,
    pub(crate) types: Option<TypeSet>,
    /// The types, in the order in which they are listed.
    pub(crate) type_list: Vec<TypeSet>,
    pub(crate) constant: Option<Value>,
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) number: NumberRules,
    pub(crate) text: TextRules,
    pub(crate) array: ArrayRules,
    pub(crate) object: ObjectRules,
    pub(crate) logic: Logic,
    pub(crate) refs: Vec<Reference>,
    pub(crate) dialect: Dialect,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberRules {
    pub(crate) minimum: Option<Number>,
    pub(crate) maximum: Option<Number>,
    pub(crate) exclusive_minimum: Option<Number>,
    pub(crate) exclusive_maximum: Option<Number>,
    pub(crate) multiple_of: Option<Number>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextRules {
    pub(crate) pattern: Option<String>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArrayRules {
    /// `prefixItems`, or `items` as a list.
    pub(crate) prefix: Option<Vec<Id>>,
    /// What the other elements are: `items`, or `additionalItems` behind a list.
    pub(crate) items: Option<Id>,
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) unique_items: bool,
    pub(crate) contains: Option<Id>,
    pub(crate) min_contains: Option<u64>,
    pub(crate) max_contains: Option<u64>,
    pub(crate) unevaluated: Option<Id>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ObjectRules {
    pub(crate) properties: Option<Vec<(String, Id)>>,
    pub(crate) patterns: Vec<(String, Id)>,
    pub(crate) additional: Option<Id>,
    pub(crate) required: Option<Vec<String>>,
    pub(crate) min_properties: Option<u64>,
    pub(crate) max_properties: Option<u64>,
    pub(crate) names: Option<Id>,
    pub(crate) dependent_required: Vec<(String, Vec<String>)>,
    pub(crate) dependent_schemas: Vec<(String, Id)>,
    pub(crate) unevaluated: Option<Id>,
}

impl ObjectRules {
    /// The schema of a property.
    pub(crate) fn property(&self, name: &str) -> Option<Id> {
        let all = self.properties.as_deref().unwrap_or_default();
        all.iter().find(|(other, _)| other == name).map(|(_, id)| *id)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Logic {
    pub(crate) all_of: Vec<Id>,
    pub(crate) any_of: Option<Vec<Id>>,
    pub(crate) one_of: Option<Vec<Id>>,
    pub(crate) not: Option<Id>,
    pub(crate) condition: Option<Id>,
    pub(crate) then: Option<Id>,
    pub(crate) otherwise: Option<Id>,
}

/// A `$ref`, or one of its relatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) keyword: &'static str,
    pub(crate) text: String,
    /// The URI against which it is resolved.
    pub(super) base: String,
    /// What it refers to, once it is linked.
    pub(crate) target: Option<Id>,
}

/// What OpenAPI 3.0 and Speakeasy add.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) nullable: bool,
    pub(crate) discriminator: Option<Discriminator>,
    /// `x-speakeasy-unknown-values: allow`.
    pub(crate) is_open: bool,
    /// `x-speakeasy-name-override`.
    pub(crate) name: Option<String>,
}

/// OpenAPI 3.0.3, "Discriminator Object".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Discriminator {
    pub(crate) property: Option<String>,
    pub(crate) mapping: Vec<(String, String)>,
    /// `defaultMapping` (OpenAPI 3.2.0, "Discriminator Object").
    pub(crate) default: Option<String>,
}

impl Node {
    /// What the node refers to, if it is linked.
    pub(crate) fn targets(&self) -> impl Iterator<Item = Id> {
        self.refs.iter().filter_map(|reference| reference.target)
    }

    /// The schemas that describe the same value as this one, whatever else holds.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Id> {
        self.targets().chain(self.logic.all_of.iter().copied())
    }

    /// The schemas that speak of the same value as this one: parts, branches and conditions.
    pub(crate) fn in_place(&self) -> impl Iterator<Item = Id> {
        let branches = self.logic.one_of.iter().chain(&self.logic.any_of).flatten().copied();
        let conditions = [self.logic.not, self.logic.condition, self.logic.then, self.logic.otherwise];
        let dependent = self.object.dependent_schemas.iter().map(|(_, id)| *id);
        self.parts().chain(branches).chain(conditions.into_iter().flatten()).chain(dependent)
    }

    /// The schemas of what stands in the value: of members, of their names and of elements.
    pub(crate) fn of_inner_values(&self) -> impl Iterator<Item = Id> {
        let (array, object) = (&self.array, &self.object);
        let elements =
            array.prefix.iter().flatten().chain(&array.items).chain(&array.contains).chain(&array.unevaluated);
        let members = object.properties.iter().flatten().chain(&object.patterns).map(|(_, id)| id);
        let others = object.additional.iter().chain(&object.names).chain(&object.unevaluated);
        elements.chain(members).chain(others).copied()
    }
}
