//! Whether what one type demands holds wherever what another demands does.

use super::patterns;
use crate::diff::describe::checks;
use crate::model::Model;
use crate::plan::{Demand, NumberDemand};

/// Whether the writer's demands imply each of the reader's; `false` proves nothing.
pub(super) fn implied((reader, wanted): (&Model, &[Demand]), (writer, sure): (&Model, &[Demand])) -> bool {
    let (shown, known) = (checks(reader, wanted), checks(writer, sure));
    // What was evaluated is known by all that stands beside it (JSON Schema 2020-12 core, section 11).
    if wanted.iter().any(Demand::asks_for_others) {
        return shown.iter().all(|check| known.contains(check)) && known.iter().all(|check| shown.contains(check));
    }
    wanted
        .iter()
        .zip(&shown)
        .all(|(demand, check)| known.contains(check) || sure.iter().any(|sure| implies(sure, demand)))
}

fn implies(sure: &Demand, wanted: &Demand) -> bool {
    match (sure, wanted) {
        (Demand::MinLength(sure), Demand::MinLength(wanted))
        | (Demand::MinItems(sure), Demand::MinItems(wanted))
        | (Demand::MinProperties(sure), Demand::MinProperties(wanted)) => sure >= wanted,
        (Demand::MaxLength(sure), Demand::MaxLength(wanted))
        | (Demand::MaxItems(sure), Demand::MaxItems(wanted))
        | (Demand::MaxProperties(sure), Demand::MaxProperties(wanted)) => sure <= wanted,
        (_, Demand::MinLength(0) | Demand::MinItems(0) | Demand::MinProperties(0)) => true,
        (Demand::Pattern(sure), Demand::Pattern(wanted)) => patterns::covers(&wanted.text, &sure.text),
        (Demand::Number(sure), Demand::Number(wanted)) => implies_bound(sure, wanted),
        (Demand::Required(sure), Demand::Required(wanted)) => wanted.iter().all(|name| sure.contains(name)),
        _ => false,
    }
}

/// By the digits as they are written: a double would not tell numbers beyond 2^53 apart.
fn implies_bound(sure: &NumberDemand, wanted: &NumberDemand) -> bool {
    use NumberDemand::{ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum, MultipleOf};
    let Some((one, other)) = scaled(sure.text(), wanted.text()) else { return false };
    match (sure, wanted) {
        (Minimum(_) | ExclusiveMinimum(_), Minimum(_)) | (ExclusiveMinimum(_), ExclusiveMinimum(_)) => one >= other,
        (Minimum(_), ExclusiveMinimum(_)) => one > other,
        (Maximum(_) | ExclusiveMaximum(_), Maximum(_)) | (ExclusiveMaximum(_), ExclusiveMaximum(_)) => one <= other,
        (Maximum(_), ExclusiveMaximum(_)) => one < other,
        (MultipleOf(_), MultipleOf(_)) => other != 0 && one % other == 0,
        _ => false,
    }
}

/// Two decimals without an exponent, times the power of ten that makes integers of both.
fn scaled(one: &str, other: &str) -> Option<(i128, i128)> {
    let places = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let most = places(one).max(places(other));
    let digits = |text: &str| {
        let zeros = most - places(text);
        format!("{}{}", text.replace('.', ""), "0".repeat(zeros)).parse().ok()
    };
    Some((digits(one)?, digits(other)?))
}
