//! For programs: one JSON document.

use crate::diff::reason::{reason, reason_of};
use crate::diff::report::{ApiChange, Change, Counts, Diff, PartChange};
use crate::diff::verdict::{Direction, Verdict, Who};
use serde_json::{Value, json};

pub(super) fn render(diff: &Diff) -> String {
    format!("{:#}\n", document(diff))
}

/// The comparison of two schemas, or of two OpenAPI documents.
pub(super) fn document(diff: &Diff) -> Value {
    let mut document = json!({
        "format": 1,
        "old": diff.old,
        "new": diff.new,
        "headline": diff.headline(),
        "breaking": diff.is_breaking(),
        "bump": diff.bump().map(|bump| bump.to_string()),
        "changes": diff.changes.iter().map(change).collect::<Vec<_>>(),
        "renamed": diff.renamed.iter().map(item).collect::<Vec<_>>(),
        "notes": diff.notes,
    });
    if let (Some(counts), Some(members)) = (diff.counts, document.as_object_mut()) {
        members.insert("counts".to_owned(), of_counts(counts));
        members.insert("parts".to_owned(), diff.parts.iter().map(part).collect());
    }
    document
}

fn of_counts(counts: Counts) -> Value {
    json!({
        "schemas": {"changed": counts.changed_schemas, "all": counts.schemas},
        "operations": {"changed": counts.changed_operations, "all": counts.operations},
    })
}

fn part(part: &PartChange) -> Value {
    let mut shown = json!({
        "kind": part.kind,
        "part": part.part,
        "pointer": part.pointer,
        "in": if part.is_gone { "old" } else { "new" },
        "line": part.line,
        "text": part.text,
        "breaks": part.breaks,
    });
    if let (Some(members), Some(file)) = (shown.as_object_mut(), &part.file) {
        members.insert("file".to_owned(), json!(file));
    }
    shown
}

fn change(change: &Change) -> Value {
    let verdict = |readers: &str, reading: &str, verdict: &Verdict| {
        json!({
            "reads": reads(verdict),
            "reason": reason(change.kind, readers, reading, verdict),
            "sample": verdict.sample(),
        })
    };
    let mut shown = json!({
        "kind": change.kind,
        "pointer": change.pointer,
        "in": if change.is_gone { "old" } else { "new" },
        "line": change.line,
        "also": change.also,
        "sampled": change.sampled,
        "before": change.before,
        "after": change.after,
    });
    let Some(members) = shown.as_object_mut() else { return shown };
    if let Some(file) = &change.file {
        members.insert("file".to_owned(), json!(file));
    }
    if let Some(part) = &change.part {
        members.insert("part".to_owned(), json!(part));
        members.insert("parameter".to_owned(), json!(change.parameter));
        members.insert("direction".to_owned(), json!(direction(change.direction)));
    }
    if change.direction.is_read() {
        for (side, readers) in [("old", &change.old_readers), ("new", &change.new_readers)] {
            let both = json!({
                "tolerant": verdict(side, "tolerant", &readers.tolerant),
                "strict": verdict(side, "strict", &readers.strict),
            });
            members.insert(format!("{side}_readers"), both);
        }
    }
    for judged in change.verdicts().iter().filter(|judged| judged.who == Who::Writers) {
        let taken = json!({
            "taken": reads(judged.verdict),
            "reason": reason_of(change.kind, change.parameter.is_some(), judged),
            "sample": judged.verdict.sample(),
        });
        members.insert(format!("{}_writers", judged.side), taken);
    }
    let items: Vec<Value> = change.api.iter().map(item).collect();
    members.insert("rust_api".to_owned(), json!({"bump": change.bump.to_string(), "items": items}));
    members.insert("breaking".to_owned(), Value::Bool(change.is_breaking()));
    shown
}

fn reads(verdict: &Verdict) -> Value {
    match verdict {
        Verdict::Reads => Value::Bool(true),
        Verdict::Refuses { .. } => Value::Bool(false),
        Verdict::NotShown => Value::Null,
    }
}

fn direction(direction: Direction) -> Option<&'static str> {
    match direction {
        Direction::Unknown => None,
        Direction::Read => Some("read"),
        Direction::Written => Some("written"),
        Direction::Both => Some("both"),
    }
}

fn item(item: &ApiChange) -> Value {
    json!({"item": item.item, "text": item.text, "bump": item.bump.to_string(), "readings": item.readings})
}
