//! Places in a JSON value, for changing it at random.

use proptest::prelude::RngExt;
use proptest::test_runner::TestRng;
use serde_json::Value;

/// The JSON pointers of a value and of all that is inside.
pub(crate) fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, String::new(), &mut found);
    found
}

fn collect(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                collect(inner, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(elements) => {
            for (index, inner) in elements.iter().enumerate() {
                collect(inner, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(at);
}

pub(crate) fn pick<'a, T>(of: &'a [T], rng: &mut TestRng) -> &'a T {
    &of[rng.random_range(0..of.len())]
}
