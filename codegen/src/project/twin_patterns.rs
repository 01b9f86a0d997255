//! Patterns of names in a twin.

use crate::model::{ObjectShape, regex};

/// A pattern that no listed member matches.
pub(super) fn beside_listed(shape: &ObjectShape, pattern: &str) -> String {
    let matches = |name: &str| regex(pattern).is_some_and(|it| it.find(name).is_some());
    let listed = shape.fields.iter().filter(|field| matches(&field.name));
    let names: Vec<String> = listed.map(|field| literally(&field.name)).collect();
    if names.is_empty() {
        pattern.to_owned()
    } else {
        format!("^(?!(?:{})$)(?=[\\s\\S]*?(?:{pattern}))", names.join("|"))
    }
}

/// A pattern for this text alone (ECMA-262, "SyntaxCharacter").
fn literally(text: &str) -> String {
    text.chars().flat_map(|c| "^$\\.*+?()[]{}|".contains(c).then_some('\\').into_iter().chain([c])).collect()
}
