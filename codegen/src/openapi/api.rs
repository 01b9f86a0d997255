//! What types are made of in an OpenAPI document, and what was found on the way.

use super::inline::without_place;
use super::media::{Media, is_json};
use super::resolve::{Part, resolve};
use super::root::{Kind, Root};
use super::schemas::named;
use super::site::Site;
use super::unread::{not_read, not_written};
use super::version::is_swagger;
use crate::diagnostic::Diagnostic;
use crate::load::Document;
use crate::pointer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The schemas of an OpenAPI document, or some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Api {
    /// In the order of the text, those with names first.
    pub(crate) roots: Vec<Root>,
    /// The JSON pointer of the schema that the others are there for, if one is.
    pub(crate) root: Option<String>,
    pub(crate) operations: Vec<Operation>,
    /// Where each of the schemas is in the list.
    pub(super) places: BTreeMap<String, usize>,
    pub(super) found: Vec<Diagnostic>,
    /// What is not read, by JSON pointers.
    pub(super) unread: Vec<String>,
    /// What says how parameters are written, by JSON pointers.
    pub(super) unwritten: Vec<String>,
}

/// An operation: what it is called, and where its schemas are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) at: String,
    pub(crate) id: Option<String>,
    pub(crate) method: String,
    /// The path, or the name of the webhook or callback.
    pub(crate) path: String,
    /// Whether the server calls it, as it does webhooks and callbacks.
    pub(crate) is_inbound: bool,
    /// What is sent and what is answered.
    pub(crate) sites: Vec<Site>,
    /// What its types' names begin with.
    pub(crate) name: String,
    pub(crate) tags: Vec<String>,
    /// The JSON pointers of its schemas.
    pub(crate) schemas: Vec<String>,
}

impl Api {
    /// The schema at a JSON pointer.
    pub(crate) fn at(&self, at: &str) -> Option<&Root> {
        self.places.get(at).and_then(|index| self.roots.get(*index))
    }

    /// The schema at a JSON pointer that stands in place.
    pub(crate) fn in_place(&self, at: &str) -> Option<&Root> {
        self.at(at).filter(|root| root.name.is_some())
    }

    /// The innermost schema around a JSON pointer, or at it.
    pub(crate) fn around(&self, at: &str) -> Option<&Root> {
        let ends = at.match_indices('/').map(|(end, _)| end).chain([at.len()]).rev();
        ends.into_iter().find_map(|end| self.at(at.get(..end)?))
    }

    pub(super) fn push(&mut self, root: Root) {
        self.places.insert(root.at.clone(), self.roots.len());
        self.roots.push(root);
    }

    /// What is worth knowing, or wrong.
    pub(crate) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.found.iter().cloned().chain(not_read(&self.unread)).chain(not_written(&self.unwritten)).collect()
    }
}

/// Lists the schemas of a document.
pub(super) struct Lister<'d> {
    pub(super) document: &'d Document,
    pub(super) api: Api,
    pub(super) is_swagger: bool,
    /// In Swagger 2.0, which bodies are JSON.
    pub(super) media: Media,
    /// The path items that were looked at.
    pub(super) seen: BTreeSet<String>,
    /// Whether what is looked at is called by the server.
    pub(super) is_inbound: bool,
    /// What the operation that is looked at sends and answers.
    pub(super) sites: Vec<Site>,
}

impl<'d> Lister<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let mut api = Api::default();
        for root in named(document) {
            api.push(root);
        }
        let media = Media::of(&[document.root()]);
        Self {
            document,
            api,
            is_swagger: is_swagger(document),
            media,
            seen: BTreeSet::new(),
            is_inbound: false,
            sites: Vec::new(),
        }
    }

    /// What a part is, its references followed; said where they lead nowhere.
    pub(super) fn resolve(&mut self, part: Part<'d>) -> Option<Part<'d>> {
        resolve(self.document, part).map_err(|found| self.api.found.push(found)).ok()
    }

    /// Notes a schema that stands in place, unless it is only another.
    pub(super) fn add(&mut self, schema: &Part<'_>, name: String, kind: Kind) {
        if !is_reference(schema.value) && self.api.at(&schema.at).is_none() {
            let value = if schema.is_inline { without_place(schema.value) } else { schema.value.clone() };
            let (at, schema) = (schema.at.clone(), value);
            self.api.push(Root { at, schema, name: Some(name), kind });
        }
    }

    /// The schemas of the JSON contents of a body (OpenAPI 3.0.3, "Media Type Object").
    pub(super) fn contents(&mut self, holder: &Part<'d>) -> Vec<Part<'d>> {
        if self.is_swagger {
            return self.swagger_body(holder).into_iter().collect();
        }
        let mut schemas = Vec::new();
        let Some(content) = holder.member("content") else { return schemas };
        for (media, part) in content.entries() {
            if !is_json(media) {
                self.api.unread.push(part.at);
                continue;
            }
            let Some(part) = self.resolve(part) else { continue };
            // OpenAPI 3.2.0, "Media Type Object": the schema of one item of a sequence.
            self.api.unread.extend(part.value.get("itemSchema").map(|_| pointer::join(&part.at, "itemSchema")));
            schemas.extend(part.member("schema"));
        }
        schemas
    }
}

/// Whether a schema is nothing but a reference, as far as types go.
pub(super) fn is_reference(schema: &Value) -> bool {
    let Some(members) = schema.as_object() else { return false };
    members.contains_key("$ref")
        && members.keys().all(|name| ["$ref", "summary", "description"].contains(&name.as_str()))
}
