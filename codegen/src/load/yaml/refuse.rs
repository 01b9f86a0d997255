//! What is said about YAML that is none, or that no JSON stands for.

use super::graph::MAX_ALIASED_VALUES;
use super::scalar::Unfit;
use crate::diagnostic::{Code, Diagnostic};
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// How deep collections are nested at most, as in JSON.
pub(super) const MAX_DEPTH: usize = 127;

/// How many characters of a scalar are repeated in a message.
const SHOWN: usize = 40;

fn refuse(code: Code, at: Range<usize>, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::error(code, "", message, help).with_span(at)
}

pub(super) fn syntax(text: &str, error: &ScanError) -> Diagnostic {
    let start = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let end = text.get(start..).and_then(|rest| rest.chars().next()).map_or(start, |next| start + next.len_utf8());
    let help = match error.kind() {
        ErrorKind::RecursionLimitExceeded => return too_deep(start..end),
        ErrorKind::UnknownAnchor => "an alias `*name` stands for what an anchor `&name` before it names",
        _ => "is it indented with spaces, and closed? Text in which `: ` or ` #` stands is written in quotes",
    };
    refuse(Code::NotYaml, start..end, format!("this is not YAML: {}", error.info()), help)
}

pub(super) fn empty() -> Diagnostic {
    refuse(Code::NotYaml, 0..0, "the text holds no YAML document", "write the schema into it")
}

pub(super) fn several(at: Range<usize>) -> Diagnostic {
    let help = "a schema is one document: keep one of them in the file";
    refuse(Code::BeyondJson, at, "a second YAML document begins here", help)
}

pub(super) fn version(text: &str, minor: u32) -> Diagnostic {
    let start = text.find("%YAML").unwrap_or_default();
    let line = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, |line| line.trim_end().len());
    let help = "remove the line, and write `false` for `no` and `off`: they are text in YAML 1.2";
    refuse(
        Code::UnsupportedVersion,
        start..start + line,
        format!("the document says that it is YAML 1.{minor}, and 1.2 is read"),
        help,
    )
}

pub(super) fn too_deep(at: Range<usize>) -> Diagnostic {
    let help = "give the inner schemas names under `$defs` and refer to them";
    refuse(Code::NestedTooDeep, at, format!("the YAML is nested deeper than {MAX_DEPTH} levels"), help)
}

pub(super) fn too_many_aliases(at: Range<usize>) -> Diagnostic {
    let message = format!("the aliases of this document stand for more than {MAX_ALIASED_VALUES} values");
    let help = "give what they stand for a name under `$defs`, and refer to it with `$ref`";
    refuse(Code::TooManyAliases, at, message, help)
}

pub(super) fn endless(at: Range<usize>) -> Diagnostic {
    let help = "refer to a schema that contains itself with `$ref`";
    refuse(Code::BeyondJson, at, "this alias stands inside of what it stands for, which never ends", help)
}

pub(super) fn unknown_tag(at: Range<usize>, tag: &str) -> Diagnostic {
    let help = "remove it: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq` and `!!map` are read";
    refuse(Code::BeyondJson, at, format!("the tag `{}` is not of YAML's core schema", shown(tag)), help)
}

pub(super) fn wrong_tag(at: Range<usize>, what: &str, tag: &str) -> Diagnostic {
    let help = "remove the tag, or write a value that it fits";
    refuse(Code::NotYaml, at, format!("{what} is no value of the tag `{}`", shown(tag)), help)
}

/// A scalar that has no value.
pub(super) fn unfit(at: Range<usize>, text: &str, tag: &str, why: Unfit) -> Diagnostic {
    let quoted = format!("`{}`", shown(text));
    let help = "write a number that JSON has, or put it into quotes if it is text";
    match why {
        Unfit::NotOfItsTag => wrong_tag(at, &quoted, tag),
        Unfit::NotFinite => refuse(Code::BeyondJson, at, format!("{quoted} is a number that JSON does not have"), help),
        Unfit::OutOfRange => refuse(Code::BeyondJson, at, format!("{quoted} is a number out of range"), help),
    }
}

pub(super) fn collection_as_key(at: Range<usize>) -> Diagnostic {
    let help = "write a string; other scalars, such as `200`, are taken by their text";
    refuse(Code::BeyondJson, at, "a mapping or a sequence is a key here, and in JSON keys are strings", help)
}

pub(super) fn no_key(at: Range<usize>) -> Diagnostic {
    refuse(Code::BeyondJson, at, "a key is missing here", "write it before the `:`; an empty one is written `\"\"`")
}

pub(super) fn no_mapping(at: Range<usize>) -> Diagnostic {
    let help = "give it an alias of a mapping, or a sequence of them; a member of that name is written `\"<<\"`";
    refuse(Code::NotYaml, at, "`<<` merges mappings, and this is none", help)
}

pub(super) fn duplicate(name: &str, pointer: &str, second: Range<usize>, first: Range<usize>) -> Diagnostic {
    let message = format!("the mapping has two members named `{name}`");
    let help = "remove one of them: the keys of a mapping are unique (YAML 1.2.2, section 3.2.1.1)";
    let mut found = refuse(Code::DuplicateMember, second, message, help).with_related(pointer, "the first one");
    pointer.clone_into(&mut found.pointer);
    if let Some(other) = found.related.first_mut() {
        other.span = Some(first);
    }
    found
}

/// The beginning of a text, for a message.
fn shown(text: &str) -> String {
    let start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() { start + "…" } else { start }
}
