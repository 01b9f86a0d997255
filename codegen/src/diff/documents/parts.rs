//! What became of whole schemas and operations, and of the parts of operations.

use super::assemble::Apis;
use super::labels;
use super::operations::is_at_one_address;
use super::pairs::{Pairs, pair_sites};
use crate::diff::report::PartChange;
use crate::load::Document;
use crate::openapi::{Kind, Operation, Root, Site, SitePart};
use crate::pointer;
use serde_json::Value;

/// What became of whole schemas and operations, and of the parts of operations.
pub(super) fn parts(pairs: &Pairs<'_>, apis: Apis<'_>, documents: (&Document, &Document)) -> Vec<PartChange> {
    let mut parts = Parts { documents, apis, all: Vec::new() };
    parts.schemas(pairs);
    for operation in pairs.operations.removed.iter().filter_map(|index| apis.old.operations.get(*index)) {
        // What the server no longer calls, nobody waits for to read on.
        let breaks = (!operation.is_inbound).then_some(WRITERS);
        parts.gone("operation-removed", operation, &operation.at, "the operation is removed", breaks);
    }
    for (one, other) in &pairs.operations.both {
        if let (Some(one), Some(other)) = (apis.old.operations.get(*one), apis.new.operations.get(*other)) {
            parts.operation(one, other);
        }
    }
    for operation in pairs.operations.added.iter().filter_map(|index| apis.new.operations.get(*index)) {
        parts.here("operation-added", operation, &operation.at, "the operation is new", None);
    }
    parts.all
}

const READERS: &str = "old readers";
const WRITERS: &str = "old writers";

struct Parts<'a> {
    documents: (&'a Document, &'a Document),
    apis: Apis<'a>,
    all: Vec<PartChange>,
}

type Breaks = Option<&'static str>;

impl Parts<'_> {
    fn schemas(&mut self, pairs: &Pairs<'_>) {
        for root in &pairs.removed {
            self.push("schema-removed", labels::schema(root), (&root.at, true), "the schema is removed", None);
        }
        for (one, other) in &pairs.renamed {
            let text = format!("the schema was called `{}`", one.own_name());
            self.push("schema-renamed", labels::schema(other), (&other.at, false), &text, None);
        }
        for root in &pairs.added {
            self.push("schema-added", labels::schema(root), (&root.at, false), "the schema is new", None);
        }
    }

    fn operation(&mut self, one: &Operation, other: &Operation) {
        if !is_at_one_address(one, other) {
            let text = format!("the operation was at {} {}", one.method, one.path);
            self.here("operation-moved", other, &other.at, &text, (!one.is_inbound).then_some(WRITERS));
        }
        if one.id != other.id {
            let text = match &one.id {
                Some(id) => format!("the operation was called `{id}`"),
                None => "the operation had no name".to_owned(),
            };
            self.here("operation-renamed", other, &other.at, &text, None);
        }
        for pair in pair_sites(one, other) {
            match pair {
                (Some(site), None) => self.site_gone(one, site, other),
                (None, Some(site)) => self.site_new(other, site),
                (Some(before), Some(after)) => self.site(other, before, after),
                (None, None) => {}
            }
        }
    }

    /// Who sends a part: what it breaks is said from the clients' side.
    fn site_gone(&mut self, one: &Operation, site: &Site, other: &Operation) {
        let at = site.at.as_deref().unwrap_or(&one.at);
        let at = if labels::is_in(at, &one.at) { at } else { &one.at };
        let text = format!("no {} any more", site.part.words());
        match &site.part {
            SitePart::Parameters => {
                for name in self.root(at, true).map(members).unwrap_or_default() {
                    let text = format!("no parameter `{name}` any more");
                    self.gone("parameter-removed", one, &one.at, &text, None);
                }
            }
            SitePart::Request => self.gone("request-removed", one, at, &text, None),
            SitePart::Response(status) | SitePart::Header(status, _) => {
                let keeps_status = other.sites.iter().any(|site| site.part == SitePart::Response(status.clone()));
                let is_missed = keeps_status && site.is_required && !one.is_inbound;
                self.gone("response-removed", one, at, &text, is_missed.then_some(READERS));
            }
        }
    }

    fn site_new(&mut self, other: &Operation, site: &Site) {
        let at = site.at.as_deref().filter(|at| labels::is_in(at, &other.at)).unwrap_or(&other.at);
        let demands = |is_required: bool| (is_required && !other.is_inbound).then_some(WRITERS);
        let words = site.part.words();
        match &site.part {
            SitePart::Parameters => {
                let required = self.root(at, false).map(required).unwrap_or_default();
                for name in required {
                    let text = format!("the parameter `{name}` is new, and required");
                    self.here("parameter-added", other, &other.at, &text, demands(true));
                }
            }
            SitePart::Request if site.is_required => {
                self.here("request-added", other, at, &format!("the {words} is new, and required"), demands(true));
            }
            SitePart::Request => self.here("request-added", other, at, &format!("the {words} is new"), None),
            _ => self.here("response-added", other, at, &format!("the {words} is new"), None),
        }
    }

    fn site(&mut self, other: &Operation, before: &Site, after: &Site) {
        let words = after.part.words();
        let at = after.at.as_deref().filter(|at| labels::is_in(at, &other.at)).unwrap_or(&other.at);
        if after.part == SitePart::Request && after.is_required && !before.is_required {
            let breaks = (!other.is_inbound).then_some(WRITERS);
            self.here("request-required", other, at, &format!("the {words} became required"), breaks);
        }
        match (&before.at, &after.at, &after.part) {
            (Some(_), None, SitePart::Request) => {
                self.here("request-removed", other, at, &format!("the {words} is no JSON any more"), Some(WRITERS));
            }
            (Some(_), None, SitePart::Response(_)) => {
                let breaks = if other.is_inbound { WRITERS } else { READERS };
                self.here("response-removed", other, at, &format!("the {words} is no JSON any more"), Some(breaks));
            }
            (None, Some(_), SitePart::Request) => {
                self.here("request-added", other, at, &format!("the {words} is JSON now"), None);
            }
            (None, Some(_), SitePart::Response(_)) => {
                self.here("response-added", other, at, &format!("the {words} is JSON now"), None);
            }
            _ => {}
        }
    }

    fn root(&self, at: &str, is_gone: bool) -> Option<&Root> {
        let api = if is_gone { self.apis.old } else { self.apis.new };
        api.at(at).filter(|root| root.kind == Kind::Parameters)
    }

    fn gone(&mut self, kind: &'static str, operation: &Operation, at: &str, text: &str, breaks: Breaks) {
        self.push(kind, labels::operation(operation), (at, true), text, breaks);
    }

    fn here(&mut self, kind: &'static str, operation: &Operation, at: &str, text: &str, breaks: Breaks) {
        self.push(kind, labels::operation(operation), (at, false), text, breaks);
    }

    fn push(&mut self, kind: &'static str, part: String, (at, is_gone): (&str, bool), text: &str, breaks: Breaks) {
        let document = if is_gone { self.documents.0 } else { self.documents.1 };
        let at = document.known(at);
        self.all.push(PartChange {
            kind,
            part,
            pointer: pointer::split(&at).1.to_owned(),
            file: document.file_of(&at).map(str::to_owned),
            is_gone,
            line: document.line(&at),
            text: text.to_owned(),
            breaks,
        });
    }
}

/// The names of all parameters.
fn members(root: &Root) -> Vec<String> {
    root.schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect()
}

/// The names of those that must be sent.
fn required(root: &Root) -> Vec<String> {
    let names = root.schema.get("required").and_then(Value::as_array).into_iter().flatten();
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}
