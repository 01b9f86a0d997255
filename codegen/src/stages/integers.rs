//! Integers of which `1.0` is one, of all widths, and exact numbers: the plain schema and the Plan are written by hand.
//!
//! What is pinned here is compiled and read by `tests/cases/tests/integers.rs`.

use crate::names::method_part;
use crate::plan::{
    BranchPlan, Choice, FieldPlan, ObjectPlan, Plan, Presence, Shape, Strings, TypePlan, UnionPlan, Unlisted,
};
use crate::print::{self, Header};
use crate::refine::{self, Placement, Style};
use crate::types;
use insta::{Settings, assert_binary_snapshot};
use serde_json::{Value, json};

#[test]
fn whole_numbers_are_read_as_integers() {
    let mut beside = Settings::clone_current();
    beside.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/snapshots"));
    beside.set_prepend_module_to_snapshot(false);
    beside.set_omit_expression(true);
    beside.bind(|| {
        assert_binary_snapshot!("integers_owned.rs", module(Strings::Owned, true).into_bytes());
        assert_binary_snapshot!("integers_borrowed.rs", module(Strings::Borrowed, true).into_bytes());
    });
}

#[test]
fn integers_alone_are_read_as_serde_does() {
    let code = module(Strings::Owned, false);
    assert!(!code.contains("mod lent") && !code.contains("mod whole_numbers"), "{code}");
}

fn module(strings: Strings, whole_numbers: bool) -> String {
    let file = types::types(plain(), &[]).unwrap();
    let plan = Plan { whole_numbers, ..plan() };
    let style = Style { placement: Placement::Inside, schema_text: None, strings, setters: false };
    let refined = refine::refine(file, &plan, &style).unwrap();
    print::print(refined.file, &refined.support, Header { command: "test", source: "integers.json" })
}

fn integer() -> Value {
    json!({"type": "integer"})
}

fn map_of(value: &Value) -> Value {
    json!({"type": "object", "additionalProperties": value})
}

fn list_of(value: &Value) -> Value {
    json!({"type": "array", "items": value})
}

/// The fields of the root: their name, schema and presence.
fn fields() -> Vec<(&'static str, Value, Presence)> {
    let format = |format: &str| json!({"type": "integer", "format": format});
    vec![
        ("age", integer(), Presence::Required),
        ("optional", integer(), Presence::Optional),
        ("lenient", integer(), Presence::Lenient),
        ("three", integer(), Presence::OptionalNullable),
        ("list", list_of(&integer()), Presence::Optional),
        ("map", map_of(&list_of(&integer())), Presence::Optional),
        ("names", list_of(&json!({"type": "string"})), Presence::Optional),
        ("i8", format("int8"), Presence::Optional),
        ("i16", format("int16"), Presence::Optional),
        ("i32", format("int32"), Presence::Optional),
        ("u8", format("uint8"), Presence::Optional),
        ("u16", format("uint16"), Presence::Optional),
        ("u32", format("uint32"), Presence::Optional),
        ("u64", format("uint64"), Presence::Optional),
        ("exact", json!({"type": "number", "format": "exact"}), Presence::Optional),
        ("float", json!({"type": "number"}), Presence::Optional),
        ("count", json!({"$ref": "#/definitions/Count"}), Presence::Optional),
        ("either", json!({"$ref": "#/definitions/Either"}), Presence::Optional),
        ("tagged", json!({"$ref": "#/definitions/Tagged"}), Presence::Optional),
        ("nothing", json!({"$ref": "#/definitions/Nothing"}), Presence::Optional),
        ("notes", json!({"$ref": "#/definitions/Notes"}), Presence::Optional),
    ]
}

fn plain() -> Value {
    let properties: serde_json::Map<String, Value> =
        fields().into_iter().map(|(name, schema, _)| (name.to_owned(), schema)).collect();
    let branch = |kind: &Value, properties: &Value| json!({"title": kind, "type": "object", "properties": properties});
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {
            "Root": {
                "type": "object", "properties": properties, "required": ["age"], "additionalProperties": integer()
            },
            "Count": list_of(&integer()),
            "Either": {"anyOf": [integer(), list_of(&integer()), {"$ref": "#/definitions/Text"}]},
            "Text": {"type": "string"},
            "Level": branch(&json!("Level"), &json!({"kind": {"type": "string"}, "level": {"type": "integer", "format": "uint8"}})),
            "Exact": branch(&json!("Exact"), &json!({"value": {"type": "number", "format": "exact"}})),
            "Tagged": {"oneOf": [{"$ref": "#/definitions/Level"}, {"$ref": "#/definitions/Exact"}, map_of(&integer())]},
            "Nothing": {"type": "object", "properties": {}, "additionalProperties": false},
            "Notes": {"type": "object", "properties": {"size": integer()}, "additionalProperties": {"$ref": "#/definitions/Text"}},
        }
    })
}

fn object(fields: &[(&str, Presence)], unlisted: Unlisted) -> Shape {
    let field = |(name, presence): &(&str, Presence)| FieldPlan {
        ident: (*name).to_owned(),
        wire: (*name).to_owned(),
        presence: *presence,
        docs: Vec::new(),
    };
    Shape::Object(ObjectPlan {
        fields: fields.iter().map(field).collect(),
        unlisted,
        patterns: Vec::new(),
        any_of: Vec::new(),
        seen: None,
    })
}

fn union(tag: Option<&str>, branches: &[(&str, &[&str])]) -> Shape {
    let branch = |(variant, tags): &(&str, &[&str])| BranchPlan {
        variant: (*variant).to_owned(),
        method: method_part(variant),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    let branches = branches.iter().map(branch).collect();
    Shape::Union(UnionPlan { tag: tag.map(str::to_owned), branches, unknown: None, choice: Choice::First })
}

fn plan() -> Plan {
    let kept = || Unlisted::Keep("other".to_owned());
    let own: Vec<(&str, Presence)> = fields().iter().map(|(name, _, presence)| (*name, *presence)).collect();
    let shapes = [
        ("Root", object(&own, kept())),
        ("Count", Shape::Newtype),
        ("Either", union(None, &[("Integer", &[]), ("List", &[]), ("Text", &[])])),
        ("Text", Shape::Newtype),
        ("Level", object(&[("kind", Presence::Optional), ("level", Presence::Optional)], Unlisted::Ignore)),
        ("Exact", object(&[("value", Presence::Optional)], Unlisted::Ignore)),
        ("Tagged", union(Some("kind"), &[("Level", &["level"]), ("Exact", &["exact"]), ("Map", &["map"])])),
        ("Nothing", object(&[], Unlisted::Refuse)),
        ("Notes", object(&[("size", Presence::Optional)], kept())),
    ];
    let types = shapes.map(|(name, shape)| TypePlan {
        name: name.to_owned(),
        pointer: format!("/definitions/{name}"),
        docs: Vec::new(),
        shape,
        rule: None,
    });
    Plan { root: Some("Root".to_owned()), types: types.into(), ..Plan::default() }
}
