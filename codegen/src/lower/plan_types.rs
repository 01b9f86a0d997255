//! Writes what typify cannot carry into the Plan, and leaves a plain schema.

use super::collapse_unions::ANY_OF_REQUIRED;
use super::draft::{Draft, Schema, branches, flag, source, text, texts};
use super::names::{field_ident, variant_ident};
use super::notes;
use super::plan_text::plan_text;
use super::tell_branches::TOLD;
use super::tolerate::{IGNORE_UNLISTED, KEEP_UNKNOWN, LENIENT};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Document;
use crate::plan::{
    BranchPlan, Choice, EnumPlan, FieldPlan, ObjectPlan, Presence, Shape, TypePlan, UnionPlan, Unlisted, VariantPlan,
};
use crate::pointer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Writes what typify cannot carry into the Plan, and leaves a plain schema with Rust names.
///
/// Applies to all definitions, which by now are the types. Properties and enum values get their
/// Rust names in the plain schema, so that the code can be matched with the Plan; their names in
/// JSON are in the Plan.
pub(super) fn plan_types(draft: &mut Draft<'_>) {
    let Draft { document, definitions, plan, diagnostics, .. } = draft;
    for (name, definition) in definitions {
        let Some(schema) = definition.as_object_mut() else { continue };
        let pointer = source(schema).to_owned();
        let docs = notes::paragraphs(schema, Some(name));
        let shape = shape(schema, &pointer, diagnostics);
        if let Shape::Enum(planned) = &shape {
            diagnostics.extend(same_variants(planned, &pointer, document));
        }
        plan.types.push(TypePlan { name: name.clone(), pointer, docs, shape });
    }
}

fn shape(schema: &mut Schema, at: &str, diagnostics: &mut Vec<Diagnostic>) -> Shape {
    if schema.contains_key("enum") {
        return Shape::Enum(plan_enum(schema));
    }
    if schema.contains_key(TOLD) {
        return Shape::Union(plan_union(schema));
    }
    match text(schema, "type") {
        Some("object") if schema.contains_key("properties") || !is_open(schema) => {
            Shape::Object(plan_object(schema, at, diagnostics))
        }
        Some("string") if ["pattern", "minLength", "maxLength"].iter().any(|keyword| schema.contains_key(*keyword)) => {
            Shape::Text(plan_text(schema, at, diagnostics))
        }
        _ => Shape::Newtype,
    }
}

/// Whether an object may have members that the schema does not list.
fn is_open(schema: &Schema) -> bool {
    !schema.contains_key(IGNORE_UNLISTED) && schema.get("additionalProperties") != Some(&Value::Bool(false))
}

fn plan_object(schema: &mut Schema, at: &str, diagnostics: &mut Vec<Diagnostic>) -> ObjectPlan {
    let required: BTreeSet<String> = texts(schema, "required").map(str::to_owned).collect();
    let properties = match schema.remove("properties") {
        Some(Value::Object(properties)) => properties,
        _ => Schema::new(),
    };
    let mut fields: Vec<FieldPlan> = Vec::new();
    let mut plain = Schema::new();
    let (mut idents, mut wires) = (BTreeMap::<String, String>::new(), BTreeMap::<String, String>::new());
    let place = |wire: &str| pointer::join(&pointer::join(at, "properties"), wire);
    for (wire, property) in properties {
        let field = plan_field(&wire, &property, required.contains(&wire));
        match idents.get(&field.ident) {
            Some(other) => diagnostics.push(same_ident((&wire, &place(&wire)), (other, &place(other)), &field.ident)),
            None => drop(idents.insert(field.ident.clone(), wire.clone())),
        }
        wires.insert(wire, field.ident.clone());
        plain.insert(field.ident.clone(), property);
        fields.push(field);
    }
    let unlisted = plan_unlisted(schema, &fields);
    let ident = |wire: &str| wires.get(wire).cloned();
    let required = texts(schema, "required").filter_map(ident).collect::<Vec<_>>();
    let any_of = schema.get(ANY_OF_REQUIRED).and_then(Value::as_array).into_iter().flatten();
    let any_of = any_of.filter_map(Value::as_array);
    let any_of = any_of.map(|names| names.iter().filter_map(Value::as_str).filter_map(ident).collect()).collect();
    schema.insert("required".to_owned(), json!(required));
    schema.insert("properties".to_owned(), Value::Object(plain));
    ObjectPlan { fields, unlisted, any_of }
}

fn plan_field(wire: &str, property: &Value, required: bool) -> FieldPlan {
    let empty = Schema::new();
    let property = property.as_object().unwrap_or(&empty);
    let presence = match (required, flag(property, "x-lower-nullable"), flag(property, LENIENT)) {
        (true, ..) => Presence::Required,
        (false, true, _) => Presence::OptionalNullable,
        (false, false, true) => Presence::Lenient,
        (false, false, false) => Presence::Optional,
    };
    FieldPlan { ident: field_ident(wire), wire: wire.to_owned(), presence, docs: notes::paragraphs(property, None) }
}

