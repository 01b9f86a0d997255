//! Follows the references of an OpenAPI document that stand where no schema does.

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
        Some(Self { at: at.to_owned(), value: document.root().pointer(at)?, is_referred: false, is_inline: false })
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
        let Some(target) = pointer::of_local_ref(text) else { return Err(leaves(text, &at)) };
        let Some(found) = Part::of(document, &target).filter(|found| found.value.is_object()) else {
            return Err(nowhere(text, &at));
        };
        part = Part { is_referred: true, ..found };
    }
    Err(endless(&start))
}

/// A reference to a place in the document, as text (RFC 6901, section 6: `%` is the only character that would be undone).
pub(super) fn reference_to(at: &str) -> String {
    format!("#{}", at.replace('%', "%25"))
}

/// What stands in other files is not read, and what is here can be without it.
fn leaves(text: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::ExternalRef,
        at,
        format!("`{text}` leaves the document, so no types are made of what stands there"),
        "copy what it means into this document, under `#/components`, and refer to it there",
    )
}

fn nowhere(text: &str, at: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRef,
        at,
        format!("`{text}` is not in the document"),
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
