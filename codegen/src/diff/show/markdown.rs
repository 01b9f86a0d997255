//! For a comment on a pull request.

use super::{advice, clean, elide, place, title, value};
use crate::diff::reason::reason;
use crate::diff::report::{ApiChange, Change, Diff, Verdict};

/// Comments on GitHub have at most 65 536 characters.
const MOST: usize = 60_000;

pub(super) fn render(diff: &Diff) -> String {
    let mut parts = vec![format!("### {} → {}\n\n**{}**\n", code(&diff.old), code(&diff.new), diff.headline())];
    if !diff.changes.is_empty() {
        parts.push("\n| # | where | what | before | after | old readers | new readers | Rust API |\n".to_owned());
        parts.push("|---|---|---|---|---|---|---|---|\n".to_owned());
    }
    let mut left = MOST;
    let rows = diff.changes.iter().enumerate().map(|(index, change)| row(index + 1, change));
    parts.extend(fitting(rows, &mut left, "rows"));
    let details = diff.changes.iter().enumerate().map(|(index, change)| details(index + 1, change));
    parts.extend(fitting(details, &mut left, "details"));
    if !diff.renamed.is_empty() {
        parts.push("\nRust items that change though no value does:\n\n".to_owned());
        parts.extend(fitting(diff.renamed.iter().map(item), &mut left, "items"));
    }
    let notes = advice(diff).into_iter().chain(diff.notes.iter().map(String::as_str));
    parts.extend(notes.map(|note| format!("\n> Note: {note}\n")));
    parts.concat()
}

/// The parts for which there is room, and how many there are more.
fn fitting(parts: impl Iterator<Item = String>, left: &mut usize, what: &str) -> Vec<String> {
    let (mut kept, mut more) = (Vec::new(), 0);
    for part in parts {
        match left.checked_sub(part.len()) {
            Some(rest) if more == 0 => {
                *left = rest;
                kept.push(part);
            }
            _ => more += 1,
        }
    }
    kept.extend(
        (more > 0).then(|| format!("\n{more} more {what} are left out: the text is too long for a comment.\n")),
    );
    kept
}

fn row(number: usize, change: &Change) -> String {
    let shown = |side| code(&elide(&clean(&value(side)), 60));
    let both = |readers: [(&str, &Verdict); 2]| {
        readers.map(|(reading, verdict)| format!("{reading} {}", mark(verdict))).join("<br>")
    };
    format!(
        "| {number} | {} | {} | {} | {} | {} | {} | {} |\n",
        code(&place(change)),
        title(change),
        shown(change.before.as_ref()),
        shown(change.after.as_ref()),
        both(change.old_readers.each()),
        both(change.new_readers.each()),
        change.bump,
    )
}

fn mark(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Refuses { .. } => format!("**{}**", verdict.word()),
        _ => verdict.word().to_owned(),
    }
}

fn details(number: usize, change: &Change) -> String {
    let summary = format!("{number}. {} at {}", title(change), html(&place(change)));
    let mut parts = vec![format!("\n<details><summary>{summary}</summary>\n\n")];
    for (readers, reading, verdict) in change.verdicts() {
        let why = reason(change.kind, readers, reading, verdict);
        parts.push(format!("- {readers} {reading} readers: {}, {why}\n", mark(verdict)));
        parts.extend(verdict.sample().map(|sample| block(&sample.to_string())));
    }
    parts.extend(change.api.iter().map(item));
    parts.push("\n</details>\n".to_owned());
    parts.concat()
}

fn item(item: &ApiChange) -> String {
    let readings = if item.readings.len() == 1 { format!(" ({} only)", item.readings.join("")) } else { String::new() };
    format!("- Rust API: {}, {}{readings}\n", item.bump, clean(&item.text))
}

/// A block whose fence is longer than any in it (CommonMark 0.31, section 4.5).
fn block(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("\n  {fence}json\n  {text}\n  {fence}\n\n")
}

/// A code span in a cell of a table: a bar would end the cell even there.
fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", clean(text).replace('|', "\\|"))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
