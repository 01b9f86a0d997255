//! The schemas of an OpenAPI document.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Document;
use crate::names::type_ident;
use crate::pointer;
use serde_json::Map;
use serde_json::Value;
use std::collections::BTreeSet;

/// Where the schemas of an OpenAPI document are (OpenAPI 3.0.3, "Components Object").
pub(crate) const PLACE: &str = "/components/schemas";

/// A schema of an OpenAPI document.
pub(crate) struct Component<'d> {
    pub(crate) name: &'d str,
    pub(crate) schema: &'d Value,
}

impl Component<'_> {
    pub(crate) fn pointer(&self) -> String {
        pointer::join(PLACE, self.name)
    }

    /// What its type is called, unless another has that name.
    pub(crate) fn type_name(&self) -> Option<String> {
        let overridden = self.schema.get("x-speakeasy-name-override").and_then(Value::as_str);
        overridden.and_then(type_ident).or_else(|| type_ident(self.name))
    }
}

/// The schemas, in the order of the text.
pub(crate) fn components(document: &Document) -> Result<Vec<Component<'_>>, Diagnostic> {
    let members = document.root().pointer(PLACE).and_then(Value::as_object).into_iter().flatten();
    let all: Vec<Component<'_>> = members.map(|(name, schema)| Component { name, schema }).collect();
    if all.is_empty() { Err(no_schemas()) } else { Ok(all) }
}

/// The schemas by their JSON pointers: all, or one and those that it leads to.
pub(crate) fn definitions(document: &Document, root: Option<&str>) -> Map<String, Value> {
    let all: Map<String, Value> =
        components(document).into_iter().flatten().map(|it| (it.pointer(), it.schema.clone())).collect();
    let Some(root) = root else { return all };
    let mut reached = BTreeSet::from([root.to_owned()]);
    let mut open = vec![root.to_owned()];
    while let Some(schema) = open.pop().and_then(|key| all.get(&key)) {
        let mut found = Vec::new();
        collect_targets(schema, &mut found);
        open.extend(found.into_iter().filter(|key| all.contains_key(key) && reached.insert(key.clone())));
    }
    all.into_iter().filter(|(key, _)| reached.contains(key)).collect()
}

/// The components in which the references of a schema end.
fn collect_targets(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let target = members.get("$ref").and_then(Value::as_str).and_then(pointer::of_local_ref);
            let name = target.as_deref().and_then(|target| target.strip_prefix(PLACE)?.strip_prefix('/'));
            let name = name.and_then(|name| name.split('/').next());
            found.extend(name.map(|name| format!("{PLACE}/{name}")));
            members.values().for_each(|member| collect_targets(member, found));
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect_targets(element, found)),
        _ => {}
    }
}

/// Refuses the versions of OpenAPI whose schemas are written otherwise.
pub(crate) fn refuse_version(document: &Document) -> Result<(), Diagnostic> {
    let said = |keyword: &str| document.root().get(keyword).and_then(Value::as_str);
    let is_read =
        |version: &str| ["3.0", "3.1"].iter().any(|own| version == *own || version.starts_with(&format!("{own}.")));
    match (said("swagger"), said("openapi")) {
        (Some(version), None) => Err(Diagnostic::error(
            Code::UnsupportedVersion,
            "/swagger",
            format!("this is a Swagger {version} document, and only OpenAPI 3.0 and 3.1 are read"),
            "convert it to OpenAPI 3.0, for instance with swagger2openapi, and give the result",
        )),
        (_, Some(version)) if !is_read(version) => Err(Diagnostic::error(
            Code::UnsupportedVersion,
            "/openapi",
            format!("this is an OpenAPI {version} document, and only OpenAPI 3.0 and 3.1 are read"),
            "convert it to OpenAPI 3.0 or 3.1, and give the result",
        )),
        _ => Ok(()),
    }
}

/// What of an OpenAPI document describes no schema with a name, if there is anything of the kind.
pub(crate) fn not_read(document: &Document) -> Option<Diagnostic> {
    let root = document.root().as_object().filter(|_| is_openapi(document))?;
    let own = root.keys().filter(|name| !["openapi", "info", "components"].contains(&name.as_str()));
    let own = own.map(|name| pointer::join("", name));
    let parts = root.get("components").and_then(Value::as_object).into_iter().flatten();
    let parts = parts.filter(|(name, _)| *name != "schemas").map(|(name, _)| pointer::join("/components", name));
    let places = own.chain(parts).filter(|place| !is_nothing(document.root().pointer(place)));
    let places: Vec<String> = places.filter(|place| !place.starts_with("/x-")).collect();
    let names: Vec<String> =
        places.iter().map(|place| format!("`{}`", pointer::tokens(place).collect::<Vec<_>>().join("."))).collect();
    places.first().map(|first| {
        Diagnostic::new(
            Severity::Note,
            Code::DroppedAnnotation,
            first,
            format!("only components.schemas is read, not {}", names.join(", ")),
            "nothing to do, unless a schema stands there in place: then move it to components.schemas",
        )
    })
}

fn is_nothing(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Object(members)) => members.is_empty(),
        Some(Value::Array(elements)) => elements.is_empty(),
        Some(_) => false,
    }
}

fn no_schemas() -> Diagnostic {
    Diagnostic::error(
        Code::NoSchemas,
        PLACE,
        "this OpenAPI document has no schemas under components.schemas, from which types are made",
        "move the schemas that stand in place, such as those of requests and responses, to components.schemas",
    )
}

/// Whether a document is one of OpenAPI (OpenAPI 3.0.3 and 3.1.1, "OpenAPI Object": `openapi` is required).
pub(crate) fn is_openapi(document: &Document) -> bool {
    document.root().get("openapi").is_some_and(Value::is_string)
}
