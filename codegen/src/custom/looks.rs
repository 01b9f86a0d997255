//! How items look: their visibility, what they derive, and which map they hold.

use super::Entry;
use super::table::Part;
use crate::diagnostic::{Code, Diagnostic};
use syn::parse::Parser;

/// How items look, where they are not to be as they always are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Looks {
    /// The visibility of types, and where it is said.
    pub(crate) visibility: Option<(Entry, String)>,
    /// The path of the type of maps.
    pub(crate) map: Option<String>,
    pub(crate) types: Vec<TypeLooks>,
}

/// What a type has besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypeLooks {
    pub(crate) entry: Entry,
    /// The Rust name of the type.
    pub(crate) name: String,
    pub(crate) derives: Vec<String>,
    pub(crate) attributes: Vec<String>,
}

type ReadText = fn(&Part<'_>) -> Result<String, Diagnostic>;

const KEYS: &[&str] = &["derives", "attributes"];

pub(super) fn type_looks(name: String, part: &Part<'_>, found: &mut Vec<Diagnostic>) -> Result<TypeLooks, Diagnostic> {
    let mut looks = TypeLooks { entry: part.entry.clone(), name, derives: Vec::new(), attributes: Vec::new() };
    for (key, part) in part.members()? {
        let (into, read): (_, ReadText) = match key.as_str() {
            "derives" => (&mut looks.derives, derive),
            "attributes" => (&mut looks.attributes, attribute),
            _ => {
                found.push(part.unknown(KEYS));
                continue;
            }
        };
        for one in part.texts()? {
            match read(&one) {
                Ok(text) => into.push(text),
                Err(wrong) => found.push(wrong),
            }
        }
    }
    Ok(looks)
}

fn derive(part: &Part<'_>) -> Result<String, Diagnostic> {
    let text = part.text()?;
    match syn::parse_str::<syn::Path>(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err(part.entry.error(
            Code::BadCustomisation,
            format!("`{text}` is no path of a derive macro"),
            "write one, as in \"Default\" or \"strum::Display\"",
        )),
    }
}

fn attribute(part: &Part<'_>) -> Result<String, Diagnostic> {
    let text = part.text()?;
    match syn::Attribute::parse_outer.parse_str(text).as_deref() {
        Ok([_, ..]) => Ok(text.to_owned()),
        _ => Err(part.entry.error(
            Code::BadCustomisation,
            format!("`{text}` is no attribute"),
            "write one, as in \"#[cfg_attr(test, derive(Eq))]\"",
        )),
    }
}

pub(super) fn visibility(part: &Part<'_>) -> Result<(Entry, String), Diagnostic> {
    const KNOWN: &[&str] = &["pub", "pub(crate)"];
    let text = part.text()?;
    if KNOWN.contains(&text) {
        return Ok((part.entry.clone(), text.to_owned()));
    }
    Err(part.entry.error(
        Code::BadCustomisation,
        format!("`{text}` is no visibility that items can have"),
        "write \"pub\" or \"pub(crate)\"",
    ))
}
