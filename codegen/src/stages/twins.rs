//! Twins accept what types read, where one name has two rules.

use crate::Document;
use crate::generate::twin;
use crate::plan::Reading;
use serde_json::{Value, json};

#[test]
fn a_listed_member_that_matches_may_be_null_where_that_is_absence() {
    let schema = json!({"type": "object", "properties": {"x-a.b": {"type": "string"}},
                        "patternProperties": {"^x-": {"type": "string"}}});
    let document = Document::parse("schema.json", schema.to_string()).unwrap();
    let fits =
        |reading, value: Value| jsonschema::validator_for(&twin(&document, reading).unwrap()).unwrap().is_valid(&value);
    assert!(fits(Reading::Tolerant, json!({"x-a.b": null, "x-c": "c"})));
    assert!(!fits(Reading::Tolerant, json!({"x-a.b": 1})));
    for unlisted in [json!({"x-c": null}), json!({"x-aXb": null}), json!({"x-a.bc": 1})] {
        assert!(!fits(Reading::Tolerant, unlisted.clone()), "{unlisted}");
    }
    assert!(!fits(Reading::Strict, json!({"x-a.b": null})));
}
