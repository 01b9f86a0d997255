//! What became of each keyword of a schema.

use crate::diagnostic::Report;
use crate::generate::{file_name, model_of, refuse_customisation};
use crate::load::Document;
use crate::model::Fate;
use crate::options::Options;
use crate::pointer;
use crate::project::{self, Subject};
use serde_json::json;
use std::fmt::Write;

/// What became of one keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explained {
    /// The file, if it is not the document itself but one that it refers to.
    pub file: Option<String>,
    /// JSON pointer (RFC 6901) of the keyword, or of the schema that names no type.
    pub pointer: String,
    /// The keyword.
    pub keyword: String,
    /// `carried`, `checked`, `annotation`, `assumed`, `limited` or `not enforced`.
    pub fate: &'static str,
    /// By which Rust type, or why.
    pub by: String,
}

/// What became of every keyword, in the order of the schemas.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The keywords.
    pub keywords: Vec<Explained>,
}

/// How an [`Explanation`] is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainFormat {
    /// A line for each keyword.
    Text,
    /// A table.
    Markdown,
    /// One JSON object per line, with the members `pointer`, `keyword`, `fate` and `by`, and `file` where it is another.
    Json,
}

/// Says what becomes of each keyword of a schema: a Rust type holds it, a rule checks it, or neither and why.
///
/// # Errors
///
/// A [`Report`] when the document is no schema.
pub fn explain(document: &Document, options: &Options) -> Result<Explanation, Report> {
    let failed = |found| document.report(found);
    let (schema, model, selection) = model_of(document, options).map_err(failed)?;
    let custom = options.customisation.of_main_file(&file_name(document));
    let subject = Subject { document, selection: &selection, custom: &custom };
    let projected = project::project(&model, subject);
    refuse_customisation(&custom, &projected.about_custom)?;
    let plan = projected.plan;
    let made = plan.types.iter().map(|ty| (ty.pointer.as_str(), ty.name.as_str()));
    let replaced = projected.replaced.iter().map(|(at, path)| (at.as_str(), path.as_str()));
    let types: Vec<(&str, &str)> = made.chain(replaced).collect();
    let is_checked = options.reading == crate::plan::Reading::Strict;
    let entries = model.ledger.entries(&schema).into_iter();
    let explained = entries.filter(|entry| !selection.is_made(document, &entry.pointer)).map(|entry| {
        let holder = holder(&types, &entry.pointer);
        let (fate, by) = match entry.fate {
            Fate::Carried => ("carried", holder),
            Fate::Checked if is_checked => ("checked", holder),
            Fate::Checked => ("not enforced", "the tolerant reading checks nothing".to_owned()),
            Fate::Annotation => ("annotation", String::new()),
            Fate::Assumed(name) => ("assumed", name.to_owned()),
            Fate::Limited(why) => ("limited", why.to_owned()),
            Fate::NotEnforced(why) => ("not enforced", why.to_owned()),
        };
        let file = document.file_of(&entry.pointer).map(str::to_owned);
        let pointer = pointer::split(&entry.pointer).1.to_owned();
        Explained { file, pointer, keyword: entry.keyword, fate, by }
    });
    Ok(Explanation { keywords: explained.collect() })
}

/// The types that are made from the schema around a keyword: two, where what is read and what is sent differ.
fn holder(types: &[(&str, &str)], pointer: &str) -> String {
    let around = |at: &str| pointer.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let nearest = types.iter().map(|(at, _)| *at).filter(|at| around(at)).max_by_key(|at| at.len());
    let names: Vec<&str> = types.iter().filter(|(at, _)| Some(*at) == nearest).map(|(_, name)| *name).collect();
    names.join(", ")
}

impl Explanation {
    /// The explanation as text in a format.
    #[must_use]
    pub fn render(&self, format: ExplainFormat) -> String {
        let mut text = String::new();
        if format == ExplainFormat::Markdown {
            text.push_str("| keyword | at | fate | by, or why |\n|---|---|---|---|\n");
        }
        for Explained { file, pointer, keyword, fate, by } in &self.keywords {
            let place = format!("{}#{pointer}", file.as_deref().unwrap_or_default());
            let written = match format {
                ExplainFormat::Text if by.is_empty() => writeln!(text, "{place}: {fate}"),
                ExplainFormat::Text => writeln!(text, "{place}: {fate} ({by})"),
                ExplainFormat::Markdown => {
                    writeln!(text, "| `{keyword}` | `{}` | {fate} | {by} |", place.replace('|', "\\|"))
                }
                ExplainFormat::Json => {
                    let mut object = json!({"pointer": pointer, "keyword": keyword, "fate": fate, "by": by});
                    if let (Some(members), Some(file)) = (object.as_object_mut(), file) {
                        members.insert("file".to_owned(), json!(file));
                    }
                    writeln!(text, "{object}")
                }
            };
            if written.is_err() {
                break;
            }
        }
        text
    }
}
