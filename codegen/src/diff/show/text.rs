//! For a terminal: at most 100 columns.

use super::{advice, beside, clean, elide, place, title, value};
use crate::diff::reason::{reason, reason_of};
use crate::diff::report::{ApiChange, Bump, Change, Diff, PartChange};
use crate::diff::verdict::{Readers, Verdict, Who};
use anstyle::{AnsiColor, Style};

const WIDTH: usize = 100;
/// Where verdicts begin.
const INDENT: usize = 14;

pub(super) fn render(diff: &Diff, colour: bool) -> String {
    let mut page = Page { colour, out: String::new() };
    page.wrapped(0, &format!("{} -> {}", clean(&diff.old), clean(&diff.new)), Style::new().dimmed());
    page.wrapped(0, &diff.headline(), Style::new().bold());
    if !diff.parts.is_empty() {
        page.out.push('\n');
        diff.parts.iter().for_each(|part| page.part(part));
    }
    let mut part = None;
    for (index, change) in diff.changes.iter().enumerate() {
        if change.part != part {
            part.clone_from(&change.part);
            page.heading(change);
        }
        page.change(index + 1, change);
    }
    if !diff.renamed.is_empty() {
        page.out.push('\n');
        page.wrapped(0, beside(diff), Style::new().bold());
        diff.renamed.iter().for_each(|item| page.item(4, item));
    }
    for note in advice(diff).into_iter().chain(diff.notes.iter().map(String::as_str)) {
        page.out.push('\n');
        page.wrapped(0, &format!("note: {note}"), Style::new());
    }
    page.out
}

struct Page {
    colour: bool,
    out: String,
}

impl Page {
    fn change(&mut self, number: usize, change: &Change) {
        self.out.push('\n');
        self.wrapped(0, &format!("{number}. {}", place(change)), Style::new().bold());
        let shown = |side| elide(&clean(&value(side)), 2 * WIDTH);
        let (before, after) = (shown(change.before.as_ref()), shown(change.after.as_ref()));
        self.wrapped(3, &format!("{}: {before} -> {after}", title(change)), Style::new());
        if change.direction.is_read() {
            self.readers(change, "old", &change.old_readers);
            self.readers(change, "new", &change.new_readers);
        }
        for judged in change.verdicts().iter().filter(|judged| judged.who == Who::Writers) {
            self.label(&judged.name());
            let why = reason_of(change.kind, change.parameter.is_some(), judged);
            self.verdict("", judged.verdict, &why);
        }
        self.label("Rust API");
        self.out.push_str(&self.painted(&format!("{}\n", change.bump), of_bump(change.bump)));
        change.api.iter().for_each(|item| self.item(INDENT + 3, item));
    }

    fn part(&mut self, part: &PartChange) {
        let (breaks, style) = match part.breaks {
            Some(whom) => (format!(" (breaks {whom})"), AnsiColor::Red.on_default().bold()),
            None => (String::new(), Style::new()),
        };
        self.wrapped(0, &format!("- {}: {}{breaks}", clean(&part.part), clean(&part.text)), style);
    }

    /// The schema or the operation that the next changes are of, and which way it goes.
    fn heading(&mut self, change: &Change) {
        let Some(part) = &change.part else { return };
        let way = change.direction.words().map(|way| format!(" ({way})")).unwrap_or_default();
        self.out.push('\n');
        self.wrapped(0, &format!("== {}{way}", clean(part)), Style::new().bold());
    }

    fn label(&mut self, label: &str) {
        let width = INDENT;
        self.push(&format!("   {label:width$}"));
    }

    /// What is the same for both readings is said once.
    fn readers(&mut self, change: &Change, readers: &str, verdicts: &Readers) {
        let Readers { tolerant, strict } = verdicts;
        let why = |reading: &str, verdict: &Verdict| reason(change.kind, readers, reading, verdict);
        self.label(&format!("{readers} readers"));
        if tolerant == strict && why("tolerant", tolerant) == why("strict", strict) {
            return self.verdict("both", tolerant, why("strict", strict));
        }
        self.verdict("tolerant", tolerant, why("tolerant", tolerant));
        self.label("");
        self.verdict("strict", strict, why("strict", strict));
    }

    fn verdict(&mut self, reading: &str, verdict: &Verdict, why: &str) {
        let word = self.painted(&format!("{:9}", verdict.word()), of_verdict(verdict));
        self.push(&format!("{reading:9} {word} "));
        let indent = INDENT + 3 + 20;
        let lines = wrap(why, WIDTH - indent);
        self.out.push_str(&lines.join(&format!("\n{}", " ".repeat(indent))));
        self.out.push('\n');
        if let Some(sample) = verdict.sample() {
            self.wrapped(INDENT + 3, &clean(&sample.to_string()), AnsiColor::Yellow.on_default());
        }
    }

    fn item(&mut self, indent: usize, item: &ApiChange) {
        let readings =
            if item.readings.len() == 1 { format!(" ({} only)", item.readings.join("")) } else { String::new() };
        self.wrapped(indent, &format!("{}: {}{readings}", item.bump, clean(&item.text)), Style::new());
    }

    fn wrapped(&mut self, indent: usize, text: &str, style: Style) {
        for line in wrap(text, WIDTH - indent) {
            let line = self.painted(&line, style);
            self.push(&format!("{}{line}\n", " ".repeat(indent)));
        }
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn painted(&self, text: &str, style: Style) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

fn of_bump(bump: Bump) -> Style {
    match bump {
        Bump::Major => AnsiColor::Red.on_default().bold(),
        Bump::Minor => AnsiColor::Yellow.on_default(),
        Bump::Patch => AnsiColor::Green.on_default(),
    }
}

fn of_verdict(verdict: &Verdict) -> Style {
    match verdict {
        Verdict::Refuses { .. } => AnsiColor::Red.on_default().bold(),
        Verdict::NotShown => AnsiColor::Yellow.on_default(),
        Verdict::Reads => AnsiColor::Green.on_default(),
    }
}

/// Lines of at most so many characters, broken behind a space or a comma if there is one far enough on the right.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest: Vec<char> = text.chars().collect();
    while rest.len() > width {
        let is_break = |at: &usize| rest.get(*at).is_some_and(|c| matches!(c, ' ' | ',' | '/'));
        let end = (width / 2..width).rev().find(is_break).map_or(width, |at| at + 1);
        let tail = rest.split_off(end);
        lines.push(rest.iter().collect::<String>().trim_end().to_owned());
        rest = tail;
    }
    lines.push(rest.into_iter().collect());
    lines
}
