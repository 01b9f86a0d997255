//! The example at the head of the README is what the generator gives, and its comparison is that of the docs.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use clerk_codegen::{Document, Options, Reading, generate};
use std::fs;
use std::path::Path;

/// The first block of code in a language.
fn first_block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_first_example_is_what_the_generator_gives() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let mut options = Options::default();
    options.reading = Reading::Strict;
    let document = Document::parse("pet.json", first_block(&readme, "json")).unwrap();
    let made = generate(&document, &options).unwrap().code;
    let mut lines = made.lines();
    for line in first_block(&readme, "rust").lines().filter(|line| !line.is_empty()) {
        assert!(lines.any(|made| made == line), "{line}\n{made}");
    }
}

/// What `benches/comparing` wrote between its marks.
fn comparison(file: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap();
    let (_, rest) = text.split_once("<!-- comparing: short -->\n").unwrap();
    rest.split_once("<!-- end of short -->").unwrap().0.to_owned()
}

#[test]
fn the_readme_has_the_comparison_that_was_made_last() {
    let table = comparison("README.md");
    assert!(table.lines().filter(|line| line.starts_with('|')).count() > 2, "{table}");
    assert_eq!(table, comparison("docs/comparison.md"));
}
