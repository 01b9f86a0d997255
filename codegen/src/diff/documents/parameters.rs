//! Parameters, which the document lists and the models have as members of one object.

use crate::diff::found::{Found, What};
use crate::diff::place::Step;
use crate::load::led_to;
use crate::openapi::{Api, Kind, Root};
use crate::pointer;
use serde_json::Value;

/// Whether it is only that the object of all parameters is titled by its operation.
pub(super) fn is_of_title(new: &Api, found: &Found) -> bool {
    found.what == What::Docs && found.trail.is_empty() && made(new, &found.entry.1).is_some()
}

/// The parameter that a difference is about.
pub(super) fn name(new: &Api, found: &Found) -> Option<String> {
    made(new, &found.entry.1)?;
    match (found.trail.first(), &found.what) {
        (Some(Step::Property(name)), _) | (None, What::Property { name, .. } | What::Required { name, .. }) => {
            Some(name.clone())
        }
        _ => None,
    }
}

/// The JSON pointer in the document of a parameter, for one of a member of the object that was made.
pub(super) fn place(api: &Api, at: &str) -> Option<String> {
    let root = api.around(at)?;
    made(api, &root.at)?;
    let mut inside = pointer::tokens(at.strip_prefix(root.at.as_str())?);
    let (Some("properties"), Some(name)) = (inside.next().as_deref(), inside.next()) else { return None };
    let schema = root.schema.get("properties")?.get(&name)?.get("$ref").and_then(Value::as_str)?;
    let schema = led_to(&root.at, schema)?;
    // OpenAPI 3.0.3, "Parameter Object": it has a schema, or a content that has one.
    let place = schema.strip_suffix("/schema").unwrap_or(&schema);
    Some(place.rsplit_once("/content/").map_or(place, |(place, _)| place).to_owned())
}

fn made<'a>(api: &'a Api, at: &str) -> Option<&'a Root> {
    api.at(at).filter(|root| root.kind == Kind::Parameters)
}
