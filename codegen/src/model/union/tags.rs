//! How the branches of each union are named and told apart.

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::model::about_tags::{no_default, no_property_name, shared, unanswered, untold};
use crate::model::ty::{Branch, Shape, TyId, UnionShape};
use crate::names::{Taken, variant_ident};
use crate::pointer;
use crate::schema::Schema;
use serde_json::Value;

/// Decides how the branches of each union are named and told apart.
///
/// OpenAPI 3.0.3, "Discriminator Object": a value of the tag means the branch that the mapping gives it, else the
/// branch of that name. Where the mapping points at no branch, as it does in a schema that was cut out of a larger
/// document, its key means the branch whose tag property lists the key.
pub(in crate::model) fn tell_branches(model: &mut Model, schema: &Schema) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for index in 0..model.types.len() {
        let ty = model.ty(TyId(index));
        let Shape::Union(shape) = &ty.shape else { continue };
        let mut union = Union::new(model, schema, &ty.at, shape);
        if shape.tag.is_some() {
            union.map_keys(&shape.mapping);
            union.answer_by_own_values(&shape.mapping);
            union.answer_by_default(shape.default.as_deref());
        } else if !shape.mapping.is_empty() {
            union.diagnostics.push(no_property_name(&ty.at));
        }
        union.name_variants();
        let is_told = union.is_told;
        let default = union.default;
        let told: Vec<(String, Vec<String>)> =
            union.branches.into_iter().map(|branch| (branch.variant, branch.tags)).collect();
        diagnostics.append(&mut union.diagnostics);
        let Some(Shape::Union(shape)) = model.types.get_mut(index).map(|ty| &mut ty.shape) else { continue };
        for (index, (branch, (variant, tags))) in shape.branches.iter_mut().zip(told).enumerate() {
            (branch.variant, branch.tags, branch.is_default) = (variant, tags, default == Some(index));
        }
        if !is_told {
            shape.tag = None;
        }
    }
    diagnostics
}

struct Union<'m> {
    /// The pointer of the union.
    at: String,
    /// Whether the tag means a branch each time.
    is_told: bool,
    /// The branch for other values of the tag, and for none.
    default: Option<usize>,
    branches: Vec<Told<'m>>,
    diagnostics: Vec<Diagnostic>,
}

struct Told<'m> {
    at: String,
    /// The pointer of the definition it refers to, and its name.
    key: Option<&'m str>,
    name: Option<String>,
    /// Its name override, or that of the definition.
    override_name: Option<&'m str>,
    /// What it is, references followed.
    shape: &'m Shape,
    /// The values its tag property lists.
    own: Vec<&'m str>,
    tags: Vec<String>,
    variant: String,
}

impl<'m> Union<'m> {
    fn new(model: &'m Model, schema: &'m Schema, at: &str, shape: &'m UnionShape) -> Self {
        let branches = shape.branches.iter().map(|branch| Told::new(model, schema, branch, shape.tag.as_deref()));
        Self { at: at.to_owned(), is_told: true, default: None, branches: branches.collect(), diagnostics: Vec::new() }
    }

    fn map_keys(&mut self, mapping: &[(String, String)]) {
        for (key, to) in mapping {
            let pointer = pointer::of_local_ref(to);
            let meant = self.branches.iter().position(|branch| branch.is_meant_by(to, pointer.as_deref()));
            let answering =
                meant.or_else(|| self.branches.iter().position(|branch| branch.own.contains(&key.as_str())));
            match answering {
                Some(index) => self.give(index, key),
                None => self.diagnostics.push(unanswered(&self.at, key, to)),
            }
        }
    }

    /// Values that no mapping speaks of; at the last, the name of the definition.
    fn answer_by_own_values(&mut self, mapping: &[(String, String)]) {
        for index in 0..self.branches.len() {
            let Some(branch) = self.branches.get(index) else { continue };
            let mapped = |value: &&str| mapping.iter().any(|(key, _)| key == value);
            let mut tags: Vec<String> =
                branch.own.iter().copied().filter(|own| !mapped(own)).map(str::to_owned).collect();
            if branch.tags.is_empty() && tags.is_empty() {
                tags.extend(branch.name.clone());
            }
            if !branch.is_object() || (branch.tags.is_empty() && tags.is_empty()) {
                self.is_told = false;
                self.diagnostics.push(untold(&branch.at, branch.is_object()));
            }
            for tag in tags {
                self.give(index, &tag);
            }
        }
    }

