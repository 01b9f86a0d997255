//! Resolves every reference to the node it means.

use super::node::{Id, Node, Reference};
use super::read::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::load::{NO_URI, join};
use crate::pointer;
use serde_json::{Map, Value};

impl Reader<'_> {
    /// Notes the URI and the anchors that a schema gives itself, and gives the URI that holds inside it.
    ///
    /// JSON Schema 2020-12 core, sections 8.2.1 and 8.2.2; an `$id` that is only a fragment is an anchor (draft-07
    /// core, section 8.2.3).
    pub(super) fn enter_resource(&mut self, members: &Map<String, Value>, at: &str, base: &str, id: Id) -> String {
        let said = |keyword: &str| members.get(keyword).and_then(Value::as_str);
        let own = said("$id").or_else(|| said("id").filter(|_| !members.contains_key("$schema") || at.is_empty()));
        let own =
            own.filter(|_| !(self.is_named_draft && members.contains_key("$ref") && self.draft < super::Draft::D2019));
        let mut inner = base.to_owned();
        match own.map(|own| own.strip_suffix('#').unwrap_or(own)) {
            Some(own) if own.starts_with('#') => {
                self.anchors.entry((inner.clone(), own.trim_start_matches('#').to_owned())).or_insert(id);
            }
            Some(own) if !own.is_empty() => {
                inner = join(base, own);
                self.resources.entry(inner.clone()).or_insert_with(|| at.to_owned());
            }
            _ => {}
        }
        for anchor in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(said) {
            self.anchors.entry((inner.clone(), anchor.to_owned())).or_insert(id);
        }
        self.dynamic.extend(said("$dynamicAnchor").map(|anchor| (inner.clone(), anchor.to_owned())));
        if members.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
            self.anchors.entry((inner.clone(), RECURSIVE.to_owned())).or_insert(id);
            self.dynamic.insert((inner.clone(), RECURSIVE.to_owned()));
        }
        let resource = self.number(&inner);
        self.lies_in.get_mut(id.0).into_iter().for_each(|place| *place = resource);
        inner
    }

    /// The number of a resource.
    pub(super) fn number(&mut self, uri: &str) -> usize {
        if let Some(number) = self.numbers.get(uri) {
            return *number;
        }
        self.numbers.insert(uri.to_owned(), self.numbers.len());
        self.numbers.len() - 1
    }

    /// Links every reference; what is referred to is read where no keyword has led to it.
    pub(super) fn link(&mut self) -> Vec<Id> {
        let mut targets = Vec::new();
        let mut next = 0;
        while let Some(node) = self.nodes.get(next) {
            let (at, mut refs) = (node.at.clone(), node.refs.clone());
            self.link_mapping(next);
            for reference in &mut refs {
                match self.target(&at, reference) {
                    Ok(target) => {
                        targets.push(target);
                        reference.target = Some(target);
                    }
                    Err(found) => {
                        self.diagnostics.push(at_reference(found, &pointer::join(&at, reference.keyword)));
                    }
                }
            }
            if let Some(node) = self.nodes.get_mut(next) {
                node.refs = refs;
            }
            next += 1;
            if next == self.nodes.len() {
                self.read_dynamic();
            }
        }
        targets
    }

    /// The resource of the document itself.
    pub(super) fn root_uri(&self) -> &str {
        self.resources.iter().find(|(uri, at)| at.is_empty() && *uri != NO_URI).map_or(NO_URI, |(uri, _)| uri)
    }

    fn target(&mut self, at: &str, reference: &Reference) -> Result<Id, Diagnostic> {
        let Reference { text, base, keyword, .. } = reference;
        let (uri, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (start, resource) = match uri {
            "" => (self.resources.get(base).cloned().unwrap_or_default(), base.clone()),
            _ => self.resource(at, text, join(base, uri))?,
        };
        let is_recursive =
            *keyword == "$recursiveRef" && self.dynamic.contains(&(resource.clone(), RECURSIVE.to_owned()));
        if is_recursive {
            return self.anchor(&resource, RECURSIVE, keyword).ok_or_else(|| no_anchor(text));
        }
        if !fragment.is_empty() && !fragment.starts_with('/') {
            let id = self.anchor(&resource, fragment, keyword).or_else(|| self.anchor_elsewhere(&resource, fragment));
            return id.ok_or_else(|| no_anchor(text));
        }
        let Some(inside) = pointer::of_local_ref(&format!("#{fragment}")) else { return Err(nowhere(text)) };
        let file = pointer::split(&start).0.to_owned();
        let places = [start + &inside, file + &inside];
        for place in &places {
            if let Some(id) = self.by_pointer.get(place) {
                return Ok(*id);
            }
        }
        self.read_unplaced(&places, &resource).ok_or_else(|| nowhere(text))
    }

    /// JSON Schema 2020-12 core, section 8.2.3.2: where it first leads to a dynamic anchor, the outermost schema with
    /// that one, which is the whole document's where that has it.
    fn anchor(&self, resource: &str, name: &str, keyword: &str) -> Option<Id> {
        let find = |uri: &str| self.anchors.get(&(uri.to_owned(), name.to_owned())).copied();
        let root = self.root_uri();
        let is_dynamic = |uri: &str| self.dynamic.contains(&(uri.to_owned(), name.to_owned()));
        let outermost = (keyword != "$ref" && is_dynamic(resource) && is_dynamic(root)).then(|| find(root)).flatten();
        let of_main =
            || self.resources.get(resource).filter(|at| pointer::split(at).0.is_empty()).and_then(|_| find(NO_URI));
        outermost.or_else(|| find(resource)).or_else(of_main)
    }

    /// A schema where no keyword puts one: any object or boolean of the document may be referred to.
    pub(super) fn read_unplaced(&mut self, places: &[String], base: &str) -> Option<Id> {
        let document = self.document;
        let is_schema = |value: &&Value| value.is_object() || value.is_boolean();
        let (place, value) = places.iter().find_map(|place| Some((place, document.value(place).filter(is_schema)?)))?;
        let base = self.base_at(place).unwrap_or_else(|| base.to_owned());
        Some(self.schema(value, place, &base))
    }
}

