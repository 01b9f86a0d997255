//! The Plan: what typify cannot carry of each type.

use super::naming::Naming;
use crate::model::{
    ArrayShape, Field, ObjectShape, PatternMembers, Rest, Shape, TextShape, Ty, TyId, UnionKeyword, UnionShape,
    ValuesShape, Words, pattern_plan,
};
use crate::names::{Taken, field_ident, method_part, value_idents};
use crate::plan::{
    BranchPlan, CheckedPlan, Choice, EnumPlan, FieldPlan, Json, ObjectPlan, PatternFieldPlan, Presence, RuleId,
    TextPlan, TypePlan, UnionPlan, Unlisted, ValuePlan, ValuesPlan, VariantPlan,
};
use serde_json::{Value, json};

/// What is said of a type that is only for writing.
const WRITTEN: &str = "As it is sent: without members that are only read.";

/// What typify cannot say about a type; its own part of the plain schema is completed.
pub(super) fn type_plan(
    naming: &Naming<'_>,
    name: &str,
    id: TyId,
    plain: &mut Value,
    rule: Option<RuleId>,
) -> TypePlan {
    let ty = naming.model.ty(id);
    let shape = shape_plan(naming, ty, plain, rule.is_some());
    let mut docs = ty.words.paragraphs(Some(name));
    docs.extend(naming.model.written.contains_key(&id).then(|| WRITTEN.to_owned()));
    TypePlan { name: name.to_owned(), pointer: ty.at.clone(), docs, shape, rule }
}

/// A root that allows null: a newtype around the type proper, or nothing.
pub(super) fn nullable_root(naming: &Naming<'_>, name: &str, id: TyId) -> TypePlan {
    let ty = naming.model.ty(id);
    let docs = ty.words.paragraphs(Some(name));
    TypePlan { name: name.to_owned(), pointer: ty.at.clone(), docs, shape: crate::plan::Shape::Newtype, rule: None }
}

fn shape_plan(naming: &Naming<'_>, ty: &Ty, plain: &mut Value, has_rule: bool) -> crate::plan::Shape {
    use crate::plan::Shape as Planned;
    let checked = |plan: CheckedPlan| {
        if plan == CheckedPlan::default() && !has_rule { Planned::Newtype } else { Planned::Checked(plan) }
    };
    match &ty.shape {
        Shape::Object(shape) => Planned::Object(object_plan(naming, shape, &ty.at)),
        Shape::Values(shape) => values_plan(naming, shape, &ty.at, plain),
        Shape::Union(shape) => Planned::Union(union_plan(naming, shape)),
        Shape::Text(shape) if *shape != TextShape::default() => {
            *plain = json!({"type": "string", "minLength": 1});
            Planned::Text(text_plan(shape))
        }
        Shape::Integer(shape) => checked(CheckedPlan { numbers: shape.bounds.clone(), ..CheckedPlan::default() }),
        Shape::Number(shape) => checked(CheckedPlan { numbers: shape.bounds.clone(), ..CheckedPlan::default() }),
        Shape::Array(shape) => checked(array_plan(shape)),
        Shape::Never => Planned::Checked(CheckedPlan::default()),
        _ => checked(CheckedPlan::default()),
    }
}

fn array_plan(shape: &ArrayShape) -> CheckedPlan {
    let ArrayShape { min_items, max_items, unique_items, .. } = *shape;
    CheckedPlan { numbers: Vec::new(), min_items, max_items, unique_items }
}

fn object_plan(naming: &Naming<'_>, shape: &ObjectShape, at: &str) -> ObjectPlan {
    let idents = field_idents(naming, shape, at);
    let fields: Vec<FieldPlan> =
        shape.fields.iter().zip(&idents).map(|(field, ident)| field_plan(naming, field, ident)).collect();
    let pattern_idents = pattern_idents(shape, &idents);
    let patterns = shape.patterns.iter().zip(&pattern_idents).filter_map(|(members, ident)| {
        Some(PatternFieldPlan { ident: ident.clone(), pattern: pattern_plan(&members.pattern)? })
    });
    let ident = |wire: &String| fields.iter().find(|field| field.wire == *wire).map(|field| field.ident.clone());
    let any_of = shape.any_of.iter().map(|names| names.iter().filter_map(ident).collect()).collect();
    let unlisted = match shape.rest {
        Rest::Refused => Unlisted::Refuse,
        Rest::Ignored => Unlisted::Ignore,
        Rest::Kept(_) => Unlisted::Keep(free_field(&[idents, pattern_idents.clone()].concat())),
    };
    ObjectPlan { patterns: patterns.collect(), fields, unlisted, any_of, seen: None }
}

fn field_plan(naming: &Naming<'_>, field: &Field, ident: &str) -> FieldPlan {
    let model = naming.model;
    let holds_null = !matches!(model.ty(model.follow(field.ty)).shape, Shape::Any | Shape::Null);
    let is_nullable = model.allows_null(field.ty) && holds_null;
    let presence = match (field.is_required, is_nullable, field.is_lenient) {
        (true, ..) => Presence::Required,
        (false, true, _) => Presence::OptionalNullable,
        (false, false, true) => Presence::Lenient,
        (false, false, false) => Presence::Optional,
    };
    FieldPlan {
        ident: ident.to_owned(),
        wire: field.name.clone(),
        presence,
        docs: field_words(naming, field.ty).paragraphs(None),
    }
}

