//! What the demands of a schema leave over (JSON Schema 2020-12 core, section 11).

use super::check_written;
use super::tables::judges;
use super::{Demand, Rule};
use serde_json::{Value, json};

#[test]
fn members_beside_others() {
    judges(
        json!({"properties": {"foo": {"type": "string"}}, "patternProperties": {"^b": true}, "unevaluatedProperties": false}),
        json!([{"foo": "x"}, {"foo": "x", "bar": 1}, 1, []]),
        json!([{"foo": "x", "car": 1}]),
    );
    judges(json!({"additionalProperties": true, "unevaluatedProperties": false}), json!([{"a": 1}]), json!([]));
    judges(
        json!({"unevaluatedProperties": {"type": "string", "minLength": 3}}),
        json!([{"a": "foo"}]),
        json!([{"a": "fo"}]),
    );
    judges(json!({"unevaluatedProperties": false}), json!([{}]), json!([{"a": 1}]));
}

#[test]
fn members_in_rules_of_rules() {
    let all =
        json!({"properties": {"foo": {}}, "allOf": [{"properties": {"bar": {}}}], "unevaluatedProperties": false});
    judges(all, json!([{"foo": 1, "bar": 1}]), json!([{"foo": 1, "bar": 1, "baz": 1}]));
    let any = json!({"properties": {"foo": {}}, "unevaluatedProperties": false, "anyOf": [
        {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]},
        {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]},
    ]});
    judges(
        any,
        json!([{"foo": 1, "bar": "bar"}, {"foo": 1, "bar": "bar", "baz": "baz"}]),
        json!([{"foo": 1, "bar": "bar", "baz": "not"}, {"foo": 1}, {"bar": "bar", "q": 1}]),
    );
    let one = json!({"unevaluatedProperties": false, "oneOf": [
        {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]},
        {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]},
    ]});
    judges(one, json!([{"bar": "bar"}]), json!([{"bar": "bar", "q": 1}]));
    let not = json!({"properties": {"foo": {}}, "not": {"not": {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}},
        "unevaluatedProperties": false});
    judges(not, json!([]), json!([{"foo": 1, "bar": "bar"}]));
    let condition = json!({
        "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]},
        "then": {"properties": {"bar": {}}, "required": ["bar"]},
        "else": {"properties": {"baz": {}}, "required": ["baz"]},
        "unevaluatedProperties": false,
    });
    judges(
        condition,
        json!([{"foo": "then", "bar": 1}, {"baz": 1}]),
        json!([{"foo": "then", "bar": 1, "baz": 1}, {"foo": "else", "baz": 1}]),
    );
    let dependent = json!({"properties": {"foo": {}}, "dependentSchemas": {"foo": {"properties": {"bar": {}}}},
        "unevaluatedProperties": false});
    judges(dependent, json!([{"foo": 1, "bar": 1}]), json!([{"bar": 1}]));
    let same =
        json!({"$ref": "#/$defs/bar", "unevaluatedProperties": false, "$defs": {"bar": {"properties": {"bar": {}}}}});
    judges(same, json!([{"bar": 1}]), json!([{"bar": 1, "foo": 1}]));
}

#[test]
fn members_in_nested_demands() {
    judges(
        json!({"allOf": [{"properties": {"foo": {}}, "unevaluatedProperties": true}], "unevaluatedProperties": false}),
        json!([{"foo": 1, "bar": 1}]),
        json!([]),
    );
    judges(
        json!({"allOf": [{"properties": {"foo": {}}, "unevaluatedProperties": false}], "properties": {"bar": {}}}),
        json!([{"foo": 1}]),
        json!([{"foo": 1, "bar": 1}]),
    );
    judges(
        json!({"allOf": [{"properties": {"foo": true}}, {"unevaluatedProperties": false}]}),
        json!([{}]),
        json!([{"foo": 1}]),
    );
    judges(
        json!({"type": "object", "properties": {"node": {"$ref": "#"}, "foo": {}}, "unevaluatedProperties": false}),
        json!([{"node": {"foo": 1}}, {"node": {"node": {}}}]),
        json!([{"node": {"bar": 1}}]),
    );
    judges(
        json!({"properties": {"foo": {"properties": {"bar": {}}}}, "unevaluatedProperties": false}),
        json!([{"foo": {"bar": 1, "faz": 1}}]),
        json!([{"foo": {}, "bar": 1}]),
    );
}

