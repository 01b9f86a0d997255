//! What became of each keyword.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use crate::schema::{Node, Role, Schema, find};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The Rust type holds it.
    Carried,
    /// A rule checks it; in the tolerant reading nothing does, by intent.
    Checked,
    /// It is said in the documentation, or names or places schemas.
    Annotation,
    /// A type that the schema does not name was assumed.
    Assumed(&'static str),
    /// The Rust type holds less than the schema allows.
    Limited(&'static str),
    NotEnforced(&'static str),
}

/// The fates that are not the ordinary one, by the pointer of the keyword.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger(BTreeMap<String, Fate>);

/// A keyword, where it stands and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) pointer: String,
    pub(crate) keyword: String,
    pub(crate) fate: Fate,
}

impl Ledger {
    pub(super) fn check(&mut self, node: &Node, keyword: &str) {
        self.note(node, keyword, Fate::Checked);
    }

    pub(super) fn limited(&mut self, node: &Node, why: &'static str) {
        self.note(node, "type", Fate::Limited(why));
    }

    pub(super) fn not_enforced(&mut self, node: &Node, keyword: &str, why: &'static str) {
        self.note(node, keyword, Fate::NotEnforced(why));
    }

    pub(super) fn assumed(&mut self, node: &Node, name: &'static str) {
        self.0.entry(pointer::join(&node.at, "type")).or_insert(Fate::Assumed(name));
    }

    fn note(&mut self, node: &Node, keyword: &str, fate: Fate) {
        if node.keywords.iter().any(|own| own == keyword) {
            self.0.entry(pointer::join(&node.at, keyword)).or_insert(fate);
        }
    }

    /// Every keyword of a schema that was read, in the order of the schemas, and every assumption.
    pub(crate) fn entries(&self, schema: &Schema) -> Vec<Entry> {
        let mut all = Vec::new();
        let mut seen = BTreeSet::new();
        // A schema that is split is there as often as it is used.
        for node in schema.ids().map(|id| schema.node(id)).filter(|node| seen.insert(&node.at)) {
            let assumed = self.0.get(&pointer::join(&node.at, "type")).filter(|fate| matches!(fate, Fate::Assumed(_)));
            all.extend(assumed.map(|fate| Entry {
                pointer: node.at.clone(),
                keyword: "(no type)".to_owned(),
                fate: fate.clone(),
            }));
            for keyword in &node.keywords {
                let at = pointer::join(&node.at, keyword);
                let fate = self.0.get(&at).filter(|fate| !matches!(fate, Fate::Assumed(_))).cloned();
                all.push(Entry {
                    fate: fate.unwrap_or_else(|| ordinary(keyword)),
                    pointer: at,
                    keyword: keyword.clone(),
                });
            }
        }
        all
    }

    /// Notes what some validators check and the types do not.
    pub(super) fn note_annotations(&mut self, schema: &Schema) {
        for node in schema.ids().map(|id| schema.node(id)) {
            for keyword in node.keywords.iter().filter(|keyword| schema.may_be_asserted(node, keyword)) {
                self.note(node, keyword, Fate::NotEnforced(MAY_BE_ASSERTED));
            }
        }
    }

    /// Notes the keywords that decide which members a type has.
    pub(super) fn note_split(&mut self, schema: &Schema) {
        for node in schema.split.marks.iter().map(|id| schema.node(*id)) {
            self.note(node, "readOnly", Fate::Carried);
            self.note(node, "writeOnly", Fate::Carried);
        }
    }

    fn places(&self, is_one: impl Fn(&Fate) -> bool) -> Vec<&String> {
        self.0.iter().filter(|(_, fate)| is_one(fate)).map(|(at, _)| at).collect()
    }
}

/// What becomes of a keyword where nothing else is noted: each shape either carries a keyword or leaves it to its rule.
fn ordinary(keyword: &str) -> Fate {
    match find(keyword).map(|word| word.role) {
        Some(Role::Assertion | Role::Dialect) => Fate::Carried,
        _ => Fate::Annotation,
    }
}

const MAY_BE_ASSERTED: &str = "some validators check it in the draft that `$schema` names";

/// How many places a diagnostic lists.
const MOST_PLACES: usize = 8;

impl Ledger {
    /// One diagnostic for all that was assumed, one for all that is limited, and one for each keyword not enforced.
    pub(super) fn report(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let assumed = self.places(|fate| matches!(fate, Fate::Assumed(_)));
        found.extend(summary(
            &assumed,
            Code::Assumed,
            "no type is named, and one is assumed from the keywords",
            ASSUMED_HELP,
        ));
        let limited = self.places(|fate| matches!(fate, Fate::Limited(_)));
        found.extend(summary(&limited, Code::Limited, "a number is held in an `i64`, `u64` or `f64`", LIMITED_HELP));
        let mut left: BTreeMap<(String, &'static str), Vec<&String>> = BTreeMap::new();
        for (at, fate) in &self.0 {
            if let Fate::NotEnforced(why) = fate {
                let keyword = pointer::tokens(at).last().unwrap_or_default();
                left.entry((keyword, why)).or_default().push(at);
            }
        }
        for ((keyword, why), places) in left {
            let what = format!("`{keyword}` is not enforced: {why}");
            found.extend(summary(&places, Code::NotEnforced, &what, NOT_ENFORCED_HELP));
        }
        found
    }
}

const ASSUMED_HELP: &str = "name the types in the schema, or read it by the letter with `--untyped exact`";
const NOT_ENFORCED_HELP: &str = "correct it, or leave it out where nothing relies on it";
const LIMITED_HELP: &str = "nothing to do where that is enough; `--numbers exact` keeps every digit";

fn summary(places: &[&String], code: Code, what: &str, help: &str) -> Option<Diagnostic> {
    let first = places.first()?;
    let mut listed: Vec<String> = places
        .iter()
        .take(MOST_PLACES)
        .map(|at| format!("`{}`", pointer::reference(at.strip_suffix("/type").unwrap_or(at))))
        .collect();
    if places.len() > MOST_PLACES {
        listed.push(format!("{} more", places.len() - MOST_PLACES));
    }
    Some(Diagnostic::new(Severity::Warning, code, first, format!("{what}, at {}", listed.join(", ")), help))
}
