//! Types with rules, made of a Plan that is written by hand: `tests/cases` compiles and runs what is made here.

use crate::names::method_part;
use crate::plan::{
    BranchPlan, CheckedPlan, Choice, ClassSequence, Demand, FieldPlan, Json, JsonType, Matcher, NumberDemand,
    ObjectPlan, PatternPlan, Plan, Presence, RuleId, RulePlan, Shape, Step, Strings, TypePlan, UnionPlan, Unlisted,
};
use crate::print::{Header, print};
use crate::refine::{Placement, Style, refine};
use crate::sync::{Output, write};
use crate::types::types;
use serde_json::{Value, json};
use std::path::Path;

/// The file is written anew with `RULED_UPDATE=1`.
#[test]
fn types_with_rules() {
    let file = types(schema(), &[]).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/src");
    for (strings, name) in [(Strings::Owned, "ruled.rs"), (Strings::Borrowed, "ruled_borrowed.rs")] {
        let style = Style { placement: Placement::Inside, schema_text: None, strings, setters: false };
        let refined = refine(file.clone(), &plan(), &style).unwrap();
        let header =
            Header { command: "RULED_UPDATE=1 cargo test -p clerk-codegen", source: "codegen/src/stages/ruled.rs" };
        let output = Output { path: folder.join(name), text: print(refined.file, &refined.support, header) };
        if std::env::var_os("RULED_UPDATE").is_some() {
            write(&output, false).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&output.path).unwrap(), output.text, "{name} is not what is generated");
    }
}

fn schema() -> Value {
    let to = |name: &str| json!({"$ref": format!("#/definitions/{name}")});
    let object = |properties: Value, required: &[&str]| json!({"type": "object", "properties": properties, "required": required, "additionalProperties": {}});
    json!({"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {
        "Person": object(json!({
            "name": {"type": "string"}, "age": to("Age"), "tags": to("Tags"), "friend": to("Person"), "pet": to("Pet"),
        }), &["name"]),
        "Age": {"type": "integer"},
        "Small": {"type": "integer", "format": "uint8"},
        "Huge": {"type": "integer"},
        "Price": {"type": "number"},
        "Tags": {"type": "array", "items": {"type": "string"}},
        "People": {"type": "array", "items": to("Person")},
        "Scores": {"type": "object", "additionalProperties": {"type": "integer"}},
        "Anything": {},
        "Pet": {"oneOf": [to("Cat"), to("Dog")]},
        "Cat": object(json!({"kind": {"type": "string"}, "lives": {"type": "integer"}}), &["kind"]),
        "Dog": object(json!({"kind": {"type": "string"}}), &["kind"]),
        "Key": {"oneOf": [to("Age"), to("Tags")]},
    }})
}

fn field(ident: &str, presence: Presence) -> FieldPlan {
    FieldPlan { ident: ident.to_owned(), wire: ident.to_owned(), presence, docs: Vec::new() }
}

fn object(required: &str, optional: &[&str]) -> Shape {
    let others = optional.iter().map(|ident| field(ident, Presence::Optional));
    let fields = std::iter::once(field(required, Presence::Required)).chain(others).collect();
    Shape::Object(ObjectPlan {
        fields,
        unlisted: Unlisted::Keep("other".to_owned()),
        patterns: Vec::new(),
        any_of: Vec::new(),
        seen: None,
    })
}

fn union(tag: Option<&str>, branches: &[(&str, &str)], choice: Choice) -> Shape {
    let branch = |(variant, tag): &(&str, &str)| BranchPlan {
        variant: (*variant).to_owned(),
        method: method_part(variant),
        tags: vec![(*tag).to_owned()],
    };
    let (tag, branches) = (tag.map(str::to_owned), branches.iter().map(branch).collect());
    Shape::Union(UnionPlan { tag, branches, unknown: None, choice })
}

fn numbers(demands: &[NumberDemand]) -> Shape {
    Shape::Checked(CheckedPlan { numbers: demands.to_vec(), ..CheckedPlan::default() })
}

