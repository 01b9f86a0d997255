//! The values of a TOML file, each with its place.

use super::Entry;
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A value, and where it stands.
pub(super) struct Part<'t> {
    pub(super) entry: Entry,
    value: &'t DeValue<'t>,
}

impl<'t> Part<'t> {
    pub(super) fn of(key: &Spanned<DeString<'t>>, value: &'t Spanned<DeValue<'t>>, parent: &str) -> (String, Self) {
        let name = key.get_ref().to_string();
        let entry = Entry { at: pointer::join(parent, &name), span: key.span() };
        (name, Self { entry, value: value.get_ref() })
    }

    /// Its members, by name.
    pub(super) fn members(&self) -> Result<Vec<(String, Part<'t>)>, Diagnostic> {
        let table = self.value.as_table().ok_or_else(|| self.wrong_kind("a table"))?;
        Ok(members(table, &self.entry.at))
    }

    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    pub(super) fn text(&self) -> Result<&'t str, Diagnostic> {
        self.value.as_str().ok_or_else(|| self.wrong_kind("a string"))
    }

    pub(super) fn flag(&self) -> Result<bool, Diagnostic> {
        self.value.as_bool().ok_or_else(|| self.wrong_kind("true or false"))
    }

    pub(super) fn texts(&self) -> Result<Vec<Part<'t>>, Diagnostic> {
        let elements = self.value.as_array().ok_or_else(|| self.wrong_kind("an array of strings"))?;
        let one = |(index, element): (usize, &'t Spanned<DeValue<'t>>)| Part {
            entry: Entry { at: pointer::join(&self.entry.at, &index.to_string()), span: element.span() },
            value: element.get_ref(),
        };
        Ok(elements.iter().enumerate().map(one).collect())
    }

    fn wrong_kind(&self, wanted: &str) -> Diagnostic {
        let message = format!("{wanted} belongs here, and this is of the kind {}", self.value.type_str());
        self.entry.error(Code::BadCustomisation, message, format!("write {wanted}"))
    }

    /// A key that means nothing here.
    pub(super) fn unknown(&self, known: &[&str]) -> Diagnostic {
        let known: Vec<String> = known.iter().map(|key| format!("`{key}`")).collect();
        self.entry.error(
            Code::BadCustomisation,
            "this key means nothing here".to_owned(),
            format!("remove it, or write one of {}", known.join(", ")),
        )
    }
}

pub(super) fn members<'t>(table: &'t DeTable<'t>, at: &str) -> Vec<(String, Part<'t>)> {
    table.iter().map(|(key, value)| Part::of(key, value, at)).collect()
}

/// The JSON pointer that a key is; a reference says one too, as in `#/$defs/Pet` and `pet.yaml#/$defs/Pet`.
pub(super) fn schema_pointer(key: &str, entry: &Entry) -> Result<String, Diagnostic> {
    let is_pointer = |key: &str| key.is_empty() || key.starts_with('/');
    if is_pointer(key) {
        return Ok(key.to_owned());
    }
    let (file, fragment) = key.split_at(key.find('#').unwrap_or(key.len()));
    pointer::of_local_ref(fragment).map(|inside| pointer::of_file(file) + &inside).ok_or_else(|| {
        entry.error(
            Code::BadCustomisation,
            format!("`{key}` is no JSON pointer"),
            "write the way to the schema from the root of the document, as in \"/components/schemas/Pet\"",
        )
    })
}
