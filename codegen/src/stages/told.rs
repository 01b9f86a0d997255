//! Which shape a schema has, and which tolerant unions have rules that tell their branches.

use crate::load::Document;
use crate::model::{Choices, Model, Shape};
use crate::plan::Reading;
use crate::schema::Schema;
use serde_json::{Value, json};

/// The shape of a schema.
fn shape(schema: &Value, choices: Choices) -> Shape {
    let document = Document::parse("schema.json", schema.to_string()).unwrap();
    let roots = [(String::new(), document.root().clone())];
    let (schema, _) = Schema::read(&document, &roots, false).unwrap();
    let (model, _) = Model::of(&schema, choices);
    model.ty(model.definition("").unwrap()).shape.clone()
}

/// Whether the union that a schema is has a rule for each branch.
fn has_letters(branches: &Value, choices: Choices) -> bool {
    let shape = shape(&json!({"oneOf": branches}), choices);
    matches!(shape, Shape::Union(shape) if shape.letters.len() == shape.branches.len())
}

#[test]
fn null_alone_that_is_refused_is_no_value() {
    let refused = json!({"type": "null", "not": {"type": "null"}});
    assert!(matches!(shape(&refused, Choices::of(Reading::Strict)), Shape::Never));
    assert!(matches!(shape(&refused, Choices::of(Reading::Tolerant)), Shape::Any));
    assert!(matches!(shape(&json!({"type": "null"}), Choices::of(Reading::Strict)), Shape::Null));
}

#[test]
fn bounds_are_a_width_where_they_are_its_range() {
    let format = |least: i64, most: i64| {
        let schema = json!({"type": "integer", "minimum": least, "maximum": most});
        let shape = shape(&schema, Choices::of(Reading::Strict));
        if let Shape::Integer(shape) = shape { shape.format } else { panic!("{shape:?}") }
    };
    assert_eq!([format(0, 255), format(-128, 127)], [Some("uint8"), Some("int8")]);
    assert_eq!([format(0, 256), format(-128, 128), format(1, 255)], [None; 3]);
}

#[test]
fn rules_tell_what_tolerant_types_do_not() {
    let tolerant = Choices::of(Reading::Tolerant);
    let exact = Choices { exact_numbers: true, ..tolerant };
    let list = |item: Value| json!({"type": "array", "items": item});
    let object = |kind: &str, id: Value| {
        let properties = json!({"kind": {"const": kind}, "id": id});
        json!({"type": "object", "properties": properties, "required": ["kind"]})
    };
    let short = json!({"type": "string", "maxLength": 3});
    let plain = json!({"type": "string"});
    let table = [
        (json!([short, plain]), tolerant, true),
        (json!([list(short.clone()), list(plain.clone())]), tolerant, true),
        (json!([object("a", short.clone()), object("a", plain.clone())]), tolerant, true),
        (json!([object("a", short.clone()), object("b", plain.clone())]), tolerant, false),
        (json!([list(json!({"oneOf": [plain, {"type": "integer"}]})), list(plain.clone())]), tolerant, true),
        (json!([list(json!({"oneOf": [plain]})), list(plain.clone())]), tolerant, false),
        (json!([short, {"type": "integer"}]), tolerant, false),
        (json!([plain, plain]), tolerant, false),
        (json!([{"type": "integer"}, {"type": "number"}]), tolerant, false),
        (json!([{"type": "integer"}, {"type": "number"}]), exact, true),
        (json!([{"type": "integer"}, plain]), exact, false),
        (json!([short, plain]), Choices::of(Reading::Strict), false),
    ];
    for (branches, choices, expected) in table {
        assert_eq!(has_letters(&branches, choices), expected, "{branches}");
    }
}
