//! Judges types and schema against each other: an independent validator says what is valid.
//!
//! The validator is the crate `jsonschema`, on the schema's twin of each reading: the dialect's
//! rules in the words of JSON Schema draft-04. `AGREEMENT_INSTANCES` says how many instances are judged.

mod instances;

use clerk_codegen::{Document, Reading, twin};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;

/// Asserts that the strict types and the validator agree on generated instances of the schema in a
/// file, or of the component `Root` of the OpenAPI document in it, that what they read comes back equal, and that the tolerant types read it too.
pub(crate) fn judge<Strict, Tolerant>(schema: &Path, instances: u32)
where
    Strict: DeserializeOwned + Serialize,
    Tolerant: DeserializeOwned + Serialize,
{
    let is_openapi = Document::read(schema).unwrap().root().get("openapi").is_some();
    judge_at::<Strict, Tolerant>(schema, if is_openapi { "/components/schemas/Root" } else { "" }, instances);
}

/// As [`judge`], of the schema at a JSON pointer of an OpenAPI document.
pub(crate) fn judge_at<Strict, Tolerant>(schema: &Path, place: &str, instances: u32)
where
    Strict: DeserializeOwned + Serialize,
    Tolerant: DeserializeOwned + Serialize,
{
    let document = Document::read(schema).unwrap();
    let key = place.replace('~', "~0").replace('/', "~1");
    let validator = |reading| {
        let mut twin = twin(&document, reading).unwrap();
        twin["allOf"] = json!([{"$ref": format!("#/definitions/read%20{key}")}]);
        by_its_draft(&twin).unwrap()
    };
    let (strict, tolerant) = (validator(Reading::Strict), validator(Reading::Tolerant));
    let cases = std::env::var("AGREEMENT_INSTANCES").map_or(instances, |asked| asked.parse().unwrap());
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let valid = Cell::new(0_u32);
    let agreed = runner.run(&instances::instances(document.root(), place), |instance| {
        let is_valid = strict.is_valid(&instance);
        valid.set(valid.get() + u32::from(is_valid));
        agree::<Strict, Tolerant>(&instance, is_valid).map_err(TestCaseError::fail)?;
        agree_tolerantly::<Tolerant>(&instance, tolerant.is_valid(&instance)).map_err(TestCaseError::fail)
    });
    agreed.unwrap_or_else(|failure| panic!("{}: {failure}", schema.display()));
    let share = f64::from(valid.get()) / f64::from(cases);
    let telling = (0.05..0.99).contains(&share);
    assert!(telling, "{}: {share:.2} of the instances are valid, which proves little", schema.display());
}

/// A validator of the draft that the twin names.
fn by_its_draft(twin: &Value) -> Result<jsonschema::Validator, String> {
    let is_new = twin["$schema"].as_str().is_some_and(|uri| uri.contains("2020-12"));
    let validator = if is_new { jsonschema::draft202012::new(twin) } else { jsonschema::draft4::new(twin) };
    validator.map_err(|error| error.to_string())
}

fn agree<Strict, Tolerant>(instance: &Value, is_valid: bool) -> Result<(), String>
where
    Strict: DeserializeOwned + Serialize,
    Tolerant: DeserializeOwned + Serialize,
{
    let text = instance.to_string();
    let from_text = serde_json::from_str::<Strict>(&text);
    let from_tree = serde_json::from_value::<Strict>(instance.clone());
    if from_text.is_ok() != from_tree.is_ok() {
        return Err("text and tree are read differently".to_owned());
    }
    match (is_valid, from_text) {
        (true, Ok(read)) => same(&serde_json::to_value(&read), instance)?,
        (false, Err(_)) => return Ok(()),
        (true, Err(error)) => return Err(format!("valid, but the strict types refuse it: {error}")),
        (false, Ok(_)) => return Err("not valid, but the strict types read it".to_owned()),
    }
    let tolerant: Tolerant = serde_json::from_str(&text).map_err(|error| format!("only strict reads it: {error}"))?;
    same(&serde_json::to_value(&tolerant), instance)
}

/// The tolerant types read what their twin allows, and nothing else.
fn agree_tolerantly<Tolerant: DeserializeOwned>(instance: &Value, is_valid: bool) -> Result<(), String> {
    match (is_valid, serde_json::from_str::<Tolerant>(&instance.to_string())) {
        (true, Err(error)) => Err(format!("allowed, but the tolerant types refuse it: {error}")),
        (false, Ok(_)) => Err("not allowed, but the tolerant types read it".to_owned()),
        _ => Ok(()),
    }
}

fn same(back: &serde_json::Result<Value>, instance: &Value) -> Result<(), String> {
    match back {
        Ok(back) if equal(back, instance) => Ok(()),
        Ok(back) => Err(format!("written back as {back}")),
        Err(error) => Err(format!("not written back: {error}")),
    }
}

/// Equality of JSON values: numbers by value, so that `1` and `1.0` are equal.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(name, value): (&String, &Value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(same)
        }
        _ => one == other,
    }
}