/// Where `$recursiveAnchor` stands; no anchor is called so (2019-09 core, section 8.2.4.2).
pub(super) const RECURSIVE: &str = "";

/// The dynamic anchor that a reference asks for.
pub(super) fn dynamic_name(reference: &Reference) -> Option<&str> {
    match reference.keyword {
        "$dynamicRef" => reference.text.split_once('#').map(|(_, name)| name).filter(|name| !name.is_empty()),
        "$recursiveRef" => Some(RECURSIVE),
        _ => None,
    }
}

const HERE: &str = "of this document";

fn of_what(text: &str) -> &'static str {
    if text.starts_with('#') { HERE } else { "of that file" }
}

/// What is wrong with a reference, at its place; what is wrong in the file that it leads to stays where that is.
fn at_reference(found: Diagnostic, at: &str) -> Diagnostic {
    match pointer::split(&found.pointer) {
        ("", _) => Diagnostic { pointer: at.to_owned(), ..found },
        _ => found.with_related(at, "this leads to that file"),
    }
}

fn no_anchor(text: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRef,
        "",
        format!("`{text}` names an anchor, and no schema {} has it", of_what(text)),
        "give the schema that is meant an `$anchor` of that name, or refer to it by its JSON pointer",
    )
}

fn nowhere(text: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRef,
        "",
        match of_what(text) {
            HERE => format!("`{text}` is not in the document, or no schema"),
            _ => format!("what `{text}` points at is not in that file, or no schema"),
        },
        "refer to a schema that is there",
    )
}

/// Whether a node is nothing but a reference, what it says in words aside.
pub(crate) fn only_refers(node: &Node) -> Option<Id> {
    let [reference] = node.refs.as_slice() else { return None };
    let is_bare = node.keywords.iter().all(|keyword| {
        super::vocabulary::find(keyword)
            .is_none_or(|word| word.name == reference.keyword || !matches!(word.role, super::Role::Assertion))
    });
    reference.target.filter(|_| is_bare)
}
