//! What is said of tags that do not tell the branches of a union.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;

pub(super) fn no_property_name(at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::NotASchema,
        &pointer::join(at, "discriminator"),
        "the discriminator names no property",
        "say which property tells the branches apart: {\"propertyName\": \"object\"}",
    )
}

pub(super) fn unanswered(at: &str, key: &str, to: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnansweredTag,
        &pointer::join(&pointer::join(&pointer::join(at, "discriminator"), "mapping"), key),
        format!("the mapping of `{key}` points at `{to}`, which is no branch here, and no branch lists `{key}`"),
        format!("point it at a branch, or list `{key}` in the tag property of the branch it means"),
    )
}

pub(super) fn no_default(at: &str, to: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::UnansweredTag,
        &pointer::join(&pointer::join(at, "discriminator"), "defaultMapping"),
        format!("`{to}` is no branch here, so it is not read where the tag is absent or not listed"),
        "make it a branch of the union",
    )
}

pub(super) fn untold(at: &str, is_object: bool) -> Diagnostic {
    let (message, help) = if is_object {
        (
            "no value of the discriminator means this branch: all branches are told by what fits",
            "map a value to it, or list one in its tag property",
        )
    } else {
        (
            "a branch of a union with a discriminator is no object: all branches are told by what fits",
            "leave the discriminator out",
        )
    };
    Diagnostic::new(Severity::Warning, Code::UntaggedBranch, at, message, help)
}

pub(super) fn shared(at: &str, other: &str, tag: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::SharedTag,
        at,
        format!("the tag `{tag}` means two branches, and the first is read"),
        "let each value of the tag mean one branch",
    )
    .with_related(other, "the other one")
}
