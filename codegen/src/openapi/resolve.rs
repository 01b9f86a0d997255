//! Follows the references of an OpenAPI document that stand where no schema does.

use super::names::component_words;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Document;
use crate::pointer;
use serde_json::Value;

/// A part of a document, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Part<'d> {
    pub(super) at: String,
    pub(super) value: &'d Value,
    /// Whether a reference led there.
    pub(super) is_referred: bool,
    /// Whether it is a parameter or a header that is a schema itself, as in Swagger 2.0.
    pub(super) is_inline: bool,
}

impl<'d> Part<'d> {
    pub(super) fn of(document: &'d Document, at: &str) -> Option<Self> {
        Some(Self { at: at.to_owned(), value: document.value(at)?, is_referred: false, is_inline: false })
    }

    /// A member, its reference not followed.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        Some(Self {
            at: pointer::join(&self.at, name),
            value: self.value.get(name)?,
            is_referred: false,
            is_inline: false,
        })
    }

    /// The members in the order of the text, extensions left out (OpenAPI 3.0.3, "Specification Extensions").
    pub(super) fn members(&self) -> impl Iterator<Item = (&'d str, Self)> + use<'_, 'd> {
        self.entries().filter(|(name, _)| !name.starts_with("x-"))
    }

    /// What a map holds, in the order of the text: of its names any may begin with `x-`, as those of headers do.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'d str, Self)> + use<'_, 'd> {
        let entries = self.value.as_object().into_iter().flatten();
        entries.map(|(name, value)| {
            let at = pointer::join(&self.at, name);
            (name.as_str(), Self { at, value, is_referred: false, is_inline: false })
        })
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = Self> + use<'_, 'd> {
        let elements = self.value.as_array().into_iter().flatten().enumerate();
        elements.map(|(index, value)| Self {
            at: pointer::join(&self.at, &index.to_string()),
            value,
            is_referred: false,
            is_inline: false,
        })
    }

    /// Whether a reference led into another file, where nothing lists it.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.is_referred && !pointer::split(&self.at).0.is_empty()
    }

    /// Whether it stands in place: no component has it.
    pub(super) fn is_in_place(&self) -> bool {
        !self.is_referred || self.is_elsewhere()
    }

    /// The words that name what stands in it: of its own name if it is another file's, else those of its place.
    pub(super) fn words(&self, kind: &str, place: &str) -> String {
        let own = pointer::own_name(&self.at).filter(|_| self.is_elsewhere());
        own.map_or_else(|| place.to_owned(), |own| component_words(&own, kind))
    }

    pub(super) fn text(&self, name: &str) -> Option<&'d str> {
        self.value.get(name).and_then(Value::as_str)
    }
}

/// How many references may lead from one to the next.
const MOST_STEPS: usize = 32;

/// What a part is, its references followed (OpenAPI 3.0.3, "Reference Object").
pub(super) fn resolve<'d>(document: &'d Document, part: Part<'d>) -> Result<Part<'d>, Diagnostic> {
    let start = part.at.clone();
    let mut part = part;
    for _ in 0..MOST_STEPS {
        let Some(text) = part.text("$ref") else { return Ok(part) };
        let at = pointer::join(&part.at, "$ref");
        let target = document.target(&part.at, text).map_err(|found| at_reference(found, &at))?;
        let found = target.and_then(|target| Part::of(document, &target));
        let Some(found) = found.filter(|found| found.value.is_object()) else { return Err(nowhere(text, &at)) };
        part = Part { is_referred: true, ..found };
    }
    Err(endless(&start))
}

/// What is wrong with a reference, at its place. What is behind a URL is not read, and what is here can be without it.
fn at_reference(found: Diagnostic, at: &str) -> Diagnostic {
    match pointer::split(&found.pointer) {
        ("", _) if found.code == Code::ExternalRef => Diagnostic {
            severity: Severity::Warning,
            message: format!("{}, so no types are made of what stands there", found.message),
            pointer: at.to_owned(),
            ..found
        },
        ("", _) => Diagnostic { pointer: at.to_owned(), ..found },
        _ => found.with_related(at, "this leads to that file"),
    }
}

fn nowhere(text: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRef,
        at,
        if text.starts_with('#') {
            format!("`{text}` is not in the document")
        } else {
            format!("what `{text}` points at is not in that file")
        },
        "refer to something that is there",
    )
}

fn endless(at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::RefCycle,
        at,
        format!("more than {MOST_STEPS} references lead from here to one another"),
        "let one of them refer to what is meant",
    )
}
