//! Which way the schemas of a document go.
//!
//! What answers hold clients read, what requests hold they write. The server calls webhooks and callbacks: there it is
//! the other way round (OpenAPI 3.1.1, "OpenAPI Object", `webhooks`; 3.0.3, "Callback Object").

use crate::diff::verdict::Direction;
use crate::load::Document;
use crate::openapi::{Api, reached};
use std::collections::BTreeSet;

/// The JSON pointers of schemas that clients read, and of those that they write.
pub(super) struct Roles {
    read: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl Roles {
    pub(super) fn of(document: &Document, api: &Api) -> Self {
        let (mut read, mut written) = (Vec::new(), Vec::new());
        for operation in &api.operations {
            for site in &operation.sites {
                let is_written = site.part.is_sent_by_caller() != operation.is_inbound;
                if is_written { written.extend(site.at.clone()) } else { read.extend(site.at.clone()) }
            }
        }
        Self { read: reached(document, api, read), written: reached(document, api, written) }
    }

    fn is_read(&self, at: &str) -> bool {
        is_in(&self.read, at)
    }

    fn is_written(&self, at: &str) -> bool {
        is_in(&self.written, at)
    }
}

/// Which way what stands at these two JSON pointers goes.
///
/// What clients of the old document do not send yet breaks none of them, so both must say it; where they say different
/// things, either does.
pub(super) fn direction(old: (&Roles, &str), new: (&Roles, &str)) -> Direction {
    let read = (old.0.is_read(old.1), new.0.is_read(new.1));
    let written = (old.0.is_written(old.1), new.0.is_written(new.1));
    match Direction::of(read.0 && read.1, written.0 && written.1) {
        Direction::Unknown => Direction::of(read.0 || read.1, written.0 || written.1),
        direction => direction,
    }
}

/// Whether a JSON pointer is one of these, or leads into one.
fn is_in(all: &BTreeSet<String>, at: &str) -> bool {
    let ends = at.match_indices('/').map(|(end, _)| end).chain([at.len()]);
    ends.into_iter().any(|end| at.get(..end).is_some_and(|around| all.contains(around)))
}
