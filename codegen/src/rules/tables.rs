//! Schemas, with values that fit and values that do not.

use super::{check, check_written, leak::leak, unique_items};
use crate::load::Document;
use crate::model::{Choices, Model};
use crate::plan::{Reading, RuleId, RulePlan};
use crate::schema::Schema;
use serde_json::{Value, json};

/// The rules of a schema of JSON Schema 2020-12, and the one that it is by its letter.
fn letter(schema: &Value) -> (Vec<RulePlan>, RuleId) {
    let document = Document::parse("table.json", schema.to_string()).unwrap();
    let (schema, _) = Schema::read(&document, &[(String::new(), schema.clone())], false).unwrap();
    Model::letter(&schema, Choices { untyped_exact: true, exact_numbers: true, ..Choices::of(Reading::Strict) })
}

/// Takes `fit` and `refused` as lists.
#[track_caller]
pub(super) fn judges(schema: Value, fit: Value, refused: Value) {
    let (rules, letter) = letter(&schema);
    let rule = leak(&rules, letter);
    for value in fit.as_array().unwrap() {
        assert_eq!(check_written(rule, value).map_err(|error| error.to_string()), Ok(()), "{schema} on {value}");
    }
    for value in refused.as_array().unwrap() {
        assert!(check_written(rule, value).is_err(), "{schema} takes {value}");
    }
}

#[track_caller]
fn says(schema: Value, value: Value, reason: &str) {
    let (rules, letter) = letter(&schema);
    assert_eq!(check(&rules, letter, &value), Err(reason.to_owned()));
}

#[test]
fn types_and_values() {
    judges(json!({"type": "integer"}), json!([1, 1.0, -3, 1e20]), json!([1.1, "1", null, {}, [], true]));
    judges(json!({"type": ["number", "null"]}), json!([1, 1.5, null]), json!(["", false]));
    judges(json!({"type": "object"}), json!([{}]), json!([[], 1, null]));
    judges(
        json!({"enum": [6, "foo", [], true, {"foo": 12}]}),
        json!([6, 6.0, [], {"foo": 12.0}]),
        json!([7, {"foo": false}, 1]),
    );
    judges(
        json!({"const": {"a": 1, "b": 2}}),
        json!([{"b": 2, "a": 1}]),
        json!([{"a": 1}, [1, 2], {"a": 1, "b": 2, "c": 3}]),
    );
    judges(json!({"const": false}), json!([false]), json!([0, [], null]));
    judges(json!({"const": 0}), json!([0, 0.0, -0.0]), json!([false, "0", [], {}]));
    judges(json!({"const": [false]}), json!([[false]]), json!([[0], [0.0]]));
    judges(
        json!({"enum": ["hello\u{0}there", 9_007_199_254_740_992_u64]}),
        json!(["hello\u{0}there"]),
        json!(["hellothere", 9_007_199_254_740_991_u64]),
    );
    judges(json!(false), json!([]), json!([1, null, {}]));
    judges(json!(true), json!([1, null, {}]), json!([]));
}

#[test]
fn strings() {
    judges(json!({"minLength": 2}), json!(["fo", 100, "\u{1f4a9}\u{1f4a9}"]), json!(["f", "\u{1f4a9}"]));
    judges(json!({"maxLength": 2}), json!(["fo", "\u{1f4a9}\u{1f4a9}", 100]), json!(["foo"]));
    judges(json!({"pattern": "^a*$"}), json!(["aaa", "", 1, {}, null]), json!(["abc"]));
    judges(json!({"pattern": "a+"}), json!(["xxaayy"]), json!(["b"]));
}