fn plan() -> Plan {
    use NumberDemand::{ExclusiveMaximum, Maximum, Minimum, MultipleOf};
    let text = str::to_owned;
    let tags = CheckedPlan { min_items: Some(1), max_items: Some(3), unique_items: true, ..CheckedPlan::default() };
    let shapes = [
        ("Person", object("name", &["age", "tags", "friend", "pet"]), Some(0)),
        ("Age", numbers(&[Minimum(text("0.5")), Maximum(text("150")), Maximum(text("1e30"))]), None),
        ("Small", numbers(&[Minimum(text("0")), MultipleOf(text("2.5")), ExclusiveMaximum(text("250"))]), None),
        ("Huge", numbers(&[Minimum(text("-1e30")), Maximum(text("-1e30"))]), None),
        ("Price", numbers(&[Minimum(text("0")), ExclusiveMaximum(text("1e6")), MultipleOf(text("0.01"))]), None),
        ("Tags", Shape::Checked(tags), None),
        ("People", Shape::Checked(CheckedPlan { max_items: Some(2), ..CheckedPlan::default() }), Some(7)),
        ("Scores", Shape::Newtype, Some(1)),
        ("Anything", Shape::Newtype, Some(2)),
        ("Pet", union(Some("kind"), &[("Cat", "cat"), ("Dog", "dog")], Choice::First), Some(6)),
        ("Cat", object("kind", &["lives"]), Some(3)),
        ("Dog", object("kind", &[]), None),
        ("Key", union(None, &[("Age", ""), ("Tags", "")], Choice::ExactlyOne), Some(8)),
    ];
    let types = shapes.into_iter().map(|(name, shape, rule)| TypePlan {
        name: name.to_owned(),
        pointer: format!("/definitions/{name}"),
        docs: Vec::new(),
        shape,
        rule: rule.map(RuleId),
    });
    Plan {
        root: Some("Person".to_owned()),
        types: types.collect(),
        rules: rules(),
        whole_numbers: true,
        ..Plan::default()
    }
}

fn rules() -> Vec<RulePlan> {
    let text = str::to_owned;
    let lower =
        ClassSequence { steps: vec![Step::Run { ranges: vec![('a', 'z')], least: 1, most: None }], to_end: true };
    let classes = PatternPlan { text: text("^[a-z]+$"), matcher: Matcher::Classes(lower) };
    let regex = PatternPlan { text: text("^(x|y)-"), matcher: Matcher::UnicodeRegex };
    let demands = [
        vec![
            Demand::DependentRequired(vec![(text("friend"), vec![text("age")])]),
            Demand::Members {
                listed: vec![
                    (text("friend"), RuleId(0)),
                    (text("name"), RuleId(4)),
                    (text("age"), RuleId(5)),
                    (text("tags"), RuleId(9)),
                    (text("pet"), RuleId(9)),
                ],
                patterns: vec![(regex, RuleId(4))],
                rest: None,
            },
            Demand::UnevaluatedProperties(RuleId(10)),
        ],
        vec![Demand::MinProperties(1), Demand::PropertyNames(RuleId(11))],
        vec![Demand::Types(vec![JsonType::Integer, JsonType::Null]), Demand::Not(RuleId(12))],
        vec![Demand::If { condition: RuleId(13), then: Some(RuleId(14)), otherwise: None }],
        vec![Demand::MinLength(2)],
        vec![Demand::Number(NumberDemand::MultipleOf(text("5")))],
        vec![Demand::AnyOf(vec![RuleId(9), RuleId(10)])],
        vec![Demand::Contains { rule: RuleId(15), least: 1, most: None }],
        vec![Demand::Not(RuleId(16))],
        vec![],
        vec![Demand::Never],
        vec![Demand::Pattern(classes)],
        vec![Demand::Values(vec![
            Json::Number(text("7.0")),
            Json::Boolean(true),
            Json::Array(vec![Json::Null, Json::String(text("a"))]),
            Json::Object(vec![(text("a"), Json::Null)]),
        ])],
        vec![Demand::Required(vec![text("lives")])],
        vec![
            Demand::Members { listed: vec![(text("kind"), RuleId(4))], patterns: vec![], rest: None },
            Demand::MaxProperties(2),
        ],
        vec![Demand::Required(vec![text("age")])],
        vec![Demand::Values(vec![Json::Number(text("13"))])],
    ];
    demands.into_iter().enumerate().map(|(id, demands)| RulePlan { pointer: format!("/rules/{id}"), demands }).collect()
}