    /// OpenAPI 3.2.0, "Discriminator Object": what is meant where the tag is absent, or has a value without a mapping.
    fn answer_by_default(&mut self, to: Option<&str>) {
        let Some(to) = to else { return };
        let pointer = pointer::of_local_ref(to);
        self.default = self.branches.iter().position(|branch| branch.is_meant_by(to, pointer.as_deref()));
        if self.default.is_none() {
            self.diagnostics.push(no_default(&self.at, to));
        }
    }

    fn give(&mut self, index: usize, tag: &str) {
        let holder = self.branches.iter().position(|branch| branch.tags.iter().any(|other| other == tag));
        let holder = holder.and_then(|holder| self.branches.get(holder)).map(|branch| branch.at.clone());
        let Some(branch) = self.branches.get_mut(index) else { return };
        match holder {
            None => branch.tags.push(tag.to_owned()),
            Some(other) if other == branch.at => {}
            Some(other) => self.diagnostics.push(shared(&branch.at, &other, tag)),
        }
    }

    fn name_variants(&mut self) {
        let mut taken = Taken::default();
        for branch in &mut self.branches {
            let name = branch.decided_name().unwrap_or_else(|| branch.kind_name().to_owned());
            branch.variant = taken.take(name);
        }
    }
}

impl<'m> Told<'m> {
    fn new(model: &'m Model, schema: &'m Schema, branch: &'m Branch, tag: Option<&str>) -> Self {
        let ty = model.ty(branch.ty);
        let target = model.ty(model.follow(branch.ty));
        let key = branch.definition.map(|id| schema.node(id).at.as_str());
        let name = key.and_then(pointer::own_name);
        let named = branch.definition.and_then(|id| schema.node(id).dialect.name.as_deref());
        let at = if ty.at.is_empty() { branch.at.clone() } else { ty.at.clone() };
        let at = if model.ty(branch.ty).at.starts_with(&branch.at) { at } else { branch.at.clone() };
        Self {
            at,
            key,
            name,
            override_name: ty.name.as_deref().or(target.name.as_deref()).or(named),
            shape: &target.shape,
            own: tag.map(|tag| own_values(model, &target.shape, tag)).unwrap_or_default(),
            tags: Vec::new(),
            variant: String::new(),
        }
    }

    /// Whether a value of the mapping, the name of a definition or a reference to `pointer`, means this branch.
    fn is_meant_by(&self, to: &str, pointer: Option<&str>) -> bool {
        let is_there = |key: &str| pointer::other_file(key).is_some() && pointer::reference(key) == to;
        self.key.is_some_and(|key| Some(key) == pointer || is_there(key)) || self.is_called(to)
    }

    fn is_called(&self, name: &str) -> bool {
        self.key.is_some() && self.name.as_deref() == Some(name)
    }

    fn is_object(&self) -> bool {
        matches!(self.shape, Shape::Object(_) | Shape::Map(_))
    }

    /// The name that somebody gave it: override, mapping key, name of the definition, own value.
    fn decided_name(&self) -> Option<String> {
        let name = self.override_name.or(self.tags.first().map(String::as_str)).or(self.name.as_deref());
        name.and_then(variant_ident)
    }

    /// For a branch without a name: what kind of value it is.
    fn kind_name(&self) -> &'static str {
        match self.shape {
            Shape::Values(shape) if shape.listed.iter().all(Value::is_string) => "Enum",
            Shape::Values(_) => "Listed",
            Shape::Text(_) => "Text",
            Shape::Integer(_) => "Integer",
            Shape::Number(_) => "Number",
            Shape::Boolean => "Boolean",
            Shape::Array(_) | Shape::Tuple(_) => "Array",
            Shape::Object(_) | Shape::Map(_) => "Object",
            _ => "Any",
        }
    }
}

/// The strings that a property of an object lists.
fn own_values<'m>(model: &'m Model, shape: &'m Shape, tag: &str) -> Vec<&'m str> {
    let Shape::Object(object) = shape else { return Vec::new() };
    let Some(field) = object.field(tag) else { return Vec::new() };
    match &model.ty(model.follow(field.ty)).shape {
        Shape::Values(values) => values.listed.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
