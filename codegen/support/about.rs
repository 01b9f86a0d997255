//! Errors say which member they are about.

use serde::de::Error;

/// An error with the name of the member that it is about.
///
/// Errors of the input itself, such as its end, stay as they are: what kind they are is not in
/// their text, and would be lost with a new one. Those about a value can be told by
/// their words.
#[cold]
#[inline(never)]
pub(crate) fn about<E: Error>(name: &str, error: E) -> E {
    let text = error.to_string();
    if is_about_value(&text) { E::custom(format_args!("{name}: {text}")) } else { error }
}

fn is_about_value(text: &str) -> bool {
    ABOUT_VALUES.iter().any(|words| text.contains(words))
}

/// The words of errors about values: serde's (`serde::de::Error`), and those of these types.
const ABOUT_VALUES: &[&str] = &[
    "invalid type: ",
    "invalid value: ",
    "invalid length ",
    "unknown variant ",
    "unknown field ",
    "missing field ",
    "duplicate field ",
    " does not match ",
    "has more than ",
    "has fewer than ",
    " is less than ",
    " is not less than ",
    " is greater than ",
    " is not greater than ",
    " is not a multiple of ",
    " is not allowed",
    " is nested too deep",
    " are equal",
    "no branch of ",
    "more than one branch of ",
    "one of these must be present",
];
