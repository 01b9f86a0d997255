//! The parameters of an operation, as the members of one object.

use super::api::Lister;
use super::names::name;
use super::resolve::Part;
use super::root::{Kind, Root};
use crate::load::reference_to;
use crate::pointer;
use serde_json::{Map, Value, json};

/// OpenAPI 3.0.3, "Parameter Object": such definitions shall be ignored.
const IGNORED_HEADERS: &[&str] = &["accept", "content-type", "authorization"];

/// How a parameter is written, which the types do not say.
const WRITTEN: &[&str] = &["style", "explode", "allowReserved", "collectionFormat"];

impl<'d> Lister<'d> {
    /// The parameters of an operation, by name and place: its own before those of its path (OpenAPI 3.0.3, "Operation
    /// Object").
    pub(super) fn merged(&mut self, operation: &Part<'d>, item: &Part<'d>) -> Vec<Part<'d>> {
        let mut merged: Vec<Part<'d>> = Vec::new();
        for holder in [item, operation] {
            let holder = holder.member("parameters");
            for part in holder.iter().flat_map(Part::elements) {
                let Some(part) = self.resolve(part) else { continue };
                let key = |part: &Part<'d>| (part.text("name"), part.text("in"));
                match merged.iter_mut().find(|other| key(other) == key(&part)) {
                    Some(other) => *other = part,
                    None => merged.push(part),
                }
            }
        }
        merged
    }

    /// Makes one schema of the parameters that have one.
    pub(super) fn parameters(&mut self, all: &[Part<'d>], operation: &Part<'d>, words: &str) -> Option<String> {
        let words = format!("{words} params");
        let (mut members, mut required, mut inner) = (Map::new(), Vec::new(), Vec::new());
        for part in all {
            let (Some(own), Some(place)) = (part.text("name"), part.text("in")) else { continue };
            if place == "header" && IGNORED_HEADERS.contains(&own.to_ascii_lowercase().as_str()) {
                continue;
            }
            let Some(schema) = self.value_schemas(part).into_iter().next() else { continue };
            let written = WRITTEN.iter().filter(|keyword| part.value.get(**keyword).is_some());
            self.api.unwritten.extend(written.map(|keyword| pointer::join(&part.at, keyword)));
            let member = if members.contains_key(own) { format!("{place} {own}") } else { own.to_owned() };
            if part.value.get("required") == Some(&Value::Bool(true)) {
                required.push(member.clone());
            }
            members.insert(member, described(part, &schema, &operation.at, place));
            if part.is_in_place() {
                inner.push((schema, name(&[&part.words("Parameter", &format!("{words} {own}"))])));
            }
        }
        if members.is_empty() {
            return None;
        }
        let at = pointer::join(&operation.at, "parameters");
        let schema = json!({
            "type": "object",
            "description": format!("The parameters of `{}`.", title(operation)),
            "properties": members,
            "required": required,
            "additionalProperties": false,
        });
        self.api.push(Root { at: at.clone(), schema, name: Some(name(&[&words])), kind: Kind::Parameters });
        for (schema, name) in inner {
            self.add(&schema, name, Kind::Value);
        }
        Some(at)
    }
}

/// A reference to the schema of a parameter, and what is said of it.
fn described(part: &Part<'_>, schema: &Part<'_>, from: &str, place: &str) -> Value {
    let own = part.text("name").unwrap_or_default();
    let sent = match place {
        "query" => "Sent in the query.".to_owned(),
        "path" => "Sent in the path.".to_owned(),
        "header" => format!("Sent as the header `{own}`."),
        "cookie" => format!("Sent as the cookie `{own}`."),
        other => format!("Sent in `{other}`."),
    };
    let said = part.text("description").or_else(|| schema.text("description"));
    let description = said.map_or_else(|| sent.clone(), |said| format!("{}\n\n{sent}", said.trim_end()));
    let mut member = json!({"$ref": reference_to(from, &schema.at), "description": description});
    if part.value.get("deprecated") == Some(&Value::Bool(true))
        && let Some(members) = member.as_object_mut()
    {
        members.insert("deprecated".to_owned(), Value::Bool(true));
    }
    member
}

/// The operation as its author calls it, else its method and path.
fn title(operation: &Part<'_>) -> String {
    let tokens: Vec<String> = pointer::tokens(&operation.at).collect();
    let by_path = || match tokens.as_slice() {
        [.., path, method] => format!("{} {path}", method.to_uppercase()),
        _ => String::new(),
    };
    operation.text("operationId").map_or_else(by_path, str::to_owned)
}
