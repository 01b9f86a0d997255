//! The operations of a document: those of its paths, webhooks and callbacks, and what components have in place.

use super::api::{Api, Lister, Operation};
use super::media::Media;
use super::names::{component_words, name, operation_words};
use super::reach::targets;
use super::resolve::Part;
use super::root::Kind;
use super::site::{Site, SitePart};
use crate::load::Document;
use crate::pointer;

/// OpenAPI 3.2.0, "Path Item Object"; earlier versions have some of them.
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// The schemas of a document: those with names, those of other components, and those of its operations.
pub(crate) fn list(document: &Document) -> Api {
    let mut lister = Lister::new(document);
    lister.components();
    for place in ["/paths", "/webhooks", "/components/pathItems"] {
        lister.path_items(place);
    }
    for (own, callback) in Part::of(document, "/components/callbacks").iter().flat_map(Part::entries) {
        lister.callback(own, callback);
    }
    lister.api
}

impl<'d> Lister<'d> {
    /// What stands in place in components that are no schemas (OpenAPI 3.0.3, "Components Object").
    fn components(&mut self) {
        let mut used = Vec::new();
        let [bodies, responses, parameters, headers] = if self.is_swagger {
            ["", "/responses", "/parameters", ""].map(str::to_owned)
        } else {
            ["requestBodies", "responses", "parameters", "headers"].map(|name| pointer::join("/components", name))
        };
        for (own, part) in self.parts(&bodies) {
            self.request(part, &component_words(own, "Request"), &mut used);
        }
        for (own, part) in self.parts(&responses) {
            let words = component_words(own, "Response");
            for schema in self.contents(&part) {
                self.add(&schema, name(&[&words]), Kind::Body);
            }
            self.headers(&part, &words, &mut used);
        }
        for (place, kind) in [(parameters, "Parameter"), (headers, "Header")] {
            for (own, part) in self.parts(&place) {
                if part.text("in") == Some("body") {
                    self.request(part, &component_words(own, "Request"), &mut used);
                    continue;
                }
                let words = component_words(own, kind);
                for schema in self.value_schemas(&part) {
                    self.add(&schema, name(&[&words]), Kind::Value);
                }
            }
        }
    }

    fn parts(&self, place: &str) -> Vec<(&'d str, Part<'d>)> {
        let holder = Part::of(self.document, place).filter(|_| !place.is_empty());
        holder.iter().flat_map(Part::entries).filter(|(_, part)| part.text("$ref").is_none()).collect()
    }

    fn path_items(&mut self, place: &str) {
        self.is_inbound = place == "/webhooks";
        for (path, item) in Part::of(self.document, place).iter().flat_map(Part::members) {
            self.path_item(item, path);
        }
        self.is_inbound = false;
    }

    /// The operations at a path; those of one that several refer to, once.
    fn path_item(&mut self, item: Part<'d>, path: &str) {
        let Some(item) = self.resolve(item) else { return };
        if !self.seen.insert(item.at.clone()) {
            return;
        }
        for (method, operation) in item.members() {
            if METHODS.contains(&method) {
                self.operation(&operation, &item, method, path);
            } else if method == "additionalOperations" {
                for (method, operation) in operation.members() {
                    self.operation(&operation, &item, method, path);
                }
            }
        }
    }

    fn operation(&mut self, operation: &Part<'d>, item: &Part<'d>, method: &str, path: &str) {
        let id = operation.text("operationId");
        let words = operation_words(id, method, path);
        let mut used = Vec::new();
        self.sites.clear();
        self.media = Media::of(&[operation.value, self.document.root()]);
        let parameters = self.merged(operation, item);
        // Swagger 2.0, "Parameter Object": there is at most one, and its name means nothing.
        let body = parameters.iter().find(|part| part.text("in") == Some("body")).cloned();
        let parameters = self.parameters(&parameters, operation, &words);
        if let Some(body) = body.or_else(|| operation.member("requestBody")) {
            self.request(body, &format!("{words} request"), &mut used);
        }
        if let Some(responses) = operation.member("responses") {
            self.responses(&responses, &words, &mut used);
        }
        let schemas = used
            .iter()
            .flat_map(|schema| [vec![schema.at.clone()], targets(self.document, &schema.at, schema.value)].concat());
        let tags = operation.member("tags");
        let tags = tags.iter().flat_map(Part::elements).filter_map(|tag| tag.value.as_str());
        let mut sites = std::mem::take(&mut self.sites);
        let at = parameters.clone();
        sites.extend(at.map(|at| Site { part: SitePart::Parameters, at: Some(at), is_required: true }));
        self.api.operations.push(Operation {
            at: operation.at.clone(),
            id: id.map(str::to_owned),
            method: method.to_uppercase(),
            path: path.to_owned(),
            is_inbound: self.is_inbound,
            sites,
            name: name(&[&words]),
            tags: tags.map(str::to_owned).collect(),
            schemas: schemas.chain(parameters).collect(),
        });
        for (own, callback) in operation.member("callbacks").iter().flat_map(Part::entries) {
            self.callback(own, callback);
        }
    }

    /// OpenAPI 3.0.3, "Callback Object": the path is an expression, so the operation is named by the callback.
    fn callback(&mut self, own: &str, callback: Part<'d>) {
        let Some(callback) = self.resolve(callback) else { return };
        let around = std::mem::replace(&mut self.is_inbound, true);
        for (_, item) in callback.members().filter(|(_, item)| item.value.is_object()) {
            self.path_item(item, own);
        }
        self.is_inbound = around;
    }
}
