//! Names of the variants that mean JSON values.

use super::{Taken, variant_ident};
use crate::plan::Json;

/// A name for each value, no two alike.
///
/// A name depends on the values before it alone, so that it stays when others are appended. Each is left as it is by
/// `variant_ident`, because typify asks for that.
pub(crate) fn value_idents(values: &[Json]) -> Vec<String> {
    let mut taken = Taken::default();
    values.iter().map(|value| free_ident(value, &mut taken)).collect()
}

/// The name of a value, else one with words for its symbols, else a numbered one: `A`, `A2`, `A3`.
fn free_ident(value: &Json, taken: &mut Taken) -> String {
    let first = value_ident(value);
    let spoken = match value {
        Json::String(text) if taken.has(&first) => variant_ident(&in_words(text)).filter(|ident| !taken.has(ident)),
        _ => None,
    };
    taken.take(spoken.unwrap_or(first))
}

fn value_ident(value: &Json) -> String {
    let word = match value {
        Json::Null => "Null",
        Json::Boolean(true) => "True",
        Json::Boolean(false) => "False",
        Json::Array(_) => "Array",
        Json::Object(_) => "Object",
        Json::Number(text) => return number_ident(text),
        Json::String(text) => return variant_ident(text).unwrap_or_else(|| symbols(text)),
    };
    word.to_owned()
}

/// `V1`, `Minus1`, `V1Point5`, `V1eMinus7`.
fn number_ident(text: &str) -> String {
    let mut ident = if text.starts_with('-') { String::new() } else { "V".to_owned() };
    for letter in text.chars() {
        match letter {
            '-' => ident.push_str("Minus"),
            '.' => ident.push_str("Point"),
            '+' => {}
            other => ident.extend(other.to_lowercase()),
        }
    }
    variant_ident(&ident).unwrap_or(ident)
}

/// A variant for a string without a letter or digit: the empty string, or `<=`.
fn symbols(text: &str) -> String {
    let codes: Vec<String> = text.chars().map(|symbol| format!("U{:04X}", u32::from(symbol))).collect();
    if codes.is_empty() { "Empty".to_owned() } else { codes.concat() }
}

/// Words for what tells strings apart that are alike in their letters and digits.
const WORDS: &[(char, &str)] = &[
    ('+', "plus"),
    ('-', "minus"),
    ('<', "less than"),
    ('>', "greater than"),
    ('=', "equal"),
    ('!', "not"),
    ('*', "star"),
    ('/', "slash"),
    ('%', "percent"),
    ('&', "and"),
    ('|', "or"),
    ('#', "hash"),
    ('.', "dot"),
    ('@', "at"),
    ('$', "dollar"),
    ('?', "question"),
    ('~', "tilde"),
    ('^', "caret"),
];

/// A text with words for symbols; a hyphen is one only at the start, because else it joins words.
fn in_words(text: &str) -> String {
    let mut words = String::new();
    for (index, letter) in text.char_indices() {
        match WORDS.iter().find(|(symbol, _)| *symbol == letter && (letter != '-' || index == 0)) {
            Some((_, word)) => words.extend([" ", word, " "]),
            None => words.push(letter),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn strings(texts: &[&str]) -> Vec<String> {
        value_idents(&texts.iter().map(|text| Json::String((*text).to_owned())).collect::<Vec<_>>())
    }

    fn numbers(texts: &[&str]) -> Vec<String> {
        value_idents(&texts.iter().map(|text| Json::Number((*text).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn strings_keep_the_names_they_have_alone() {
        assert_eq!(strings(&["asc", "+1", "", "<=", "2fa"]), ["Asc", "X1", "Empty", "U003CU003D", "X2fa"]);
    }

    #[test]
    fn numbers_are_spelled() {
        assert_eq!(numbers(&["1", "-1", "0", "1.5", "-0.25"]), ["V1", "Minus1", "V0", "V1Point5", "Minus0Point25"]);
        assert_eq!(numbers(&["1e5", "1E-7", "1.0", "1e+21"]), ["V1e5", "V1eMinus7", "V1Point0", "V1e21"]);
    }

    #[test]
    fn other_values_are_named_by_what_they_are() {
        let (yes, no, array) = (Json::Boolean(true), Json::Boolean(false), Json::Array(vec![]));
        let values = [Json::Null, yes, no, array.clone(), array, Json::Object(vec![]), Json::String("null".to_owned())];
        assert_eq!(value_idents(&values), ["Null", "True", "False", "Array", "Array2", "Object", "Null2"]);
    }

    #[test]
    fn names_that_collide_are_told_apart() {
        assert_eq!(strings(&["a", "A", "a-", "-a", "+a"]), ["A", "A2", "A3", "MinusA", "PlusA"]);
        assert_eq!(strings(&["+1", "-1", "1"]), ["X1", "Minus1", "X12"]);
        assert_eq!(strings(&["a", "a2", "A"]), ["A", "A2", "A3"]);
        assert_eq!(strings(&["name", "name>", "-name"]), ["Name", "NameGreaterThan", "MinusName"]);
    }

    #[test]
    fn appending_changes_no_name_and_typify_none_either() {
        let all = ["+1", "-1", "1", "a b", "a.b", "aB", "A b", "a2", "a_b", "<", "<=", "", "X1", "x.1", "1.5", "Self"];
        let whole = strings(&all);
        for length in 0..=all.len() {
            assert_eq!(strings(&all[..length]), whole[..length]);
        }
        for ident in whole.iter().chain(&numbers(&["1.5", "-1.5e-7", "1e5", "12345678901234567890", "-0"])) {
            assert!(ident.starts_with("U00") || variant_ident(ident).as_ref() == Some(ident), "{ident}");
        }
        assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), whole.len());
    }
}
