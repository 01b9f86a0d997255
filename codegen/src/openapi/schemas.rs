//! The schemas of an OpenAPI document.

use crate::diagnostic::{Code, Diagnostic};
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

fn no_schemas() -> Diagnostic {
    Diagnostic::error(
        Code::NoSchemas,
        PLACE,
        "this OpenAPI document has no schemas under components.schemas, from which types are made",
        "move the schemas that stand in place, such as those of requests and responses, to components.schemas",
    )
}
