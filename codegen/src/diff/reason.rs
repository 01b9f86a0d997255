//! Why a reader reads on after a change, or does not.

use super::verdict::{Judged, Verdict, Who};

/// The reason of a verdict: what the reader does with what it does not expect.
///
/// `kind` is the change from the old schema to the new; new readers see it the other way round.
pub(super) fn reason(kind: &str, readers: &str, reading: &str, verdict: &Verdict) -> &'static str {
    let seen = if readers == "old" { kind } else { reversed(kind) };
    match verdict {
        Verdict::Reads => why_read(seen, reading),
        Verdict::Refuses { .. } => why_refused(seen),
        Verdict::NotShown => "no sample was found, and the schemas alone do not tell",
    }
}

/// The reason of a verdict on whoever is judged.
///
/// What clients write, the server of the other schema reads by the letter.
pub(super) fn reason_of(kind: &str, is_parameter: bool, judged: &Judged<'_>) -> String {
    match judged.who {
        Who::Readers(reading) => reason(kind, judged.side, reading, judged.verdict).to_owned(),
        Who::Writers => {
            let server = if judged.side == "old" { "new" } else { "old" };
            let seen = if server == "old" { kind } else { reversed(kind) };
            if is_parameter && seen == "property-added" && *judged.verdict == Verdict::Reads {
                return "parameters that the server does not know are ignored".to_owned();
            }
            let why = reason(kind, server, "strict", judged.verdict);
            why.replace("the reader", "the server").replace("the sender", "the client")
        }
    }
}

fn reversed(kind: &str) -> &str {
    const OPPOSITES: &[(&str, &str)] = &[
        ("property-added", "property-removed"),
        ("now-required", "no-longer-required"),
        ("null-allowed", "null-forbidden"),
        ("values-added", "values-removed"),
        ("enum-opened", "enum-closed"),
        ("branch-added", "branch-removed"),
    ];
    let find = |(one, other): &(&'static str, &'static str)| match kind {
        _ if kind == *one => Some(*other),
        _ if kind == *other => Some(*one),
        _ => None,
    };
    OPPOSITES.iter().find_map(find).unwrap_or(kind)
}

fn why_read(seen: &str, reading: &str) -> &'static str {
    match (seen, reading) {
        ("property-added" | "unlisted-members-changed", "tolerant") => {
            "members that the reader does not list are ignored, or kept"
        }
        ("property-added", _) => "members that the reader does not list are kept",
        ("now-required", _) => "the reader takes it where it is sent",
        ("property-removed" | "no-longer-required", _) => "the reader does without it",
        ("null-allowed", "tolerant") => "null is read as absence",
        ("values-added" | "enum-opened", "tolerant") => "strings that the reader does not list are kept",
        ("values-added" | "enum-opened", _) => "the reader's enum is open",
        ("values-removed" | "enum-closed", _) => "the reader knows more values than it is sent",
        ("null-allowed" | "null-forbidden", _) => "the reader allows null",
        ("check-changed" | "conditions-changed", "tolerant") => "the tolerant types do not check it",
        ("check-changed" | "conditions-changed", _) => "the reader checks no more than the sender",
        ("branch-added", "tolerant") => "an object with an unknown tag is kept",
        ("branch-removed", _) => "the reader knows more branches than it is sent",
        ("discriminator-changed" | "union-changed", _) => "the branches are told all the same",
        ("documentation-changed" | "name-changed", _) => "no document is read in another way",
        _ => "the reader's type takes all that is sent",
    }
}

fn why_refused(seen: &str) -> &'static str {
    match seen {
        "property-added" => "the reader does not list the member, or gives it another type",
        "property-removed" | "no-longer-required" => "the reader requires the member, or gives it another type",
        "null-allowed" => "null is no value of the reader's type",
        "type-changed" => "the value has another type than the reader's",
        "values-added" | "enum-opened" | "values-removed" => "the reader does not list the value",
        "integers-changed" => "the reader takes `1.0` for no integer",
        "unlisted-members-changed" => "the reader forbids the member, or gives it another type",
        "conditions-changed" => "the reader wants other members to be present",
        "check-changed" => "the reader's check refuses the value",
        "branch-added" => "the reader does not know the branch",
        "discriminator-changed" => "the reader tells the branches in another way",
        _ => "the reader does not find the one branch that fits",
    }
}
