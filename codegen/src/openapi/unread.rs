//! What of a document is not read, and said to be so.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;

/// How many places a diagnostic names.
const MOST_PLACES: usize = 5;

/// Says which bodies are not read.
pub(super) fn not_read(places: &[String]) -> Option<Diagnostic> {
    Some(Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        places.first()?,
        format!("only what is sent as one JSON value is read, not {}", list(places)),
        "nothing to do, unless a type is wanted for it: then put its schema under components.schemas",
    ))
}

/// Says that the types hold parameters, and do not write them.
pub(super) fn not_written(places: &[String]) -> Option<Diagnostic> {
    Some(Diagnostic::new(
        Severity::Note,
        Code::DroppedAnnotation,
        places.first()?,
        format!("how parameters are written into a request has no place in the types: {}", list(places)),
        "nothing to do here: write the members of the struct into the request as this says",
    ))
}

fn list(places: &[String]) -> String {
    let spelled = |place: &String| format!("`{}`", pointer::tokens(place).collect::<Vec<_>>().join(" "));
    let mut names: Vec<String> = places.iter().take(MOST_PLACES).map(spelled).collect();
    if places.len() > MOST_PLACES {
        names.push(format!("{} more", places.len() - MOST_PLACES));
    }
    names.join(", ")
}
