//! Random schemas of every keyword: what the strict types hold, what their rules say by the letter, and what the crate
//! `jsonschema` says of the document itself are one.
//!
//! Nothing of the document is translated for the judge, so that a fault of the model cannot hide in it.

use super::any_schema::Maker;
use super::any_value::{value, without_whole_fractions};
use super::random::Random;
use super::version::Version;
use crate::diagnostic::Severity;
use crate::load::Document;
use crate::model::{Choices, Model};
use crate::plan::Reading;
use crate::project::twin_of;
use crate::rules;
use crate::schema::Schema;
use jsonschema::Validator;
use serde_json::Value;

/// How many instances are judged when nobody asks for more.
const INSTANCES: usize = 20_000;
/// How many instances each schema gets.
const EACH: usize = 25;

struct Judged {
    refused: usize,
    read: usize,
}

#[test]
fn random_schemas_agree_with_a_validator() {
    let wanted = std::env::var("AGREEMENT_INSTANCES").map_or(INSTANCES, |asked| asked.parse().unwrap());
    let seed = std::env::var("AGREEMENT_SEED").map_or(1, |asked| asked.parse().unwrap());
    let mut random = Random(seed);
    let mut sum = Judged { refused: 0, read: 0 };
    let mut turn = 0;
    while sum.refused + sum.read < wanted {
        let version = Version::ALL[turn % 3];
        let document = of_version(version, Maker { random: &mut random, version, has_resources: false }.document());
        judge(&document, version, &mut random, &mut sum);
        turn += 1;
    }
    let Judged { refused, read } = sum;
    println!("{turn} schemas, {read} instances are read, {refused} are refused");
    assert!(read * 5 > refused && refused * 5 > read, "{read} read, {refused} refused: this proves little");
}

fn judge(document: &Value, version: Version, random: &mut Random, sum: &mut Judged) {
    // A schema that refers to itself without a type in between is refused, and some are drawn.
    let Ok(judge) = validator(version, document) else { return };
    let parsed = Document::parse("random.json", document.to_string()).unwrap();
    let roots = [(String::new(), parsed.root().clone())];
    let Ok((schema, found)) = Schema::read(&parsed, &roots, false) else { return };
    assert!(found.iter().all(|found| found.severity != Severity::Error));
    let choices =
        Choices { reading: Reading::Strict, untyped_exact: true, exact_numbers: true, split_read_write: false };
    let [strict, tolerant] = [Reading::Strict, Reading::Tolerant].map(|reading| {
        let (model, _) = Model::of(&schema, Choices { reading, ..choices });
        of_types(&twin_of(&model, model.definition("").unwrap()))
    });
    let (rules, letter) = Model::letter(&schema, choices);
    for _ in 0..EACH {
        let instance = of_version(version, value(random, 0));
        let expected = judge.is_valid(&instance);
        assert_eq!(strict.is_valid(&instance), expected, "types: {instance}\n{document}");
        assert!(tolerant.is_valid(&instance) || !expected, "tolerant types: {instance}\n{document}");
        let kept = rules::check(&rules, letter, &instance);
        assert_eq!(kept.is_ok(), expected, "rules: {instance}\n{document}\n{kept:?}");
        if expected { sum.read += 1 } else { sum.refused += 1 }
    }
}

/// What the types of a reading accept.
fn of_types(twin: &Value) -> Validator {
    let made = match twin["$schema"].as_str() {
        Some(uri) if uri.contains("2020-12") => jsonschema::draft202012::new(twin),
        _ => jsonschema::draft4::new(twin),
    };
    made.unwrap_or_else(|error| panic!("{error}: {twin}"))
}

fn of_version(version: Version, value: Value) -> Value {
    if version == Version::Draft4 { without_whole_fractions(value) } else { value }
}

fn validator(version: Version, document: &Value) -> Result<Validator, String> {
    let made = match version {
        Version::Draft4 => jsonschema::draft4::new(document),
        Version::Draft7 => jsonschema::draft7::new(document),
        Version::Draft2020 => jsonschema::draft202012::new(document),
    };
    made.map_err(|error| error.to_string())
}
