//! What users want otherwise than the schema says: read from one small TOML file.

mod looks;
mod names;
mod read;
mod replace;
mod table;

use crate::diagnostic::{Code, Diagnostic, Related, Report, shown};
use crate::load;
use crate::pointer;
pub(crate) use looks::{Looks, TypeLooks};
pub(crate) use names::{Named, Rename};
pub(crate) use replace::{Replaced, Replacement};
use std::ops::Range;
use std::path::Path;

/// What the types are to be otherwise than the schema alone makes them.
///
/// It is the content of a `clerk-codegen.toml`. Each entry must match something: one that does not is an error, so that
/// none is left behind when the schema changes. The default changes nothing.
///
/// # Examples
///
/// ```
/// use clerk_codegen::{Customisation, Document, Options, generate};
///
/// let document = Document::parse("pet.json", r#"{"type": "object", "properties": {"id": {"type": "string"}}}"#)?;
/// let mut options = Options::default();
/// options.customisation = Customisation::parse("clerk-codegen.toml", "[rename]\n'/properties/id' = 'identifier'")?;
/// assert!(generate(&document, &options)?.code.contains("pub identifier: Option<String>"));
/// # Ok::<(), clerk_codegen::Report>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customisation {
    name: String,
    text: String,
    pub(crate) renames: Vec<Rename>,
    pub(crate) replacements: Vec<Replacement>,
    pub(crate) looks: Looks,
}

impl Customisation {
    /// Reads a TOML file.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the file cannot be read, and as for [`Customisation::parse`].
    pub fn read(path: &Path) -> Result<Self, Report> {
        let name = shown(path);
        let text = load::config(path)?;
        Self::parse(name, text)
    }

    /// Reads the text of a TOML file; `name` is what diagnostics call it.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the text is no TOML, or a key or a value of it is not what it should be.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Report> {
        let mut custom = Self { name: name.into(), text: text.into(), ..Self::default() };
        let found = read::read(&mut custom);
        if found.is_empty() { Ok(custom) } else { Err(custom.report(found)) }
    }

    /// The path of the type of maps.
    pub(crate) fn map(&self) -> Option<&str> {
        self.looks.map.as_deref()
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same, where pointers into a file of this name are pointers into the main one.
    pub(crate) fn of_main_file(&self, name: &str) -> Self {
        let file = pointer::of_file(name);
        let mut custom = self.clone();
        let renamed = custom.renames.iter_mut().map(|rename| &mut rename.pointer);
        let replaced = custom.replacements.iter_mut().filter_map(|replacement| match &mut replacement.schemas {
            Replaced::Schema(pointer) => Some(pointer),
            Replaced::Format(_) => None,
        });
        for at in renamed.chain(replaced) {
            let (own, inside) = pointer::split(at);
            if own == file {
                *at = inside.to_owned();
            }
        }
        custom
    }

    /// A report about the file: diagnostics have their places already.
    pub(crate) fn report(&self, mut diagnostics: Vec<Diagnostic>) -> Report {
        diagnostics.sort_by_key(|found| found.span.as_ref().map(|span| span.start));
        diagnostics.dedup();
        Report::new(&self.name, &self.text, diagnostics)
    }
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its JSON pointer, as if the TOML were JSON.
    at: String,
    span: Range<usize>,
}

impl Entry {
    /// What is wrong with it.
    pub(crate) fn error(&self, code: Code, message: String, help: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, &self.at, message, help).with_span(self.span.clone())
    }

    /// The same, about another entry as well.
    pub(crate) fn beside(&self, mut found: Diagnostic, label: &str) -> Diagnostic {
        let other =
            Related { pointer: self.at.clone(), label: label.to_owned(), span: Some(self.span.clone()), file: None };
        found.related.push(other);
        found
    }
}