#[test]
fn arrays() {
    judges(json!({"minItems": 1}), json!([[1], ""]), json!([[]]));
    judges(json!({"maxItems": 2}), json!([[1, 2], "foo"]), json!([[1, 2, 3]]));
    judges(
        json!({"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": false}),
        json!([[1, "a"], [1], [], {"0": "a"}]),
        json!([["a", 1], [1, "a", 2]]),
    );
    judges(json!({"items": {"type": "integer"}}), json!([[1, 2], {}, []]), json!([[1, "x"]]));
    judges(json!({"contains": {"minimum": 5}}), json!([[3, 4, 5], [5, 5], {}]), json!([[2, 3], []]));
    judges(json!({"contains": {"const": 1}, "minContains": 0}), json!([[], [2], [1]]), json!([]));
    judges(
        json!({"contains": {"const": 1}, "minContains": 2, "maxContains": 3}),
        json!([[1, 1], [1, 2, 1, 1]]),
        json!([[1], [1, 1, 1, 1], []]),
    );
    judges(json!({"maxContains": 1, "minContains": 3}), json!([[1, 2], []]), json!([]));
}

#[test]
fn unique_elements() {
    judges(
        json!({"uniqueItems": true}),
        json!([
            [1, true], [0, false], [{"a": false}, {"a": 0}], [[1], [true]], [[0], [false]], ["1", 1], [[[1], "a"], [[true], "a"]],
            [{"a": 1, "b": 2}, {"a": 2, "b": 1}], ["a,b", "a", "b"], [{}, [], null, "", "null"], ["\"", "\\\""], 1, [1, 0.1, 10, 100],
            [-1, 1]
        ]),
        json!([
            [1, 1], [1.0, 1.00, 1], [{"a": 1, "b": 2}, {"b": 2, "a": 1}], [[1.0], [1]], ["foo", "bar", "foo"], [0, -0.0],
            [{"a": {"b": [true]}}, 1, {"a": {"b": [true]}}], [[], []], [null, null], [10, 1e1], [100, 1e2, 1]
        ]),
    );
    let many: Vec<Value> = (0..200_000).map(Value::from).collect();
    judges(json!({"uniqueItems": true}), json!([many]), json!([]));
    assert_eq!(unique_items::check(&[1.5, 2.5], true), Ok(()));
    let said = unique_items::check(&["a", "b", "a"], true).map_err(|error| error.to_string());
    assert_eq!(said, Err("elements 0 and 2 are equal".to_owned()));
}

#[test]
fn objects() {
    judges(json!({"minProperties": 1}), json!([{"a": 1}, [], ""]), json!([{}]));
    judges(json!({"maxProperties": 1}), json!([{"a": 1}, [1, 2]]), json!([{"a": 1, "b": 2}]));
    judges(json!({"required": ["foo", "__proto__"]}), json!([{"foo": 1, "__proto__": 2}, []]), json!([{"foo": 1}, {}]));
    judges(json!({"propertyNames": {"maxLength": 3}}), json!([{"f": {}, "foo": {}}, {}, [1]]), json!([{"foobar": {}}]));
    judges(
        json!({"properties": {"foo": {"type": "array", "maxItems": 3}}, "patternProperties": {"f.o": {"minItems": 2}},
            "additionalProperties": {"type": "integer"}}),
        json!([{"foo": [1, 2]}, {"fxo": [1, 2]}, {"quux": 3}, 1]),
        json!([{"foo": [1, 2, 3, 4]}, {"foo": []}, {"fxo": []}, {"quux": "foo"}]),
    );
    judges(
        json!({"patternProperties": {"^v": {}}, "additionalProperties": false}),
        json!([{"vx": 1}]),
        json!([{"x": 1}]),
    );
    judges(
        json!({"dependentRequired": {"quux": ["foo", "bar"]}}),
        json!([{}, {"foo": 1}, {"quux": 1, "foo": 1, "bar": 1}, "quux"]),
        json!([{"foo": 1, "quux": 2}]),
    );
    judges(
        json!({"dependentSchemas": {"bar": {"properties": {"foo": {"type": "integer"}}}, "no": false}}),
        json!([{"foo": 1, "bar": 2}, {"foo": "x"}, ["bar"]]),
        json!([{"foo": "x", "bar": 2}, {"no": 1}]),
    );
}

