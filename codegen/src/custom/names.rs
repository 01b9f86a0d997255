//! Other names, by the JSON pointer of the schema.

use super::Entry;
use super::table::{Part, schema_pointer};
use crate::diagnostic::{Code, Diagnostic};
use crate::names::{field_ident, type_ident, variant_ident};
use crate::pointer;

/// Another name for what is made of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rename {
    pub(crate) entry: Entry,
    /// JSON pointer of the schema, or of a listed value.
    pub(crate) pointer: String,
    pub(crate) named: Named,
    pub(crate) name: String,
}

/// What gets a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Type,
    Field,
    Variant,
}

impl Named {
    const KEYS: &[&str] = &["type", "field", "variant"];

    fn of_key(key: &str) -> Option<Self> {
        match key {
            "type" => Some(Self::Type),
            "field" => Some(Self::Field),
            "variant" => Some(Self::Variant),
            _ => None,
        }
    }

    /// What a name alone is for: that of a property which begins with a small letter is a field, and listed values and
    /// branches are variants.
    fn of_name(name: &str, pointer: &str) -> Self {
        let mut last: Vec<String> = pointer::tokens(pointer).collect();
        let own = last.pop().unwrap_or_default();
        let holder = last.pop().unwrap_or_default();
        if holder == "properties" && name.starts_with(|first: char| first.is_lowercase() || first == '_') {
            return Self::Field;
        }
        let is_index = own.parse::<usize>().is_ok();
        let is_listed = is_index && ["enum", "oneOf", "anyOf"].contains(&holder.as_str());
        if is_listed || own == "const" { Self::Variant } else { Self::Type }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Field => "field",
            Self::Variant => "variant",
        }
    }

    /// The name that is nearest to a given one and can be had.
    fn possible(self, name: &str) -> Option<String> {
        match self {
            Self::Type => type_ident(name),
            Self::Field => Some(field_ident(name)),
            Self::Variant => variant_ident(name),
        }
    }
}

/// Reads the names of one schema: a name, or a table of a name for each thing that is made of it.
pub(super) fn renames(key: &str, part: &Part<'_>, found: &mut Vec<Diagnostic>) -> Vec<Rename> {
    let pointer = match schema_pointer(key, &part.entry) {
        Ok(pointer) => pointer,
        Err(wrong) => {
            found.push(wrong);
            return Vec::new();
        }
    };
    let mut read = Vec::new();
    let mut one = |part: &Part<'_>, named: Option<Named>| match part.text() {
        Ok(name) => {
            let named = named.unwrap_or_else(|| Named::of_name(name, &pointer));
            match named.possible(name) {
                Some(possible) if possible == name => {
                    let (entry, pointer) = (part.entry.clone(), pointer.clone());
                    read.push(Rename { entry, pointer, named, name: name.to_owned() });
                }
                possible => found.push(no_name(part, named, name, possible)),
            }
        }
        Err(wrong) => found.push(wrong),
    };
    if !part.is_table() {
        one(part, None);
        return read;
    }
    let mut unknown = Vec::new();
    for (key, member) in part.members().unwrap_or_default() {
        match Named::of_key(&key) {
            Some(named) => one(&member, Some(named)),
            None => unknown.push(member.unknown(Named::KEYS)),
        }
    }
    found.extend(unknown);
    read
}

fn no_name(part: &Part<'_>, named: Named, name: &str, possible: Option<String>) -> Diagnostic {
    let what = named.as_str();
    let help = match possible {
        Some(possible) => format!("write `{possible}`, which is the nearest that can be"),
        None => "write a name that has a letter".to_owned(),
    };
    part.entry.error(Code::BadCustomisation, format!("`{name}` cannot be the name of a {what}"), help)
}
