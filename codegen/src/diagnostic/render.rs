//! A report as text for people and as JSON lines for programs.

use super::{Diagnostic, Related, Report, Severity};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::ops::Range;

/// The texts of all files that a report speaks of.
struct Texts<'a> {
    main: (&'a str, Lines<'a>),
    others: Vec<(&'a str, Lines<'a>)>,
}

impl<'a> Texts<'a> {
    fn of(report: &'a Report) -> Self {
        let others = report.others.iter().map(|other| (other.file.as_str(), Lines::of(&other.text)));
        Self { main: (report.file.as_str(), Lines::of(&report.text)), others: others.collect() }
    }

    /// The name of a file, and its lines.
    fn find(&self, file: Option<&str>) -> (&'a str, &Lines<'a>) {
        let (name, lines) = self.others.iter().find(|(name, _)| Some(*name) == file).unwrap_or(&self.main);
        (name, lines)
    }
}

pub(super) fn human(report: &Report, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let texts = Texts::of(report);
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        out.push_str(&renderer.render(&groups(&texts, diagnostic)));
        out.push_str("\n\n");
    }
    out
}

fn groups<'a>(texts: &Texts<'a>, diagnostic: &'a Diagnostic) -> Vec<Group<'a>> {
    let title = level(diagnostic.severity).primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let place = place(texts, diagnostic, title);
    let pointer = if diagnostic.pointer.is_empty() { "the whole document" } else { &diagnostic.pointer };
    let group = place
        .element(Level::NOTE.no_name().message(format!("at: {pointer}")))
        .element(Level::HELP.message(diagnostic.help.as_str()));
    vec![group]
}

fn place<'a>(texts: &Texts<'a>, diagnostic: &'a Diagnostic, title: annotate_snippets::Title<'a>) -> Group<'a> {
    let (file, lines) = texts.find(diagnostic.file.as_deref());
    let Some(span) = diagnostic.span.clone() else {
        return title.element(Origin::path(file));
    };
    let (here, elsewhere): (Vec<&Related>, Vec<&Related>) =
        diagnostic.related.iter().partition(|other| other.file == diagnostic.file);
    let related = here.into_iter().filter_map(|other| Some((other.span.clone()?, other.label.as_str())));
    let mut group = title.element(snippet(file, lines, Some(&span), &related.collect::<Vec<_>>()));
    for other in elsewhere {
        let (file, lines) = texts.find(other.file.as_deref());
        if let Some(span) = other.span.clone() {
            group = group.element(snippet(file, lines, None, &[(span, other.label.as_str())]));
        }
    }
    group
}

/// The lines of one file in which spans stand: what is wrong, and what is related to it.
fn snippet<'a>(
    file: &'a str,
    lines: &Lines<'a>,
    primary: Option<&Range<usize>>,
    related: &[(Range<usize>, &'a str)],
) -> Snippet<'a, Annotation<'a>> {
    let all = related.iter().map(|(other, _)| other).chain(primary);
    let (first, start, text) = lines.around(all);
    let shown = |span: &Range<usize>| span.start - start..span.end - start;
    Snippet::source(text)
        .line_start(first)
        .path(file)
        .annotations(primary.iter().map(|span| AnnotationKind::Primary.span(shown(span))))
        .annotations(related.iter().map(|(other, label)| AnnotationKind::Context.span(shown(other)).label(*label)))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

pub(super) fn json_lines(report: &Report) -> String {
    let texts = Texts::of(report);
    report.diagnostics.iter().map(|found| json_object(&texts, found).to_string() + "\n").collect()
}

fn json_object(texts: &Texts<'_>, found: &Diagnostic) -> Value {
    let (file, lines) = texts.find(found.file.as_deref());
    let (line, column) = lines.line_and_column(found.span.as_ref());
    let related = found.related.iter().map(|other| {
        let (other_file, lines) = texts.find(other.file.as_deref());
        let (line, column) = lines.line_and_column(other.span.as_ref());
        let mut object = json!({"pointer": other.pointer, "label": other.label, "line": line, "column": column});
        if let Some(members) = object.as_object_mut().filter(|_| other_file != file) {
            members.insert("file".to_owned(), Value::from(other_file));
        }
        object
    });
    json!({
        "severity": severity_name(found.severity),
        "code": found.code.as_str(),
        "file": file,
        "line": line,
        "column": column,
        "pointer": found.pointer,
        "message": found.message,
        "help": found.help,
        "related": related.collect::<Vec<_>>(),
    })
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A text, and where its lines begin: found once, for however many diagnostics.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The number of the line, from 1, in which a byte stands, and the byte where it begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let number = self.starts.partition_point(|start| *start <= at);
        (number, self.starts.get(number.saturating_sub(1)).copied().unwrap_or_default())
    }

    /// The lines in which spans stand: the number of the first, the byte where it begins, their text.
    fn around<'s>(&self, spans: impl Iterator<Item = &'s Range<usize>>) -> (usize, usize, &'a str) {
        let (from, to) = spans.fold((usize::MAX, 0), |(from, to), span| (from.min(span.start), to.max(span.end)));
        let (first, start) = self.line(from);
        let end = self.starts.get(self.line(to).0).copied().unwrap_or(self.text.len());
        (first, start, self.text.get(start..end).unwrap_or_default())
    }

    /// Both from 1; columns count characters.
    fn line_and_column(&self, span: Option<&Range<usize>>) -> (Option<usize>, Option<usize>) {
        let place = span.and_then(|span| {
            let (number, start) = self.line(span.start);
            Some((number, self.text.get(start..span.start)?.chars().count() + 1))
        });
        place.unzip()
    }
}
