//! References into other files: their URIs and anchors, which no keyword has led to yet.

use super::draft::{another_draft, draft_of};
use super::link::{RECURSIVE, dynamic_name};
use super::node::{Id, Node};
use super::read::Reader;
use crate::diagnostic::Diagnostic;
use crate::load::{NO_URI, join, uri_of};
use crate::pointer;
use serde_json::Value;

impl Reader<'_> {
    /// Reads what types are made of, in whatever file.
    pub(super) fn root(&mut self, value: &Value, at: &str) -> Id {
        let (file, _) = pointer::split(at);
        let base = if file.is_empty() { NO_URI.to_owned() } else { self.enter_file(file) };
        self.schema(value, at, &base)
    }

    /// The place of the document or of the schema that has a URI, and its own URI: one that is there already, else one
    /// in the file to which the reference leads.
    pub(super) fn resource(&mut self, from: &str, text: &str, uri: String) -> Result<(String, String), Diagnostic> {
        let document = self.document;
        if !self.resources.contains_key(&uri)
            && let Some(file) = document.file_with_id(&uri).filter(|file| !file.is_empty())
        {
            self.enter_file(file);
        }
        if let Some(start) = self.resources.get(&uri) {
            return Ok((start.clone(), uri));
        }
        let file = document.lead(from, text, &uri)?;
        let uri = self.enter_file(&file);
        Ok((file, uri))
    }

    /// Notes the URIs and anchors of a file, and gives its own.
    fn enter_file(&mut self, file: &str) -> String {
        let document = self.document;
        let Some(root) = document.value(file).filter(|_| !file.is_empty()) else { return NO_URI.to_owned() };
        let unnamed = uri_of(file);
        let base = document.url(file).map_or_else(|| unnamed.clone(), str::to_owned);
        let own = inner_base(root, &base);
        if self.resources.insert(unnamed, file.to_owned()).is_none() {
            self.resources.entry(base.clone()).or_insert_with(|| file.to_owned());
            self.resources.entry(own.clone()).or_insert_with(|| file.to_owned());
            self.note_parts(root, file, &base);
            self.diagnostics.extend(self.of_another_draft(root, file));
        }
        own
    }

    /// The draft is that of the main file for all.
    fn of_another_draft(&self, root: &Value, file: &str) -> Option<Diagnostic> {
        let draft = root.get("$schema").and_then(Value::as_str).and_then(draft_of)?;
        (self.is_named_draft && draft != self.draft).then(|| another_draft(&pointer::join(file, "$schema")))
    }

    fn note_parts(&mut self, value: &Value, at: &str, base: &str) {
        match value {
            Value::Object(members) => {
                let own = inner_base(value, base);
                if own != base {
                    self.resources.entry(own.clone()).or_insert_with(|| at.to_owned());
                }
                let said = |keyword: &str| members.get(keyword).and_then(Value::as_str);
                let old = ["$id", "id"].into_iter().filter_map(said).filter_map(|id| id.strip_prefix('#'));
                for anchor in said("$anchor").into_iter().chain(old) {
                    let key = (own.clone(), anchor.to_owned());
                    self.anchored.entry(key).or_insert_with(|| at.to_owned());
                }
                let is_recursive = members.get("$recursiveAnchor") == Some(&Value::Bool(true));
                for name in said("$dynamicAnchor").into_iter().chain(is_recursive.then_some(RECURSIVE)) {
                    let key = (own.clone(), name.to_owned());
                    self.anchored.entry(key.clone()).or_insert_with(|| at.to_owned());
                    self.dynamic.insert(key);
                }
                members.iter().for_each(|(name, member)| self.note_parts(member, &pointer::join(at, name), &own));
            }
            Value::Array(elements) => {
                let elements = elements.iter().enumerate();
                elements.for_each(|(index, one)| self.note_parts(one, &pointer::join(at, &index.to_string()), base));
            }
            _ => {}
        }
    }

    pub(super) fn anchor_elsewhere(&mut self, resource: &str, name: &str) -> Option<Id> {
        let at = self.anchored.get(&(resource.to_owned(), name.to_owned())).cloned()?;
        let known = self.by_pointer.get(&at).copied();
        known.or_else(|| self.read_unplaced(&[at], resource))
    }

    /// Reads the schemas with dynamic anchors to which no keyword has led: a way may enter what lies around them.
    pub(super) fn read_dynamic(&mut self) {
        let asks = |node: &Node| node.refs.iter().any(|reference| dynamic_name(reference).is_some());
        if !self.nodes.iter().any(asks) {
            return;
        }
        let unread: Vec<_> = self.dynamic.iter().filter(|key| !self.anchors.contains_key(key)).cloned().collect();
        for (resource, name) in unread {
            self.anchor_elsewhere(&resource, &name);
        }
    }

    /// The URI that holds around a place in another file.
    pub(super) fn base_at(&self, at: &str) -> Option<String> {
        let (file, inside) = pointer::split(at);
        let mut value = self.document.value(file).filter(|_| !file.is_empty())?;
        let mut base = self.document.url(file).map_or_else(|| uri_of(file), str::to_owned);
        for token in pointer::tokens(inside) {
            base = inner_base(value, &base);
            value = value.pointer(&pointer::join("", &token))?;
        }
        Some(base)
    }

    /// Makes of each value in a mapping that is a reference one that says the file (OpenAPI 3.0.3, "Discriminator
    /// Object"); what is none, or leads nowhere, stays.
    pub(super) fn link_mapping(&mut self, index: usize) {
        let document = self.document;
        let Some(node) = self.nodes.get_mut(index) else { return };
        let at = node.at.clone();
        let told = node.dialect.discriminator.iter_mut();
        for to in told.flat_map(|told| told.mapping.iter_mut().map(|(_, to)| to).chain(&mut told.default)) {
            let is_here = pointer::split(&at).0.is_empty() && to.starts_with('#');
            if is_here || !to.contains(['.', '/', '#']) {
                continue;
            }
            if let Ok(Some(target)) = document.target(&at, to) {
                *to = pointer::reference(&target);
            }
        }
    }
}

/// The URI that holds inside a value, by its `$id` (JSON Schema 2020-12 core, section 8.2.1).
fn inner_base(value: &Value, base: &str) -> String {
    let own = value.get("$id").and_then(Value::as_str).and_then(|own| own.split('#').next());
    own.filter(|own| !own.is_empty()).map_or_else(|| base.to_owned(), |own| join(base, own))
}
