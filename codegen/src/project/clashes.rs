//! What is said where two types want one name, or one type would have two.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// Two types want one name.
pub(super) fn numbered(at: &str, other: &str, name: &str) -> Diagnostic {
    let note = |message, help| Diagnostic::new(Severity::Note, Code::NameCollision, at, message, help);
    if at == other {
        return note(
            format!(
                "what this refers to depends on the way to it: on another it is `{name}`, so this one gets a number"
            ),
            "nothing to do, unless another name is wanted: then let a schema with that name do nothing but refer to it",
        );
    }
    note(
        format!("another type is named `{name}` already, so this one gets a number"),
        "nothing to do, unless another name is wanted: then say it with x-speakeasy-name-override",
    )
    .with_related(other, "the other one")
}

/// Schemas in place that mean what a type before them means: where, what each was to be called, and that type. They are
/// said at once, as there may be one for each operation.
pub(super) fn the_same(united: &[(String, String, String)]) -> Option<Diagnostic> {
    let (at, ..) = united.first()?;
    let pairs: Vec<String> = united.iter().map(|(_, wanted, name)| format!("`{wanted}` is `{name}`")).collect();
    Some(Diagnostic::new(
        Severity::Note,
        Code::NameCollision,
        at,
        format!("what means the same is made once: {}", pairs.join(", ")),
        "nothing to do, unless two of them are to differ: then give each a schema under components.schemas",
    ))
}
