//! Enums of JSON values, from the Plan on.

use crate::names::method_part;
use crate::plan::{
    BranchPlan, Choice, FieldPlan, Json, ObjectPlan, Plan, Presence, Shape, Strings, TypePlan, UnionPlan, Unlisted,
    ValuePlan, ValuesPlan,
};
use crate::print::{self, Header};
use crate::refine::{self, Placement, Style};
use crate::{api, types};
use insta::{Settings, assert_snapshot};
use serde_json::{Map, Value, json};

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Boolean(*value),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(elements) => Json::Array(elements.iter().map(json).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), json(value))).collect())
        }
    }
}

fn planned(name: &str, shape: Shape) -> TypePlan {
    TypePlan { name: name.to_owned(), pointer: format!("/definitions/{name}"), docs: Vec::new(), shape, rule: None }
}

/// The variants with their values.
fn values(name: &str, listed: &Value, unknown: Option<&str>) -> TypePlan {
    let variant = |(ident, value): (&String, &Value)| ValuePlan { ident: ident.clone(), value: json(value) };
    let variants = listed.as_object().unwrap().iter().map(variant).collect();
    planned(name, Shape::Values(ValuesPlan { variants, unknown: unknown.map(str::to_owned) }))
}

/// An object that holds one of each.
fn holder(types: &[TypePlan]) -> TypePlan {
    let field = |planned: &TypePlan| FieldPlan {
        ident: planned.name.to_lowercase(),
        wire: planned.name.clone(),
        presence: Presence::Required,
        docs: Vec::new(),
    };
    let fields = types.iter().map(field).collect();
    planned(
        "Holder",
        Shape::Object(ObjectPlan {
            fields,
            unlisted: Unlisted::Refuse,
            patterns: Vec::new(),
            any_of: Vec::new(),
            seen: None,
        }),
    )
}

/// A union without a tag, which asks its branches what is listed.
fn either() -> UnionPlan {
    let branch = |name: &str| BranchPlan { variant: name.to_owned(), method: method_part(name), tags: Vec::new() };
    let branches = vec![branch("Holder"), branch("Level")];
    UnionPlan { tag: None, branches, unknown: None, choice: Choice::First }
}

/// The schema that typify is given for such a plan.
fn plain(types: &[TypePlan]) -> Value {
    let mut definitions = Map::new();
    let mut properties = Map::new();
    for planned in types {
        let Shape::Values(plan) = &planned.shape else { continue };
        let idents: Vec<&str> = plan.variants.iter().map(|variant| variant.ident.as_str()).collect();
        definitions.insert(planned.name.clone(), json!({"type": "string", "enum": idents}));
        properties.insert(planned.name.to_lowercase(), json!({"$ref": format!("#/definitions/{}", planned.name)}));
    }
    let required: Vec<String> = properties.keys().cloned().collect();
    let holder =
        json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
    definitions.insert("Holder".to_owned(), holder);
    let branches = ["Holder", "Level"].map(|name| json!({"$ref": format!("#/definitions/{name}")}));
    definitions.insert("Either".to_owned(), json!({"oneOf": branches}));
    json!({"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions})
}

fn plan() -> (Value, Plan) {
    let mut types = vec![
        values("Size", &json!({"V1": 1, "Minus2": -2, "V1000000": 1_000_000}), None),
        values("Level", &json!({"V1": 1, "V2": 2, "Least": i64::MIN}), Some("Unknown")),
        values("Version", &json!({"V3": 3}), None),
        values("Always", &json!({"True": true}), None),
        values(
            "Mixed",
            &json!({
                "Null": null, "V1Point5": 1.5, "Minus1eMinus7": -1e-7, "Max": u64::MAX, "AB": "a`b", "Many": 1e300,
                "Array": [1, {"k": []}], "Object": {"b": 1, "a": false}, "V1Point0": 1.0
            }),
            None,
        ),
        values("Open", &json!({"V1Point5": 1.5, "X": "x", "X2": "X"}), Some("Unlisted")),
        values("OpenBoolean", &json!({"True": true}), Some("Unknown")),
        values("Nothing", &json!({"Object": {}}), None),
    ];
    let schema = plain(&types);
    types.push(holder(&types));
    types.push(planned("Either", Shape::Union(either())));
    (schema, Plan { types, whole_numbers: true, ..Plan::default() })
}

fn refined(strings: Strings) -> (refine::Refined, Plan) {
    let (schema, plan) = plan();
    let style = Style { placement: Placement::Crate, schema_text: None, strings, setters: false };
    (refine::refine(types::types(schema, &[]).unwrap(), &plan, &style).unwrap(), plan)
}

#[test]
fn values_become_enums() {
    let mut beside = Settings::clone_current();
    beside.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/values"));
    beside.set_prepend_module_to_snapshot(false);
    beside.set_omit_expression(true);
    let _bound = beside.bind_to_scope();
    let header = Header { command: "test", source: "values" };
    let (code, plan) = refined(Strings::Owned);
    let text = print::print(code.file.clone(), "", header);
    assert_snapshot!("code", text);
    let (borrowed, _) = refined(Strings::Borrowed);
    assert_eq!(print::print(borrowed.file, "", header), text, "none of them borrows");
    let items = api::public_items(&code.file, &plan);
    let given = items.iter().map(|ty| {
        let names: Vec<&str> = ty.items.iter().map(|item| item.name.as_str()).collect();
        format!("{}: {}\n", ty.name, names.join(", "))
    });
    assert_snapshot!("items", given.collect::<String>());
}
