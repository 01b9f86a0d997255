//! For a comment on a pull request.

use super::{advice, beside, clean, elide, place, title, value};
use crate::diff::reason::reason_of;
use crate::diff::report::{ApiChange, Change, Diff, PartChange};
use crate::diff::verdict::{Judged, Verdict, Who};

/// Comments on GitHub have at most 65 536 characters.
const MOST: usize = 60_000;

pub(super) fn render(diff: &Diff) -> String {
    let mut parts = vec![format!("### {} → {}\n\n**{}**\n", code(&diff.old), code(&diff.new), diff.headline())];
    let mut left = MOST;
    if !diff.parts.is_empty() {
        parts.push("\n".to_owned());
        parts.extend(fitting(diff.parts.iter().map(of_part), &mut left, "parts"));
    }
    if !diff.changes.is_empty() {
        let [old, new] = if diff.counts.is_some() { ["old", "new"] } else { ["old readers", "new readers"] };
        parts.push(format!("\n| # | where | what | before | after | {old} | {new} | Rust API |\n"));
        parts.push("|---|---|---|---|---|---|---|---|\n".to_owned());
    }
    let rows = diff.changes.iter().enumerate().map(|(index, change)| row(index + 1, change));
    parts.extend(fitting(rows, &mut left, "rows"));
    let details = diff.changes.iter().enumerate().map(|(index, change)| details(index + 1, change));
    parts.extend(fitting(details, &mut left, "details"));
    if !diff.renamed.is_empty() {
        parts.push(format!("\n{}\n\n", beside(diff)));
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
    let judged = change.verdicts();
    let both = |side: &str| {
        let own = judged.iter().filter(|judged| judged.side == side);
        own.map(|judged| format!("{} {}", short(judged), mark(judged.verdict))).collect::<Vec<_>>().join("<br>")
    };
    let part = change.part.as_ref().map(|part| format!("{}<br>", html(&clean(part)))).unwrap_or_default();
    format!(
        "| {number} | {part}{} | {} | {} | {} | {} | {} | {} |\n",
        code(&place(change)),
        title(change),
        shown(change.before.as_ref()),
        shown(change.after.as_ref()),
        both("old"),
        both("new"),
        change.bump,
    )
}

fn short(judged: &Judged<'_>) -> &'static str {
    match judged.who {
        Who::Readers(reading) => reading,
        Who::Writers => "writers",
    }
}

fn of_part(part: &PartChange) -> String {
    let breaks = part.breaks.map(|whom| format!(" (**breaks {whom}**)")).unwrap_or_default();
    format!("- {}: {}{breaks}\n", html(&clean(&part.part)), html(&clean(&part.text)))
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
    for judged in change.verdicts() {
        let why = reason_of(change.kind, change.parameter.is_some(), &judged);
        parts.push(format!("- {}: {}, {why}\n", judged.name(), mark(judged.verdict)));
        parts.extend(judged.verdict.sample().map(|sample| block(&sample.to_string())));
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
pub(super) fn code(text: &str) -> String {
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
