//! A schema for any validator that accepts what the types of a reading accept.

use super::keywords::Keywords;
use super::selection::Selection;
use super::twin_arrays::{array, tuple};
use super::twin_patterns::beside_listed;
use super::twin_scalars::{open_values, text};
use super::words::{put, reference};
use crate::model::{Model, ObjectShape, Rest, Shape, Ty, TyId, UnionKeyword, UnionShape};
use crate::plan::Demand;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Says what the types accept in the words of JSON Schema.
///
/// Draft-04, the ancestor of OpenAPI 3.0's dialect, where `1.0` is no integer; 2020-12 where it is one, or where a rule
/// needs a keyword that draft-04 does not have. Each definition is written twice: as it is read, and with open enums
/// closed (`listed`), by which a union without its tag is told first.
pub(crate) fn twin(model: &Model, selection: &Selection) -> Value {
    let mut twin = Twin::new(model);
    let named: Vec<TyId> = model.definitions.iter().map(|(_, id)| *id).collect();
    let defined: BTreeSet<TyId> = named.iter().copied().collect();
    let others = model.ids().filter(|id| !defined.contains(id));
    for id in named.into_iter().chain(others) {
        twin.define(id, Form::Read);
        twin.define(id, Form::Listed);
    }
    let root = selection.root().map(|root| Form::Read.reference(root));
    twin.finish(root)
}

/// The twin of one type: a schema for what it accepts, and of nothing that it does not lead to.
pub(crate) fn twin_of(model: &Model, id: TyId) -> Value {
    let mut twin = Twin::new(model);
    let root = twin.refer(id, Form::Read);
    while let Some((id, form)) = twin.named.pop() {
        if !twin.definitions.contains_key(&form.name(&twin.key_of(id))) {
            twin.define(id, form);
        }
    }
    twin.finish(Some(root))
}

struct Twin<'m> {
    model: &'m Model,
    /// The JSON pointers of definitions: of those at one place, the first has it.
    keys: BTreeMap<TyId, &'m str>,
    keywords: Keywords<'m>,
    definitions: Map<String, Value>,
    /// What was referred to.
    named: Vec<(TyId, Form)>,
}

/// Which values of open enums fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// All of their type.
    Read,
    /// The listed ones.
    Listed,
}

impl Form {
    fn name(self, key: &str) -> String {
        match self {
            Self::Read => format!("read {key}"),
            Self::Listed => format!("listed {key}"),
        }
    }

    fn reference(self, key: &str) -> Value {
        reference(&self.name(key))
    }
}

impl<'m> Twin<'m> {
    fn new(model: &'m Model) -> Self {
        let mut keys = BTreeMap::new();
        for (at, id) in model.places() {
            keys.entry(id).or_insert(at);
        }
        Self { model, keys, keywords: Keywords::new(model), definitions: Map::new(), named: Vec::new() }
    }

    /// The name of a definition: its JSON pointer, or a number where it stands in place.
    fn key_of(&self, id: TyId) -> String {
        let in_place = || format!("{} {}", self.model.ty(id).at, id.index());
        self.keys.get(&id).map_or_else(in_place, |at| (*at).to_owned())
    }

    fn refer(&mut self, id: TyId, form: Form) -> Value {
        self.named.push((id, form));
        form.reference(&self.key_of(id))
    }

    fn define(&mut self, id: TyId, form: Form) {
        let spelled = self.spell(id, form);
        self.definitions.insert(form.name(&self.key_of(id)), spelled);
    }

    fn finish(mut self, root: Option<Value>) -> Value {
        self.definitions.extend(self.keywords.definitions());
        let uri = if self.keywords.is_2020 {
            "https://json-schema.org/draft/2020-12/schema"
        } else {
            "http://json-schema.org/draft-04/schema#"
        };
        let mut whole = Map::from_iter([("$schema".to_owned(), Value::from(uri))]);
        whole.extend(root.map(|root| ("allOf".to_owned(), json!([root]))));
        whole.insert("definitions".to_owned(), Value::Object(self.definitions));
        Value::Object(whole)
    }

    /// What is read for a type, null among it where that is allowed.
    fn spell(&mut self, id: TyId, form: Form) -> Value {
        let ty = self.model.ty(id);
        let spelled = self.without_null(ty, form);
        if ty.null { json!({"anyOf": [spelled, {"type": "null"}]}) } else { spelled }
    }

    fn without_null(&mut self, ty: &Ty, form: Form) -> Value {
        let shape = match &ty.shape {
            Shape::Any => json!({}),
            Shape::Never => json!({"not": {}}),
            Shape::Null => json!({"type": "null"}),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Integer(shape) => self.integer(shape.format, &shape.bounds),
            Shape::Number(shape) => {
                self.demanded("number", &shape.bounds.iter().cloned().map(Demand::Number).collect::<Vec<_>>())
            }
            Shape::Text(shape) => text(shape),
            Shape::Values(shape) if shape.is_open && form == Form::Read => open_values(&shape.listed),
            Shape::Values(shape) => json!({"enum": shape.listed}),
            Shape::Array(shape) => array(shape, shape.item.map(|item| self.refer(item, form))),
            Shape::Tuple(elements) => {
                let elements: Vec<Value> = elements.iter().map(|element| self.refer(*element, form)).collect();
                tuple(&elements, self.keywords.is_2020)
            }
            Shape::Map(None) => json!({"type": "object"}),
            Shape::Map(Some(value)) => json!({"type": "object", "additionalProperties": self.refer(*value, form)}),
            Shape::Object(shape) => self.object(shape, form),
            Shape::Union(shape) => self.union(shape, form),
            Shape::Ref(target) => self.refer(*target, form),
        };
        if ty.rule.is_empty() {
            return shape;
        }
        let mut all = vec![shape];
        all.extend(self.keywords.of_demands(&ty.rule));
        json!({"allOf": all})
    }

