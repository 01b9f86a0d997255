//! Reads the letter of a document: the only place where keywords are looked up by text.

use super::draft::{dialect_of, draft_of, is_old_openapi, is_swagger, of_another_draft, unknown_dialect};
use super::node::{Id, Node};
use super::read_scalars::{count, lists, read_dialect, read_reference, read_scalar, text, texts};
use super::vocabulary::{Draft, Role, Word};
use super::wrong::{not_a_schema, unknown, wrong_kind};
use crate::diagnostic::Diagnostic;
use crate::load::{Document, NO_URI};
use crate::pointer;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The nodes of a document while they are read.
pub(super) struct Reader<'d> {
    pub(super) document: &'d Document,
    pub(super) draft: Draft,
    /// Whether the document names its draft: then the keywords of other drafts mean nothing.
    pub(super) is_named_draft: bool,
    pub(super) is_dialect: bool,
    pub(super) is_swagger: bool,
    pub(super) nodes: Vec<Node>,
    pub(super) by_pointer: BTreeMap<String, Id>,
    /// By URI, the pointer of the schema that has it as its `$id`.
    pub(super) resources: BTreeMap<String, String>,
    /// By URI and anchor.
    pub(super) anchors: BTreeMap<(String, String), Id>,
    /// By URI and anchor, the pointers in other files.
    pub(super) anchored: BTreeMap<(String, String), String>,
    /// Those of them that `$dynamicAnchor` gives.
    pub(super) dynamic: BTreeSet<(String, String)>,
    /// The resources by their URIs, and in which each schema lies.
    pub(super) numbers: BTreeMap<String, usize>,
    pub(super) lies_in: Vec<usize>,
    /// The members of `$defs` and `definitions`.
    pub(super) named: Vec<Id>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document, is_openapi: bool) -> Self {
        let named = if is_openapi { dialect_of(document) } else { document.root().get("$schema") };
        let named = named.and_then(Value::as_str).and_then(draft_of);
        let resources = BTreeMap::from([(NO_URI.to_owned(), String::new())]);
        Self {
            document,
            draft: named.unwrap_or(Draft::D2020),
            is_named_draft: named.is_some(),
            is_swagger: is_openapi && is_swagger(document),
            is_dialect: is_openapi && is_old_openapi(document),
            nodes: Vec::new(),
            by_pointer: BTreeMap::new(),
            resources,
            anchors: BTreeMap::new(),
            anchored: BTreeMap::new(),
            dynamic: BTreeSet::new(),
            numbers: BTreeMap::new(),
            lies_in: Vec::new(),
            named: Vec::new(),
            diagnostics: unknown_dialect(document).filter(|_| is_openapi).into_iter().collect(),
        }
    }

    /// Reads a schema and all that it holds; once.
    pub(super) fn schema(&mut self, value: &Value, at: &str, base: &str) -> Id {
        if let Some(id) = self.by_pointer.get(at) {
            return *id;
        }
        let id = Id(self.nodes.len());
        self.nodes.push(Node { at: at.to_owned(), ..Node::default() });
        let resource = self.number(base);
        self.lies_in.push(resource);
        self.by_pointer.insert(at.to_owned(), id);
        let node = match value {
            Value::Bool(allowed) => Node { boolean: Some(*allowed), ..Node::default() },
            Value::Object(members) => self.keywords(members, at, base, id),
            _ => {
                self.diagnostics.push(not_a_schema(value, at));
                Node::default()
            }
        };
        if let Some(place) = self.nodes.get_mut(id.0) {
            *place = Node { at: at.to_owned(), ..node };
        }
        id
    }

    fn keywords(&mut self, members: &Map<String, Value>, at: &str, base: &str, id: Id) -> Node {
        let base = self.enter_resource(members, at, base, id);
        let mut node = Node::default();
        for (keyword, value) in members {
            let place = pointer::join(at, keyword);
            let Some(word) = self.word(keyword, value) else {
                self.diagnostics.push(unknown(keyword, self.meant(keyword), &place));
                continue;
            };
            if let Some(wrong) = wrong_kind(word, value, &place) {
                self.diagnostics.push(wrong);
                continue;
            }
            if !self.knows(word, value) {
                self.diagnostics.push(of_another_draft(keyword, &place));
                continue;
            }
            if matches!(word.role, Role::Dialect) {
                self.is_dialect = true;
            }
            node.keywords.push(word.name.to_owned());
            self.keyword(&mut node, word, value, &Place { at: &place, base: &base });
        }
        self.finish(&mut node, members, at);
        node
    }

    /// Whether the draft of the document has a keyword with such a value.
    fn knows(&self, word: &Word, value: &Value) -> bool {
        let (from, to) = word.drafts;
        let is_draft_4 = self.draft == Draft::D4;
        match word.name {
            _ if !self.is_named_draft => true,
            "id" => is_draft_4,
            "exclusiveMinimum" | "exclusiveMaximum" => value.is_boolean() == is_draft_4,
            "prefixItems" | "additionalItems" | "dependencies" => from <= self.draft && self.draft <= to,
            _ => from <= self.draft || word.role != Role::Assertion,
        }
    }

    fn keyword(&mut self, node: &mut Node, word: &'static Word, value: &Value, place: &Place<'_>) {
        let is_read = self.read_place(word, value, place)
            || read_reference(node, word, value, place.base)
            || self.read_array(node, word, value, place)
            || self.read_object(node, word, value, place)
            || self.read_logic(node, word, value, place)
            || read_scalar(node, word, value)
            || read_dialect(&mut node.dialect, word, value);
        if !is_read && word.role == Role::Annotation {
            match word.name {
                "title" => node.title = text(value),
                "description" => node.description = text(value),
                name => node.annotations.push((name, value.clone())),
            }
        }
        if word.role == Role::Unread {
            self.diagnostics.push(super::wrong::dropped(word.name, place.at));
        }
    }

    fn read_place(&mut self, word: &Word, value: &Value, place: &Place<'_>) -> bool {
        match word.name {
            "$defs" | "definitions" => {
                let named = self.map(value, place);
                // Of another file there is only what is referred to.
                if pointer::split(place.at).0.is_empty() {
                    self.named.extend(named.into_iter().map(|(_, id)| id));
                }
            }
            _ => return word.role == Role::Place,
        }
        true
    }

    fn read_array(&mut self, node: &mut Node, word: &Word, value: &Value, place: &Place<'_>) -> bool {
        let rules = &mut node.array;
        match word.name {
            "prefixItems" => rules.prefix = Some(self.list(value, place)),
            "items" if value.is_array() => rules.prefix = Some(self.list(value, place)),
            "items" => rules.items = Some(self.one(value, place)),
            "minItems" => rules.min_items = count(value).filter(|least| *least > 0),
            "maxItems" => rules.max_items = count(value),
            "uniqueItems" => rules.unique_items = *value == Value::Bool(true),
            "contains" => rules.contains = Some(self.one(value, place)),
            "minContains" => rules.min_contains = count(value),
            "maxContains" => rules.max_contains = count(value),
            "unevaluatedItems" => rules.unevaluated = Some(self.one(value, place)),
            "additionalItems" => {
                self.one(value, place);
            }
            _ => return false,
        }
        true
    }

    fn read_object(&mut self, node: &mut Node, word: &Word, value: &Value, place: &Place<'_>) -> bool {
        let rules = &mut node.object;
        match word.name {
            "properties" => rules.properties = Some(self.map(value, place)),
            "patternProperties" => rules.patterns = self.map(value, place),
            "additionalProperties" => rules.additional = Some(self.one(value, place)),
            "required" => rules.required = Some(texts(value)),
            "minProperties" => rules.min_properties = count(value).filter(|least| *least > 0),
            "maxProperties" => rules.max_properties = count(value),
            "propertyNames" => rules.names = Some(self.one(value, place)),
            "dependentRequired" => rules.dependent_required.extend(lists(value)),
            "dependentSchemas" => rules.dependent_schemas.extend(self.map(value, place)),
            "dependencies" => {
                rules.dependent_required.extend(lists(value));
                rules.dependent_schemas.extend(self.map(value, place));
            }
            "unevaluatedProperties" => rules.unevaluated = Some(self.one(value, place)),
            _ => return false,
        }
        true
    }

    fn read_logic(&mut self, node: &mut Node, word: &Word, value: &Value, place: &Place<'_>) -> bool {
        let logic = &mut node.logic;
        match word.name {
            "allOf" => logic.all_of = self.list(value, place),
            "anyOf" => logic.any_of = Some(self.list(value, place)),
            "oneOf" => logic.one_of = Some(self.list(value, place)),
            "not" => logic.not = Some(self.one(value, place)),
            "if" => logic.condition = Some(self.one(value, place)),
            "then" => logic.then = Some(self.one(value, place)),
            "else" => logic.otherwise = Some(self.one(value, place)),
            _ => return false,
        }
        true
    }

    fn one(&mut self, value: &Value, place: &Place<'_>) -> Id {
        self.schema(value, place.at, place.base)
    }

    fn list(&mut self, value: &Value, place: &Place<'_>) -> Vec<Id> {
        let elements = value.as_array().into_iter().flatten().enumerate();
        elements.map(|(at, one)| self.schema(one, &pointer::join(place.at, &at.to_string()), place.base)).collect()
    }

    /// The members that are schemas; in `dependencies` some are lists of names.
    fn map(&mut self, value: &Value, place: &Place<'_>) -> Vec<(String, Id)> {
        let members = value.as_object().into_iter().flatten().filter(|(_, one)| !one.is_array());
        let read = |(name, one): (&String, &Value)| {
            (name.clone(), self.schema(one, &pointer::join(place.at, name), place.base))
        };
        members.map(read).collect()
    }
}

/// Where the value of a keyword stands, and against what its references are resolved.
struct Place<'p> {
    at: &'p str,
    base: &'p str,
}
