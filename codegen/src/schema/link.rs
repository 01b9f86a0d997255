//! Resolves every reference to the node it means.

use super::node::{Id, Node, Reference};
use super::read::{NO_URI, Reader};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::pointer;
use fluent_uri::{Uri, UriRef};
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
        inner
    }

    /// Links every reference; what is referred to is read where no keyword has led to it.
    pub(super) fn link(&mut self) -> Vec<Id> {
        let mut targets = Vec::new();
        let mut next = 0;
        while let Some(node) = self.nodes.get(next) {
            let (at, mut refs) = (node.at.clone(), node.refs.clone());
            for reference in &mut refs {
                match self.target(&reference.text, &reference.base, reference.keyword) {
                    Ok(target) => {
                        targets.push(target);
                        if self.has_several_ends(reference) {
                            let at = pointer::join(&at, reference.keyword);
                            self.diagnostics.push(several_ends(reference.keyword, &at));
                        }
                        reference.target = Some(target);
                    }
                    Err(found) => {
                        let at = pointer::join(&at, reference.keyword);
                        self.diagnostics.push(Diagnostic { pointer: at, ..found });
                    }
                }
            }
            if let Some(node) = self.nodes.get_mut(next) {
                node.refs = refs;
            }
            next += 1;
        }
        targets
    }

    /// Whether it depends on the way to a reference where it leads: several schemas have its dynamic anchor, and the
    /// document itself has none.
    fn has_several_ends(&self, reference: &Reference) -> bool {
        let name = match reference.keyword {
            "$dynamicRef" => reference.text.split_once('#').map_or("", |(_, name)| name),
            "$recursiveRef" => RECURSIVE,
            _ => return false,
        };
        let mut own = self.dynamic.iter().filter(|(_, anchor)| anchor == name);
        own.clone().count() > 1 && !own.any(|(uri, _)| *uri == self.root_uri())
    }

    fn root_uri(&self) -> &str {
        self.resources.iter().find(|(uri, at)| at.is_empty() && *uri != NO_URI).map_or(NO_URI, |(uri, _)| uri)
    }

    fn target(&mut self, text: &str, base: &str, keyword: &str) -> Result<Id, Diagnostic> {
        let (uri, fragment) = text.split_once('#').unwrap_or((text, ""));
        let resource = if uri.is_empty() { base.to_owned() } else { join(base, uri) };
        let Some(start) = self.resources.get(&resource).cloned() else { return Err(leaves(text)) };
        let is_recursive =
            keyword == "$recursiveRef" && self.dynamic.contains(&(resource.clone(), RECURSIVE.to_owned()));
        if is_recursive {
            return self.anchor(&resource, RECURSIVE, keyword).ok_or_else(|| no_anchor(text));
        }
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return self.anchor(&resource, fragment, keyword).ok_or_else(|| no_anchor(text));
        }
        let Some(inside) = pointer::of_local_ref(&format!("#{fragment}")) else { return Err(nowhere(text, "")) };
        let places = [start.clone() + &inside, inside];
        for place in &places {
            if let Some(id) = self.by_pointer.get(place) {
                return Ok(*id);
            }
        }
        self.read_unplaced(&places, &resource).ok_or_else(|| nowhere(text, places.first().map_or("", String::as_str)))
    }

    /// JSON Schema 2020-12 core, section 8.2.3.2: where it first leads to a dynamic anchor, the outermost schema with
    /// that one, which is the whole document's where that has it.
    fn anchor(&self, resource: &str, name: &str, keyword: &str) -> Option<Id> {
        let find = |uri: &str| self.anchors.get(&(uri.to_owned(), name.to_owned())).copied();
        let root = self.root_uri();
        let is_dynamic = |uri: &str| self.dynamic.contains(&(uri.to_owned(), name.to_owned()));
        let outermost = (keyword != "$ref" && is_dynamic(resource) && is_dynamic(root)).then(|| find(root)).flatten();
        outermost.or_else(|| find(resource)).or_else(|| find(NO_URI))
    }

    /// A schema where no keyword puts one: any object or boolean of the document may be referred to.
    fn read_unplaced(&mut self, places: &[String], base: &str) -> Option<Id> {
        let document = self.document;
        let is_schema = |value: &&Value| value.is_object() || value.is_boolean();
        let (place, value) =
            places.iter().find_map(|place| Some((place, document.root().pointer(place).filter(is_schema)?)))?;
        Some(self.schema(value, place, base))
    }
}

/// RFC 3986, section 5.
fn join(base: &str, reference: &str) -> String {
    let resolved = || {
        let base = Uri::parse(base).ok()?;
        Some(UriRef::parse(reference).ok()?.resolve_against(&base).ok()?.as_str().to_owned())
    };
    resolved().unwrap_or_else(|| reference.to_owned())
}

/// Where `$recursiveAnchor` stands; no anchor is called so (2019-09 core, section 8.2.4.2).
const RECURSIVE: &str = "";

fn leaves(text: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ExternalRef,
        "",
        format!("`{text}` leaves the document"),
        "copy the schema it means into this document, under `#/$defs`, and refer to it there",
    )
}

fn several_ends(keyword: &str, at: &str) -> Diagnostic {
    Diagnostic::new(
        Severity::Warning,
        Code::NotEnforced,
        at,
        format!("`{keyword}` may lead to several schemas, by the way to it: the one of its own resource is taken"),
        "give the root of the document the anchor, or refer to the schema that is meant by `$ref`",
    )
}

fn no_anchor(text: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownRef,
        "",
        format!("`{text}` names an anchor, and no schema of this document has it"),
        "give the schema that is meant an `$anchor` of that name, or refer to it by its JSON pointer",
    )
}

fn nowhere(text: &str, place: &str) -> Diagnostic {
    let _ = place;
    Diagnostic::error(
        Code::UnknownRef,
        "",
        format!("`{text}` is not in the document, or no schema"),
        "refer to a schema that is there",
    )
}

/// Whether a node is nothing but a reference, what it says in words aside.
pub(crate) fn only_refers(node: &Node) -> Option<Id> {
    let is_bare = node.keywords.iter().all(|keyword| {
        super::vocabulary::find(keyword)
            .is_none_or(|word| word.name == "$ref" || !matches!(word.role, super::Role::Assertion))
    });
    let target = node.refs.first().filter(|reference| reference.keyword == "$ref" && node.refs.len() == 1)?.target;
    target.filter(|_| is_bare)
}
