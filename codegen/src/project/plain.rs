//! The plain schema that typify is given: Rust names for all names, and nothing of the dialect.

use super::foreign::Foreign;
use super::naming::Naming;
use crate::model::{Field, ObjectShape, Rest, Shape, TyId, UnionShape};
use crate::names::{LONGEST_HINT, below};
use serde_json::{Map, Value, json};

/// A type that is still to be defined.
pub(super) struct Pending {
    pub(super) name: String,
    pub(super) id: TyId,
    /// Whether the type itself says that null is allowed, as only a root does.
    pub(super) holds_null: bool,
}

/// Writes plain schemas, and notes which types they name first.
pub(super) struct Plain<'n, 'm> {
    pub(super) naming: &'n mut Naming<'m>,
    /// What the types that were written so far name first, in their order.
    pub(super) found: Vec<Pending>,
}

impl Plain<'_, '_> {
    /// What a type is, without the null that it allows where it is used.
    pub(super) fn definition(&mut self, name: &str, id: TyId) -> Value {
        let ty = self.naming.model.ty(id);
        match &ty.shape {
            Shape::Object(shape) => self.object(shape, &ty.at, name),
            Shape::Union(shape) => self.union(shape, name),
            Shape::Values(_) => json!({}),
            _ => self.in_place(id, name),
        }
    }

    fn object(&mut self, shape: &ObjectShape, at: &str, name: &str) -> Value {
        let idents = super::plan::field_idents(self.naming, shape, at);
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (field, ident) in shape.fields.iter().zip(&idents) {
            properties.insert(ident.clone(), self.field(field, name));
            if field.is_required {
                required.push(ident.clone());
            }
        }
        for (members, ident) in shape.patterns.iter().zip(super::plan::pattern_idents(shape, &idents)) {
            properties.insert(ident.clone(), self.map(members.value, name, &ident));
            required.push(ident);
        }
        let additional = match shape.rest {
            Rest::Refused | Rest::Ignored => Value::Bool(false),
            Rest::Kept(None) => json!({}),
            Rest::Kept(Some(value)) => self.part(value, name, "Value"),
        };
        schema([
            ("type", "object".into()),
            ("properties", properties.into()),
            ("required", required.into()),
            ("additionalProperties", additional),
        ])
    }

    /// An object whose members are all of one type, or any values.
    fn map(&mut self, value: Option<TyId>, name: &str, part: &str) -> Value {
        let value = value.map(|value| self.part(value, name, part));
        let members = value.map(|value| ("additionalProperties", value));
        schema([("type", "object".into())].into_iter().chain(members))
    }

    fn field(&mut self, field: &Field, name: &str) -> Value {
        self.part(field.ty, name, &field.name)
    }

    fn union(&mut self, shape: &UnionShape, name: &str) -> Value {
        let variants = self.naming.wishes.branches(shape);
        let branches = shape.branches.iter().zip(variants).map(|(branch, variant)| {
            let hint = self.hint(branch.ty, name, &variant);
            self.without_null(branch.ty, &hint)
        });
        let branches: Vec<Value> = branches.collect();
        schema([("oneOf", branches.into())])
    }

    /// A type where it is used inside another, of which it is that part.
    fn part(&mut self, id: TyId, name: &str, part: &str) -> Value {
        let hint = self.hint(id, name, part);
        self.place(id, &hint)
    }

    /// What a type is to be called that stands in another; empty where nothing is named by it, for names take time.
    fn hint(&self, id: TyId, name: &str, part: &str) -> String {
        let is_around = matches!(self.naming.model.ty(id).shape, Shape::Array(_) | Shape::Tuple(_) | Shape::Map(_));
        let is_named_by_it = self.naming.name(id).is_none() && (is_around || self.naming.becomes_type(id));
        if is_named_by_it { below(name, part) } else { String::new() }
    }

    /// A type where it is used, null allowed as well where it is.
    fn place(&mut self, id: TyId, hint: &str) -> Value {
        let model = self.naming.model;
        let end = &model.ty(model.follow(id)).shape;
        let plain = self.without_null(id, hint);
        if model.allows_null(id) && !matches!(end, Shape::Any | Shape::Null) {
            return schema([("oneOf", vec![plain, json!({"type": "null"})].into())]);
        }
        plain
    }

    /// A reference where a type of its own is used; everything else stands where it is.
    pub(super) fn without_null(&mut self, id: TyId, hint: &str) -> Value {
        let model = self.naming.model;
        if let Some(number) = self.naming.foreign(id) {
            return json!({"type": "string", "format": Foreign::placeholder(number)});
        }
        let end = model.follow(id);
        if let Some(name) = self.naming.name(end) {
            return json!({"$ref": format!("#/definitions/{name}")});
        }
        let hint = if end == id && hint.len() <= LONGEST_HINT {
            hint.to_owned()
        } else {
            self.naming.name_of_place(&model.ty(end).at)
        };
        if self.naming.becomes_type(end) {
            let (name, is_new) = self.naming.name_in_place(end, &hint);
            if is_new {
                self.found.push(Pending { name: name.clone(), id: end, holds_null: false });
            }
            return json!({"$ref": format!("#/definitions/{name}")});
        }
        self.in_place(end, &hint)
    }

    fn in_place(&mut self, id: TyId, hint: &str) -> Value {
        let ty = self.naming.model.ty(id);
        match &ty.shape {
            Shape::Null => json!({"type": "null"}),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Text(_) => json!({"type": "string"}),
            Shape::Integer(shape) => match shape.format {
                Some(format) => json!({"type": "integer", "format": format}),
                None => json!({"type": "integer"}),
            },
            Shape::Number(shape) if shape.is_exact => json!({"type": "number", "format": "exact"}),
            Shape::Number(_) => json!({"type": "number"}),
            Shape::Array(shape) => {
                let item = shape.item.map(|item| self.part(item, hint, "Item"));
                schema([("type", "array".into())].into_iter().chain(item.map(|item| ("items", item))))
            }
            Shape::Tuple(elements) => {
                let count = elements.len();
                let elements = elements.iter().enumerate();
                let items = elements.map(|(place, id)| self.part(*id, hint, &format!("Item{place}")));
                let items: Vec<Value> = items.collect();
                json!({"type": "array", "items": items, "minItems": count, "maxItems": count})
            }
            Shape::Map(value) => self.map(*value, hint, "Value"),
            Shape::Ref(target) => self.place(*target, hint),
            Shape::Any | Shape::Never | Shape::Values(_) | Shape::Object(_) | Shape::Union(_) => json!({}),
        }
    }
}

/// A schema of these keywords. The macro `json!` would copy their values.
pub(super) fn schema(keywords: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)).collect()
}