#[test]
fn rules_of_rules() {
    judges(json!({"allOf": [{"minimum": 2}, {"maximum": 3}]}), json!([2, 3, "x"]), json!([1, 4]));
    judges(json!({"anyOf": [{"type": "integer"}, {"minimum": 2}]}), json!([1, 2.5, "x"]), json!([1.5]));
    judges(json!({"oneOf": [{"type": "integer"}, {"minimum": 2}]}), json!([1, 2.5]), json!([3, 1.5]));
    judges(json!({"oneOf": [true, true, true]}), json!([]), json!(["foo"]));
    judges(json!({"not": {"type": "integer"}}), json!(["foo", 1.1]), json!([1]));
    judges(json!({"not": {"not": {}}}), json!([1]), json!([]));
    judges(json!({"not": {}}), json!([]), json!([1]));
    judges(
        json!({"if": {"exclusiveMaximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}}),
        json!([-1, 4, "x"]),
        json!([-100, 3]),
    );
    judges(json!({"if": {"const": 1}}), json!([1, 2]), json!([]));
    judges(json!({"then": {"const": 0}}), json!([0, "x"]), json!([]));
}

#[test]
fn rules_that_name_themselves() {
    judges(
        json!({"properties": {"foo": {"$ref": "#"}}, "additionalProperties": false}),
        json!([{"foo": false}, {"foo": {"foo": false}}]),
        json!([{"bar": false}, {"foo": {"bar": false}}]),
    );
    judges(
        json!({"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object", "required": ["value"],
            "properties": {"value": {"type": "number"}, "nodes": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}}),
        json!([{"value": 1, "nodes": [{"value": 2, "nodes": []}]}]),
        json!([{"value": 1, "nodes": [{"value": 2, "nodes": [{"value": "x"}]}]}]),
    );
}

#[test]
fn reasons_and_places() {
    let members = json!({"properties": {"members": {"items": {"properties": {"age": {"minimum": 10}}}}}});
    says(members, json!({"members": [{"age": 5}]}), "members/0/age: 5 is less than the minimum 10");
    says(json!({"properties": {"tags": {"minItems": 2}}}), json!({"tags": [1]}), "tags: has fewer than 2 elements");
    says(json!({"type": ["string", "null"]}), json!(1), "invalid type: 1, expected null or a string");
    says(
        json!({"enum": [1, "a", {"b": [null]}]}),
        json!([]),
        r#"invalid value: an array, expected 1 or "a" or {"b": [null]}"#,
    );
    says(json!({"items": {"pattern": "^a"}}), json!(["a", "b"]), r#"1: "b" does not match ^a"#);
    says(json!({"required": ["a", "b"]}), json!({"a": 1}), "missing field `b`");
    says(json!({"dependentRequired": {"a": ["b"]}}), json!({"a": 1}), "missing field `b`");
    says(json!({"propertyNames": {"maxLength": 1}}), json!({"a": 1, "bc": 1}), r#""bc" has more than 1 characters"#);
    says(json!({"uniqueItems": true}), json!([1, 2, 1.0]), "elements 0 and 2 are equal");
    says(json!({"properties": {"a": false}}), json!({"a": "x"}), r#"a: "x" is not allowed"#);
    says(
        json!({"anyOf": [{"type": "string"}, {"properties": {"a": {"maximum": 1}}}]}),
        json!({"a": 2}),
        "no branch of anyOf fits (invalid type: an object, expected a string; a: 2 is greater than the maximum 1)",
    );
    says(json!({"oneOf": [true, false, {}]}), json!(1), "more than one branch of oneOf fits: 0, 2");
    says(json!({"contains": {"const": 1}}), json!([2]), "has fewer than 1 elements of a kind");
}
