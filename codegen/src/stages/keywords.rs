//! The list of keywords is made of the vocabulary, and its table speaks of each.

use crate::schema::{Draft, Role, VOCABULARY, Word};
use crate::sync::{Output, write};
use std::path::Path;

const START: &str = "<!-- Made of the vocabulary: KEYWORDS_UPDATE=1 cargo test -p clerk-codegen -->\n";
const END: &str = "<!-- As far as here. -->\n";

/// What becomes of the keywords of a role.
const ROLES: &[(Role, &str)] = &[
    (Role::Assertion, "carried by the type or checked"),
    (Role::Dialect, "carried: what OpenAPI 3.0 and Speakeasy add"),
    (Role::Annotation, "said in the documentation"),
    (Role::Place, "names schemas, or gives them a place"),
    (Role::Unread, "not read"),
];

fn list() -> String {
    let rows = ROLES.iter().map(|(role, becomes)| {
        let own: Vec<String> = VOCABULARY.iter().filter(|word| word.role == *role).map(shown).collect();
        format!("| {becomes} | {} |\n", own.join(", "))
    });
    std::iter::once("| what becomes of it | keywords |\n|---|---|\n".to_owned()).chain(rows).collect()
}

/// The keyword, with the drafts that know it unless all do.
fn shown(word: &Word) -> String {
    let name = |draft| match draft {
        Draft::D4 => "draft-04",
        Draft::D6 => "draft-06",
        Draft::D7 => "draft-07",
        Draft::D2019 => "2019-09",
        Draft::D2020 => "2020-12",
    };
    match word.drafts {
        (Draft::D4, Draft::D2020) => format!("`{}`", word.name),
        (Draft::D4, to) => format!("`{}` (to {})", word.name, name(to)),
        (from, Draft::D2020) => format!("`{}` (since {})", word.name, name(from)),
        (from, to) if from == to => format!("`{}` ({})", word.name, name(from)),
        (from, to) => format!("`{}` ({} to {})", word.name, name(from), name(to)),
    }
}

#[test]
fn the_documentation_lists_the_vocabulary() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/keywords.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let wanted = format!("{before}{START}\n{}\n{END}{after}", list());
    if std::env::var_os("KEYWORDS_UPDATE").is_some() {
        write(&Output { path, text: wanted.clone() }, true).unwrap();
    } else {
        assert_eq!(text, wanted, "KEYWORDS_UPDATE=1 writes the list anew");
    }
    let (_, table) = before.rsplit_once("# What becomes of each keyword").unwrap();
    for word in VOCABULARY.iter().filter(|word| matches!(word.role, Role::Assertion | Role::Dialect)) {
        assert!(table.contains(&format!("`{}", word.name)), "the table says nothing of `{}`", word.name);
    }
}