/// typify takes an absent `additionalProperties` for "none that I keep", so the object says it.
fn plan_unlisted(schema: &mut Schema, fields: &[FieldPlan]) -> Unlisted {
    if schema.contains_key(IGNORE_UNLISTED) {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
        return Unlisted::Ignore;
    }
    match schema.get("additionalProperties") {
        Some(Value::Bool(false)) => return Unlisted::Refuse,
        Some(Value::Object(_)) => {}
        _ => {
            schema.insert("additionalProperties".to_owned(), json!({}));
        }
    }
    let mut name = "additional_properties".to_owned();
    while fields.iter().any(|field| field.ident == name) {
        name.push('_');
    }
    Unlisted::Keep(name)
}

fn plan_enum(schema: &mut Schema) -> EnumPlan {
    let variant = |wire: &str| {
        let ident = variant_ident(wire).unwrap_or_else(|| symbols(wire));
        VariantPlan { ident, wire: wire.to_owned() }
    };
    let variants: Vec<VariantPlan> = texts(schema, "enum").map(variant).collect();
    let open = text(schema, "x-speakeasy-unknown-values") == Some("allow");
    let unknown = open.then(|| free_variant(|name| variants.iter().any(|variant| variant.ident == name)));
    let idents: Vec<&str> = variants.iter().map(|variant| variant.ident.as_str()).collect();
    schema.insert("enum".to_owned(), json!(idents));
    schema.insert("type".to_owned(), Value::from("string"));
    EnumPlan { variants, unknown }
}

/// The values of an enum that would get the name of one before them.
fn same_variants(plan: &EnumPlan, at: &str, document: &Document) -> Vec<Diagnostic> {
    let under = pointer::join(at, "enum");
    let listed = document.root().pointer(&under).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let place = |variant: &VariantPlan| {
        let index = listed.iter().position(|value| *value == variant.wire.as_str());
        index.map_or(under.clone(), |index| pointer::join(&under, &index.to_string()))
    };
    let mut first: BTreeMap<&str, &VariantPlan> = BTreeMap::new();
    let mut found = Vec::new();
    for variant in &plan.variants {
        match first.get(variant.ident.as_str()) {
            Some(other) => {
                found.push(same_ident((&variant.wire, &place(variant)), (&other.wire, &place(other)), &variant.ident));
            }
            None => {
                first.insert(&variant.ident, variant);
            }
        }
    }
    found
}

/// A variant for a value without a letter or digit: the empty string, or `<=`.
fn symbols(value: &str) -> String {
    let codes: Vec<String> = value.chars().map(|symbol| format!("U{:04X}", u32::from(symbol))).collect();
    if codes.is_empty() { "Empty".to_owned() } else { codes.concat() }
}

/// A name for the variant that keeps what the schema does not list.
fn free_variant(is_taken: impl Fn(&str) -> bool) -> String {
    let names = ["Unknown", "Unlisted", "UnknownValue", "UnlistedValue"];
    names.into_iter().find(|name| !is_taken(name)).unwrap_or("NotInTheSchema").to_owned()
}

fn plan_union(schema: &mut Schema) -> UnionPlan {
    let told = schema.remove(TOLD).unwrap_or_default();
    let branch = |told: &Value| BranchPlan {
        variant: told["variant"].as_str().unwrap_or_default().to_owned(),
        tags: told["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
    };
    let all: Vec<BranchPlan> = told.as_array().into_iter().flatten().map(branch).collect();
    let tag = schema.get("discriminator").and_then(|told| told["propertyName"].as_str()).map(str::to_owned);
    let keeps = schema.contains_key(KEEP_UNKNOWN);
    let is_taken = |name: &str| all.iter().any(|branch| branch.variant == name);
    let unknown = (keeps && tag.is_some()).then(|| free_variant(is_taken));
    let (keyword, inner) = branches(schema).unwrap_or(("oneOf", &[]));
    let plain = Value::Array(inner.to_vec());
    let choice = if keeps || keyword == "anyOf" { Choice::First } else { Choice::ExactlyOne };
    *schema = Schema::new();
    schema.insert("oneOf".to_owned(), plain);
    UnionPlan { tag, branches: all, unknown, choice }
}

/// Each of the two is a name in JSON and the pointer to what has it.
fn same_ident((one, here): (&str, &str), (other, there): (&str, &str), ident: &str) -> Diagnostic {
    Diagnostic::error(
        Code::NameCollision,
        here,
        format!("`{one}` and `{other}` would both be named `{ident}`"),
        "the two differ only in what Rust names cannot hold; rename one of them",
    )
    .with_related(there, "the other one")
}
