//! For GitHub Actions: workflow commands that become annotations of lines.
//!
//! See <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use super::{place, title, value};
use crate::diff::report::{Change, Diff, PartChange};
use crate::diff::verdict::Verdict;

pub(super) fn render(diff: &Diff) -> String {
    let lines = diff.changes.iter().map(|change| {
        let file = change.file.as_ref().unwrap_or(if change.is_gone { &diff.files.0 } else { &diff.files.1 });
        let title = format!("{} at {}", title(change), place(change));
        command(level(change), file, change.line, &title, &message(change))
    });
    let parts = diff.parts.iter().map(|part| part_line(diff, part));
    let lines = parts.chain(lines);
    let level = if diff.is_breaking() { "error" } else { "notice" };
    let renamed = diff.renamed.iter().map(|item| format!("{}: {}", item.bump, item.text)).collect::<Vec<_>>();
    let renamed =
        (!renamed.is_empty()).then(|| command(level, &diff.files.1, 1, &diff.headline(), &renamed.join("\n")));
    lines.chain(renamed).collect()
}

fn part_line(diff: &Diff, part: &PartChange) -> String {
    let file = part.file.as_ref().unwrap_or(if part.is_gone { &diff.files.0 } else { &diff.files.1 });
    let (level, breaks) = match part.breaks {
        Some(whom) => ("error", format!("\nbreaks {whom}")),
        None => ("notice", String::new()),
    };
    let title = format!("{} at {}", part.kind.replace('-', " "), part.part);
    command(level, file, part.line, &title, &format!("{}{breaks}", part.text))
}

fn level(change: &Change) -> &'static str {
    let unclear = change.verdicts().iter().any(|judged| *judged.verdict == Verdict::NotShown);
    match (change.is_breaking(), unclear) {
        (true, _) => "error",
        (false, true) => "warning",
        (false, false) => "notice",
    }
}

fn message(change: &Change) -> String {
    let mut lines = vec![format!("{} -> {}", value(change.before.as_ref()), value(change.after.as_ref()))];
    for judged in change.verdicts() {
        let sample = judged.verdict.sample().map(|sample| format!(": {sample}")).unwrap_or_default();
        lines.push(format!("{}: {}{sample}", judged.name(), judged.verdict.word()));
    }
    lines.push(format!("Rust API: {}", change.bump));
    lines.extend(change.api.iter().map(|item| item.text.clone()));
    lines.join("\n")
}

pub(super) fn command(level: &str, file: &str, line: usize, title: &str, message: &str) -> String {
    format!("::{level} file={},line={line},title={}::{}\n", property(file), property(title), data(message))
}

/// A percent sign and line ends would be taken for escapes and for the end of the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, a colon and a comma end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
