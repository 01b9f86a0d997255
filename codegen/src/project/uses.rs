//! What the schemas of a document are used for.

use super::selection::Selection;
use crate::openapi::Api;
use crate::schema::Use;

impl Selection {
    /// What schemas are used for, by their JSON pointers.
    pub(crate) fn uses(&self) -> Vec<(String, Use)> {
        match self {
            Self::Document(_) => Vec::new(),
            Self::Api(api) => of_api(api),
        }
    }
}

/// Who has a document has it to call a server, which owns the data: what that sends is read, also where it is the one
/// that calls, as in webhooks and callbacks.
fn of_api(api: &Api) -> Vec<(String, Use)> {
    let mut uses = Vec::new();
    for operation in &api.operations {
        for site in &operation.sites {
            let is_written = site.part.is_sent_by_caller() != operation.is_inbound;
            let used_for = if is_written { Use::Write } else { Use::Read };
            uses.extend(site.at.clone().map(|at| (at, used_for)));
        }
    }
    uses.extend(api.roots.iter().filter_map(|root| Some((root.at.clone(), of_component(&root.at)?))));
    uses
}

/// Components that are no schemas say by their place what they are for, whether an operation refers to them or not.
fn of_component(at: &str) -> Option<Use> {
    let is_below = |place: &&str| at.starts_with(*place);
    let written = ["/components/requestBodies/", "/components/parameters/", "/parameters/"];
    let read = ["/components/responses/", "/components/headers/", "/responses/"];
    if written.iter().any(is_below) {
        return Some(Use::Write);
    }
    read.iter().any(is_below).then_some(Use::Read)
}
