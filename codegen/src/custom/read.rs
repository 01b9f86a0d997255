//! Reads the file, key by key.

use super::names::renames;
use super::table::{Part, members};
use super::{Customisation, Entry};
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer;
use toml::de::DeTable;

const KEYS: &[&str] = &["rename"];

/// Reads what the text says, and gives what is wrong with it.
pub(super) fn read(custom: &mut Customisation) -> Vec<Diagnostic> {
    let text = custom.text.clone();
    let table = match DeTable::parse(&text) {
        Ok(table) => table,
        Err(error) => return vec![not_toml(&error)],
    };
    let mut found = Vec::new();
    for (key, part) in members(table.get_ref(), "") {
        if let Err(wrong) = read_key(custom, &key, &part, &mut found) {
            found.push(wrong);
        }
    }
    found
}

fn read_key(
    custom: &mut Customisation,
    key: &str,
    part: &Part<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Diagnostic> {
    match key {
        "rename" => {
            for (key, part) in part.members()? {
                custom.renames.extend(renames(&key, &part, found));
            }
        }
        _ => found.push(part.unknown(KEYS)),
    }
    Ok(())
}

/// The JSON pointer that a key is; the fragment of a reference is one too.
pub(super) fn schema_pointer(key: &str, entry: &Entry) -> Result<String, Diagnostic> {
    let is_pointer = |key: &str| key.is_empty() || key.starts_with('/');
    if is_pointer(key) {
        return Ok(key.to_owned());
    }
    pointer::of_local_ref(key).ok_or_else(|| {
        entry.error(
            Code::BadCustomisation,
            format!("`{key}` is no JSON pointer"),
            "write the way to the schema from the root of the document, as in \"/components/schemas/Pet\"",
        )
    })
}

fn not_toml(error: &toml::de::Error) -> Diagnostic {
    let found = Diagnostic::error(
        Code::NotToml,
        "",
        format!("this is not TOML: {}", error.message().lines().next().unwrap_or_default()),
        "write it by https://toml.io: a JSON pointer as a key stands in quotes",
    );
    match error.span() {
        Some(span) => found.with_span(span),
        None => found,
    }
}
