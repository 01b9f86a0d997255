//! A report as text for people and as JSON lines for programs.

use super::{Diagnostic, Report, Severity};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::ops::Range;

pub(super) fn human(report: &Report, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        out.push_str(&renderer.render(&groups(report, diagnostic)));
        out.push_str("\n\n");
    }
    out
}

fn groups<'a>(report: &'a Report, diagnostic: &'a Diagnostic) -> Vec<Group<'a>> {
    let title = level(diagnostic.severity).primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let place = place(report, diagnostic, title);
    let pointer = if diagnostic.pointer.is_empty() { "the whole document" } else { &diagnostic.pointer };
    let group = place
        .element(Level::NOTE.no_name().message(format!("at: {pointer}")))
        .element(Level::HELP.message(diagnostic.help.as_str()));
    vec![group]
}

fn place<'a>(report: &'a Report, diagnostic: &'a Diagnostic, title: annotate_snippets::Title<'a>) -> Group<'a> {
    let Some(span) = diagnostic.span.clone() else {
        return title.element(Origin::path(report.file.as_str()));
    };
    let related = diagnostic.related.iter().filter_map(|other| {
        let span = other.span.clone()?;
        Some(AnnotationKind::Context.span(span).label(other.label.as_str()))
    });
    let snippet: Snippet<'a, Annotation<'a>> = Snippet::source(report.text.as_str())
        .path(report.file.as_str())
        .annotation(AnnotationKind::Primary.span(span))
        .annotations(related);
    title.element(snippet)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

pub(super) fn json_lines(report: &Report) -> String {
    report.diagnostics.iter().map(|found| json_object(report, found).to_string() + "\n").collect()
}

fn json_object(report: &Report, found: &Diagnostic) -> Value {
    let (line, column) = line_and_column(&report.text, found.span.as_ref());
    let related = found.related.iter().map(|other| {
        let (line, column) = line_and_column(&report.text, other.span.as_ref());
        json!({"pointer": other.pointer, "label": other.label, "line": line, "column": column})
    });
    json!({
        "severity": severity_name(found.severity),
        "code": found.code.as_str(),
        "file": report.file,
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

fn line_and_column(text: &str, span: Option<&Range<usize>>) -> (Option<usize>, Option<usize>) {
    let Some(before) = span.and_then(|span| text.get(..span.start)) else {
        return (None, None);
    };
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (Some(before.matches('\n').count() + 1), Some(column + 1))
}
