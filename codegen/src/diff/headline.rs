//! A comparison in one line.

use super::report::{Bump, Change, Counts, Diff};
use super::verdict::Judged;
use std::collections::{BTreeMap, BTreeSet};

impl Diff {
    /// All of it in one line, such as `1 change: breaks old strict readers; Rust API: major`.
    #[must_use]
    pub fn headline(&self) -> String {
        if let Some(counts) = self.counts {
            return self.of_document(counts);
        }
        let Some(bump) = self.bump() else { return "no change".to_owned() };
        let count = match self.changes.len() {
            0 => "no change of type or wire".to_owned(),
            1 => "1 change".to_owned(),
            count => format!("{count} changes"),
        };
        let refusing = |side: &str, reading: &str| {
            let name = format!("{side} {reading} readers");
            self.changes.iter().any(|change| breaks(change).contains(&name))
        };
        let broken: Vec<String> = ["old", "new"]
            .into_iter()
            .filter_map(|side| {
                let readings = ["tolerant", "strict"].into_iter().filter(|reading| refusing(side, reading));
                let readings = readings.collect::<Vec<_>>().join(" and ");
                (!readings.is_empty()).then(|| format!("{side} {readings} readers"))
            })
            .collect();
        let breaks = match (broken.as_slice(), self.changes.as_slice()) {
            ([], []) => String::new(),
            ([], _) => ": breaks no reader".to_owned(),
            (broken, _) => format!(": breaks {}", broken.join(", ")),
        };
        let names = match self.renamed.len() {
            0 => String::new(),
            1 => " (1 Rust name changes)".to_owned(),
            count => format!(" ({count} Rust names change)"),
        };
        format!("{count}{breaks}; Rust API: {bump}{names}")
    }
    /// Such as `12 of 167 schemas changed: 3 break old tolerant readers; 2 operations removed; Rust API: major`.
    fn of_document(&self, counts: Counts) -> String {
        if self.is_empty() {
            return "no change".to_owned();
        }
        let mut said = vec![format!("{}{}", changed(counts), self.broken_parts())];
        said.extend(self.events());
        let names = match self.renamed.len() {
            0 => String::new(),
            1 => " (1 Rust name changes)".to_owned(),
            count => format!(" ({count} Rust names change)"),
        };
        said.push(format!("Rust API: {}{names}", self.bump().unwrap_or(Bump::Patch)));
        said.join("; ")
    }

    /// How many schemas and operations break whom.
    fn broken_parts(&self) -> String {
        let mut broken: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for change in &self.changes {
            for name in breaks(change) {
                broken.entry(name).or_default().insert(change.part.as_deref().unwrap_or_default());
            }
        }
        let counted = ORDER.iter().filter_map(|name| {
            let count = broken.get(*name)?.len();
            Some(format!("{count} {} {name}", if count == 1 { "breaks" } else { "break" }))
        });
        let counted: Vec<String> = counted.collect();
        match counted.as_slice() {
            [] if self.changes.is_empty() => String::new(),
            [] => ": none breaks a reader or a writer".to_owned(),
            counted => format!(": {}", counted.join(", ")),
        }
    }

    /// What became of whole schemas and operations, and parameters that came to be required.
    fn events(&self) -> Vec<String> {
        let mut events: Vec<(&str, usize)> = Vec::new();
        let mut count = |kind| match events.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => events.push((kind, 1)),
        };
        self.parts.iter().for_each(|part| count(part.kind));
        for change in self.changes.iter().filter(|change| change.parameter.is_some()) {
            let is_required = change.after.as_ref().is_some_and(|after| after.get("required").is_some());
            match change.kind {
                "now-required" => count("parameter-required"),
                "property-added" if is_required => count("parameter-added"),
                "property-removed" => count("parameter-removed"),
                _ => {}
            }
        }
        let all = EVENTS.iter().filter_map(|(kind, one, more)| {
            let (_, count) = events.iter().find(|(other, _)| other == kind)?;
            Some(if *count == 1 { (*one).to_owned() } else { format!("{count} {more}") })
        });
        let all: Vec<String> = all.collect();
        if all.is_empty() { Vec::new() } else { vec![all.join(", ")] }
    }
}

const ORDER: &[&str] = &[
    "old tolerant readers",
    "old strict readers",
    "old writers",
    "new tolerant readers",
    "new strict readers",
    "new writers",
];

/// What is said of one, and of several.
const EVENTS: &[(&str, &str, &str)] = &[
    ("operation-removed", "an operation removed", "operations removed"),
    ("operation-moved", "an operation moved", "operations moved"),
    ("operation-renamed", "an operation renamed", "operations renamed"),
    ("operation-added", "an operation added", "operations added"),
    ("schema-removed", "a schema removed", "schemas removed"),
    ("schema-renamed", "a schema renamed", "schemas renamed"),
    ("schema-added", "a schema added", "schemas added"),
    ("parameter-required", "a parameter became required", "parameters became required"),
    ("parameter-added", "a required parameter added", "required parameters added"),
    ("parameter-removed", "a parameter removed", "parameters removed"),
    ("request-required", "a request body became required", "request bodies became required"),
    ("request-added", "a request body added", "request bodies added"),
    ("request-removed", "a request body removed", "request bodies removed"),
    ("response-added", "a response added", "responses added"),
    ("response-removed", "a response removed", "responses removed"),
];

fn changed(counts: Counts) -> String {
    let schemas = if counts.schemas == 1 { "schema" } else { "schemas" };
    let operations = if counts.operations == 1 { "operation" } else { "operations" };
    let of_schemas = format!("{} of {} {schemas}", counts.changed_schemas, counts.schemas);
    match counts.operations {
        0 => format!("{of_schemas} changed"),
        all => format!("{of_schemas} and {} of {all} {operations} changed", counts.changed_operations),
    }
}

/// Whom a change breaks.
fn breaks(change: &Change) -> Vec<String> {
    change.verdicts().iter().filter(|judged| judged.verdict.sample().is_some()).map(Judged::name).collect()
}
