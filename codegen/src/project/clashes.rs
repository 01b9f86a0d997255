//! What is said where two types want one name, or one type would have two.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// Two types want one name.
pub(super) fn numbered(at: &str, other: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::NameCollision,
        at,
        format!("another type is named `{name}` already, so this one gets a number"),
        "nothing to do, unless another name is wanted: then say it with x-speakeasy-name-override",
    )
    .with_related(other, "the other one")
}

/// Two types mean the same, and only one is made.
pub(super) fn the_same(at: &str, other: &str, wanted: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Note,
        Code::NameCollision,
        at,
        format!("this means what `{name}` means, so there is no `{wanted}`: use `{name}`"),
        "nothing to do, unless the two are to differ: then give each a schema under components.schemas",
    )
    .with_related(other, "the other one")
}
