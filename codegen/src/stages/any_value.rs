//! Random JSON values of few kinds, so that those of a schema are often met.

use super::random::Random;
use serde_json::{Map, Value, json};

const NAMES: &[&str] = &["a", "b", "ab", "c", "d"];

pub(super) fn value(random: &mut Random, depth: u32) -> Value {
    match random.below(if depth > 2 { 6 } else { 10 }) {
        0 => Value::Null,
        1 => json!(random.chance(2)),
        2 => json!(i64::try_from(random.below(5)).unwrap() - 1),
        3 => random.pick(&[&json!(0.5), &json!(1.0), &json!(1.5), &json!(2.0), &json!(2.5)]).clone(),
        4 | 5 => json!(random.pick(&["", "a", "b", "ab", "abc", "cc", "é"])),
        6 | 7 => (0..random.below(4)).map(|_| value(random, depth + 1)).collect(),
        _ => {
            let members = (0..random.below(4)).map(|_| (random.pick(NAMES).to_owned(), value(random, depth + 1)));
            members.collect::<Map<_, _>>().into()
        }
    }
}

/// The same value without `1.0`: draft-04 leaves open what listed values it is equal to where integers are asked for.
pub(super) fn without_whole_fractions(value: Value) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(without_whole_fractions).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, without_whole_fractions(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Number(number) if number.is_f64() && number.as_f64().unwrap().fract() == 0.0 => {
            json!(number.to_string().trim_end_matches(".0").parse::<i64>().unwrap())
        }
        other => other,
    }
}

/// Some values, each once.
pub(super) fn values(random: &mut Random) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for _ in 0..=random.below(3) {
        let next = value(random, 1);
        if !values.contains(&next) {
            values.push(next);
        }
    }
    values
}
