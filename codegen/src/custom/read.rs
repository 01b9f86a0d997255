//! Reads the file, key by key.

use super::Customisation;
use super::looks::{type_looks, visibility};
use super::names::renames;
use super::replace::{path, replacements};
use super::table::{Part, members};
use crate::diagnostic::{Code, Diagnostic};
use toml::de::DeTable;

const KEYS: &[&str] = &["rename", "replace", "types", "visibility", "map"];

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
        "replace" => custom.replacements = replacements(part, found)?,
        "types" => {
            for (name, part) in part.members()? {
                custom.looks.types.push(type_looks(name, &part, found)?);
            }
        }
        "visibility" => custom.looks.visibility = Some(visibility(part)?),
        "map" => custom.looks.map = Some(path(part)?),
        _ => found.push(part.unknown(KEYS)),
    }
    Ok(())
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
