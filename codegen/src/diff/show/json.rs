//! For programs: one JSON document.

use crate::diff::reason::reason;
use crate::diff::report::{ApiChange, Change, Diff, Verdict};
use serde_json::{Value, json};

pub(super) fn render(diff: &Diff) -> String {
    let document = json!({
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
    format!("{document:#}\n")
}

fn change(change: &Change) -> Value {
    let verdict = |readers: &str, reading: &str, verdict: &Verdict| {
        json!({
            "reads": match verdict {
                Verdict::Reads => Value::Bool(true),
                Verdict::Refuses { .. } => Value::Bool(false),
                Verdict::NotShown => Value::Null,
            },
            "reason": reason(change.kind, readers, reading, verdict),
            "sample": verdict.sample(),
        })
    };
    let mut object = json!({
        "kind": change.kind,
        "pointer": change.pointer,
        "in": if change.is_gone { "old" } else { "new" },
        "line": change.line,
        "also": change.also,
        "sampled": change.sampled,
        "before": change.before,
        "after": change.after,
        "old_readers": {
            "tolerant": verdict("old", "tolerant", &change.old_readers.tolerant),
            "strict": verdict("old", "strict", &change.old_readers.strict),
        },
        "new_readers": {
            "tolerant": verdict("new", "tolerant", &change.new_readers.tolerant),
            "strict": verdict("new", "strict", &change.new_readers.strict),
        },
        "rust_api": {
            "bump": change.bump.to_string(),
            "items": change.api.iter().map(item).collect::<Vec<_>>(),
        },
        "breaking": change.is_breaking(),
    });
    if let (Some(members), Some(file)) = (object.as_object_mut(), &change.file) {
        members.insert("file".to_owned(), Value::from(file.as_str()));
    }
    object
}

fn item(item: &ApiChange) -> Value {
    json!({"item": item.item, "text": item.text, "bump": item.bump.to_string(), "readings": item.readings})
}