#[test]
fn elements() {
    judges(json!({"unevaluatedItems": false}), json!([[], {}]), json!([[1]]));
    judges(json!({"unevaluatedItems": {"type": "string"}}), json!([["a"]]), json!([[1]]));
    judges(json!({"prefixItems": [{}], "unevaluatedItems": false}), json!([[1], []]), json!([[1, 2]]));
    judges(json!({"items": {}, "unevaluatedItems": false}), json!([[1, 2]]), json!([]));
    judges(
        json!({"prefixItems": [{}], "allOf": [{"prefixItems": [true, {"type": "number"}]}], "unevaluatedItems": false}),
        json!([[1, 2]]),
        json!([[1, 2, 3], [1, "x"]]),
    );
    judges(
        json!({"prefixItems": [{"const": "foo"}], "unevaluatedItems": false, "anyOf": [
            {"prefixItems": [true, {"const": "bar"}]}, {"prefixItems": [true, true, {"const": "baz"}]}]}),
        json!([["foo", "bar"], ["foo", "bar", "baz"]]),
        json!([["foo", "bar", 1]]),
    );
    judges(
        json!({"contains": {"type": "string"}, "unevaluatedItems": {"type": "number"}}),
        json!([["a"], [1, "a", 2]]),
        json!([[1], ["a", null]]),
    );
    judges(
        json!({"allOf": [{"contains": {"multipleOf": 2}}, {"contains": {"multipleOf": 3}}], "unevaluatedItems": {"multipleOf": 5}}),
        json!([[2, 3, 4, 5, 6]]),
        json!([[2, 3, 4, 7, 8]]),
    );
    judges(
        json!({"if": {"contains": {"const": "a"}}, "then": {"if": {"contains": {"const": "b"}}}, "unevaluatedItems": false}),
        json!([[], ["a", "a"], ["a", "b"]]),
        json!([["b"], ["a", "c"]]),
    );
    judges(json!({"allOf": [{"prefixItems": [true]}, {"unevaluatedItems": false}]}), json!([[]]), json!([[1]]));
}

/// The walk is one pass: a rule at each level that tries its branches again for what they evaluate would take for ever.
#[test]
fn depth_costs_no_more_than_its_length() {
    let schema = json!({"unevaluatedProperties": false, "anyOf": [{"properties": {"child": {"$ref": "#"}}}]});
    let deep = (0..40).fold(json!({}), |inner, _| json!({"child": inner}));
    let wrong = (0..40).fold(json!({"x": 1}), |inner, _| json!({"child": inner}));
    judges(schema, json!([deep]), json!([wrong]));
}

static ENDLESS: Rule = Rule(&[Demand::AllOf(&[&Rule(&[Demand::Same(&ENDLESS)])])]);
static NOT_ENDLESS: Rule = Rule(&[Demand::Not(&NOT_ENDLESS), Demand::AnyOf(&[&ENDLESS])]);
static NESTED: Rule = Rule(&[Demand::AnyOf(&[
    &Rule(&[Demand::Items { prefix: &[], rest: Some(&Rule(&[Demand::Same(&NESTED)])) }]),
    &Rule(&[Demand::Never]),
])]);

#[test]
fn a_rule_without_an_end_is_kept_by_nothing() {
    for rule in [&ENDLESS, &NOT_ENDLESS] {
        let said = check_written(rule, &json!([1])).map_err(|error| error.to_string());
        assert_eq!(said, Err("an array is nested too deep".to_owned()));
    }
    let deepest: Value = serde_json::from_str(&["[".repeat(127), "]".repeat(127)].concat()).unwrap();
    assert_eq!(check_written(&NESTED, &deepest), Ok(()));
}