    fn demanded(&mut self, name: &str, demands: &[Demand]) -> Value {
        let mut all = vec![json!({"type": name})];
        all.extend(self.keywords.of_demands(demands));
        if all.len() == 1 { all.remove(0) } else { json!({"allOf": all}) }
    }

    fn integer(&mut self, format: Option<&str>, bounds: &[crate::plan::NumberDemand]) -> Value {
        let (least, most) = crate::model::range_of(format);
        let spelled = json!({"type": "integer", "minimum": least, "maximum": most});
        let bounds: Vec<Demand> = bounds.iter().cloned().map(Demand::Number).collect();
        let mut all = vec![spelled];
        all.extend(self.keywords.of_demands(&bounds));
        if all.len() == 1 { all.remove(0) } else { json!({"allOf": all}) }
    }

    fn object(&mut self, shape: &ObjectShape, form: Form) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in &shape.fields {
            let spelled = self.refer(field.ty, form);
            let spelled = if field.is_lenient { json!({"anyOf": [spelled, {"type": "null"}]}) } else { spelled };
            properties.insert(field.name.clone(), spelled);
            if field.is_required {
                required.push(field.name.clone());
            }
        }
        let additional = match shape.rest {
            Rest::Refused => Value::Bool(false),
            Rest::Ignored | Rest::Kept(None) => Value::Bool(true),
            Rest::Kept(Some(value)) => self.refer(value, form),
        };
        let mut spelled = json!({"type": "object", "properties": properties, "additionalProperties": additional});
        if !shape.patterns.is_empty() {
            put(&mut spelled, "patternProperties", Some(self.patterns(shape, form)));
        }
        if !required.is_empty() {
            put(&mut spelled, "required", Some(json!(required)));
        }
        if !shape.any_of.is_empty() {
            let lists = shape.any_of.iter().map(|names| json!({"required": names}));
            put(&mut spelled, "anyOf", Some(lists.collect()));
        }
        spelled
    }

    /// What is read into a map of its own. A listed member that matches is left out here: it keeps what the pattern
    /// demands by its own type, and not what is demanded of members that no part of the schema lists.
    fn patterns(&mut self, shape: &ObjectShape, form: Form) -> Value {
        let mut patterns = Map::new();
        for members in &shape.patterns {
            let value = members.value.map_or(Value::Bool(true), |value| self.refer(value, form));
            patterns.insert(beside_listed(shape, &members.pattern), value);
        }
        Value::Object(patterns)
    }

    fn union(&mut self, shape: &UnionShape, form: Form) -> Value {
        let mut spell = |form: Form| {
            shape.branches.iter().map(|branch| self.refer_without_null(branch.ty, form)).collect::<Vec<_>>()
        };
        let (read, listed) = (spell(form), spell(Form::Listed));
        let is_first = shape.keyword == UnionKeyword::AnyOf;
        let untold = match form {
            Form::Read if shape.keeps_unknown || is_first => json!({"anyOf": read}),
            Form::Listed if is_first => json!({"anyOf": listed}),
            Form::Listed => json!({"oneOf": listed}),
            Form::Read => json!({"anyOf": [{"oneOf": listed}, {"not": {"anyOf": listed}, "oneOf": read}]}),
        };
        let Some(tag) = &shape.tag else { return untold };
        let told = read.iter().zip(&shape.branches).map(|(branch, told)| {
            let is_this = |tags: &[&String]| json!({"required": [tag], "properties": {tag: {"enum": tags}}});
            if told.is_default {
                let others = shape.branches.iter().filter(|other| !other.is_default).flat_map(|other| &other.tags);
                return json!({"allOf": [{"not": is_this(&others.collect::<Vec<_>>())}, branch]});
            }
            json!({"allOf": [is_this(&told.tags.iter().collect::<Vec<_>>()), branch]})
        });
        let told = told.collect::<Vec<_>>();
        if shape.default_branch().is_some() {
            return json!({"type": "object", "anyOf": told});
        }
        let without = json!({"anyOf": [{"not": {"required": [tag]}}, {"properties": {tag: {"enum": [null]}}}]});
        let mut ways = vec![json!({"anyOf": told}), json!({"allOf": [without, untold]})];
        if shape.keeps_unknown {
            let known: Vec<&String> = shape.branches.iter().flat_map(|branch| &branch.tags).collect();
            ways.push(json!({"required": [tag], "properties": {tag: {"type": "string", "not": {"enum": known}}}}));
        }
        json!({"type": "object", "anyOf": ways})
    }

    /// A branch; null is the union's to allow.
    fn refer_without_null(&mut self, id: TyId, form: Form) -> Value {
        let is_null = self.model.allows_null(id);
        let branch = self.refer(id, form);
        if is_null { json!({"allOf": [branch, {"not": {"type": "null"}}]}) } else { branch }
    }
}
