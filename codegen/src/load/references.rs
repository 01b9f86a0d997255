//! Lists what a value refers to, without knowing where schemas are in it.
//!
//! What is no schema may look like a reference: then a file is read in vain, and nothing is said of it.

use super::uri::join;
use serde_json::Value;
use std::collections::BTreeSet;

/// A reference to another document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reference {
    /// As it is written, without its fragment.
    pub(super) text: String,
    /// Resolved against the URL around it, if there is one.
    pub(super) url: String,
}

/// The references of a value in the order of the text, each once, and the URLs that it gives itself.
pub(super) fn list(root: &Value, base: &str) -> (Vec<Reference>, BTreeSet<String>) {
    let mut lister = Lister::default();
    let old = root.get("id").and_then(Value::as_str).filter(|_| root.get("$id").is_none());
    let base = old.map_or_else(|| base.to_owned(), |own| lister.enter(base, own));
    lister.walk(root, &base);
    (lister.found, lister.ids)
}

#[derive(Default)]
struct Lister {
    found: Vec<Reference>,
    seen: BTreeSet<Reference>,
    ids: BTreeSet<String>,
}

impl Lister {
    /// JSON Schema 2020-12 core, section 8.2.1.
    fn enter(&mut self, base: &str, own: &str) -> String {
        let own = own.split('#').next().unwrap_or_default();
        if own.is_empty() {
            return base.to_owned();
        }
        let url = join(base, own);
        self.ids.insert(url.clone());
        url
    }

    fn walk(&mut self, value: &Value, base: &str) {
        match value {
            Value::Object(members) => {
                let own = members.get("$id").and_then(Value::as_str);
                let base = own.map_or_else(|| base.to_owned(), |own| self.enter(base, own));
                for keyword in ["$ref", "$dynamicRef"] {
                    members.get(keyword).and_then(Value::as_str).into_iter().for_each(|text| self.note(text, &base));
                }
                // OpenAPI 3.0.3, "Discriminator Object": its values are names of schemas or references.
                let told = members.get("discriminator");
                let mapping = told.and_then(|told| told.get("mapping")?.as_object()).into_iter().flatten();
                let default = told.and_then(|told| told.get("defaultMapping"));
                for text in mapping.map(|(_, to)| to).chain(default).filter_map(Value::as_str) {
                    if text.contains(['.', '/', '#']) {
                        self.note(text, &base);
                    }
                }
                members.values().for_each(|member| self.walk(member, &base));
            }
            Value::Array(elements) => elements.iter().for_each(|element| self.walk(element, base)),
            _ => {}
        }
    }

    fn note(&mut self, text: &str, base: &str) {
        let text = text.split('#').next().unwrap_or_default();
        let reference = Reference { text: text.to_owned(), url: join(base, text) };
        if !text.is_empty() && self.seen.insert(reference.clone()) {
            self.found.push(reference);
        }
    }
}
