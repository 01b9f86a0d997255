//! Plans the checks of a string.

use super::class_sequence::class_sequence;
use super::draft::{Schema, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Matcher, PatternPlan, TextPlan};
use crate::pointer;
use serde_json::Value;

/// The checks of a string, which go from the schema into the Plan: typify would check by an engine.
pub(super) fn plan_text(schema: &mut Schema, at: &str, diagnostics: &mut Vec<Diagnostic>) -> TextPlan {
    let pattern = text(schema, "pattern").map(plan_pattern).transpose();
    let length = |keyword: &str| schema.get(keyword).and_then(Value::as_u64);
    let (min_length, max_length) = (length("minLength"), length("maxLength"));
    schema.retain(|keyword, _| keyword == "type" || keyword.starts_with("x-"));
    schema.insert("minLength".to_owned(), Value::from(1));
    let pattern = pattern.unwrap_or_else(|reason| {
        diagnostics.push(invalid_pattern(at, &reason));
        None
    });
    TextPlan { pattern, min_length, max_length }
}

/// JSON Schema 2020-12 core, section 6.4: patterns should be built with the `u` flag. Some that
/// people write are none under it, and are taken without.
fn plan_pattern(pattern: &str) -> Result<PatternPlan, String> {
    let matcher = match regress::Regex::with_flags(pattern, "u") {
        Ok(_) => class_sequence(pattern).map_or(Matcher::UnicodeRegex, Matcher::Classes),
        Err(_) => regress::Regex::new(pattern).map(|_| Matcher::Regex).map_err(|error| error.to_string())?,
    };
    Ok(PatternPlan { text: pattern.to_owned(), matcher })
}

fn invalid_pattern(at: &str, reason: &str) -> Diagnostic {
    Diagnostic::error(
        Code::InvalidPattern,
        &pointer::join(at, "pattern"),
        format!("the pattern is not a regular expression of ECMA-262: {reason}"),
        "correct the pattern, or leave it out",
    )
}