/// What is said of a member where it stands, else of what it refers to where that is no type with docs of its own.
fn field_words(naming: &Naming<'_>, id: TyId) -> Words {
    let mut words = naming.model.ty(id).words.clone();
    if naming.name(naming.model.follow(id)).is_some() {
        return words;
    }
    let mut next = id;
    while let Shape::Ref(target) = naming.model.ty(next).shape {
        let other = &naming.model.ty(target).words;
        words.title = words.title.or_else(|| other.title.clone());
        words.description = words.description.or_else(|| other.description.clone());
        if words.notes.is_empty() {
            words.notes.clone_from(&other.notes);
        }
        next = target;
    }
    words
}

/// The names of the fields, in their order: what the user wants, and what is made of theirs; those that collide are
/// numbered.
pub(super) fn field_idents(naming: &Naming<'_>, shape: &ObjectShape, at: &str) -> Vec<String> {
    let mut taken = Taken::default();
    let own = shape.fields.iter().map(|field| taken.take(field_ident(&field.name))).collect();
    naming.wishes.fields(naming.model, at, &shape.fields, own)
}

/// The names of the fields for members by pattern: `matching_x` for `^x-`.
pub(super) fn pattern_idents(shape: &ObjectShape, fields: &[String]) -> Vec<String> {
    let mut taken = Taken::default();
    for ident in fields {
        taken.take(ident.clone());
    }
    let wanted = |members: &PatternMembers| {
        let ident = field_ident(&format!("matching {}", members.pattern));
        if ident.len() > LONGEST_BY_PATTERN { "matching".to_owned() } else { ident }
    };
    shape.patterns.iter().map(|members| taken.take(wanted(members))).collect()
}

/// How long the name of a field may be that is made of a pattern.
const LONGEST_BY_PATTERN: usize = 32;

fn free_field(idents: &[String]) -> String {
    let mut name = "additional_properties".to_owned();
    while idents.contains(&name) {
        name.push('_');
    }
    name
}

fn values_plan(naming: &Naming<'_>, shape: &ValuesShape, at: &str, plain: &mut Value) -> crate::plan::Shape {
    let values: Vec<Json> = shape.listed.iter().map(crate::model::json).collect();
    let idents = naming.wishes.values(at, &shape.listed, value_idents(&values));
    *plain = json!({"type": "string", "enum": idents});
    let unknown = shape.is_open.then(|| free_variant(|name| idents.iter().any(|ident| ident == name)));
    let strings: Option<Vec<&str>> = shape.listed.iter().map(Value::as_str).collect();
    if let Some(strings) = strings {
        let variants =
            idents.into_iter().zip(strings).map(|(ident, wire)| VariantPlan { ident, wire: wire.to_owned() });
        return crate::plan::Shape::Enum(EnumPlan { variants: variants.collect(), unknown });
    }
    let variants = idents.into_iter().zip(values).map(|(ident, value)| ValuePlan { ident, value });
    crate::plan::Shape::Values(ValuesPlan { variants: variants.collect(), unknown })
}

/// A name for the variant that keeps what the schema does not list.
fn free_variant(is_taken: impl Fn(&str) -> bool) -> String {
    let names = ["Unknown", "Unlisted", "UnknownValue", "UnlistedValue"];
    names.into_iter().find(|name| !is_taken(name)).unwrap_or("NotInTheSchema").to_owned()
}

fn text_plan(shape: &TextShape) -> TextPlan {
    let pattern = shape.pattern.as_deref().and_then(pattern_plan);
    TextPlan { pattern, min_length: shape.min_length, max_length: shape.max_length }
}

fn union_plan(naming: &Naming<'_>, shape: &UnionShape) -> UnionPlan {
    let mut taken = Taken::default();
    let named = shape.branches.iter().zip(naming.wishes.branches(shape));
    let branches = named.map(|(branch, variant)| BranchPlan {
        method: taken.take(method_part(&variant)),
        variant,
        tags: branch.tags.clone(),
    });
    let branches: Vec<BranchPlan> = branches.collect();
    let is_taken = |name: &str| branches.iter().any(|branch| branch.variant == name);
    let default = shape.default_branch();
    let keeps_unknown = shape.keeps_unknown && shape.tag.is_some() && default.is_none();
    let unknown = keeps_unknown.then(|| free_variant(is_taken));
    let choice = match (default, shape.keyword) {
        (Some(index), _) => Choice::Default(index),
        (None, UnionKeyword::OneOf) if !shape.keeps_unknown => Choice::ExactlyOne,
        _ if !shape.letters.is_empty() => Choice::FirstByLetter(shape.letters.clone()),
        _ => Choice::First,
    };
    UnionPlan { tag: shape.tag.clone(), branches, unknown, choice }
}
