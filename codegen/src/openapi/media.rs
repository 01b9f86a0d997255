//! Which bodies are JSON.

use serde_json::Value;

/// A media type, or a range of them that holds JSON (OpenAPI 3.0.3, "Request Body Object").
pub(super) fn is_json(media: &str) -> bool {
    let bare = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    ["application/json", "application/*", "*/*"].contains(&bare.as_str()) || bare.ends_with("+json")
}

/// Which bodies are JSON in Swagger 2.0, by `consumes` and `produces`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Media {
    pub(super) consumes: bool,
    pub(super) produces: bool,
}

impl Media {
    /// What holds for an operation, else for the whole document (Swagger 2.0, "Operation Object").
    pub(super) fn of(holders: &[&Value]) -> Self {
        let holds = |keyword: &str| {
            let said = holders.iter().find_map(|holder| holder.get(keyword)?.as_array());
            said.is_none_or(|all| all.is_empty() || all.iter().filter_map(Value::as_str).any(is_json))
        };
        Self { consumes: holds("consumes"), produces: holds("produces") }
    }
}
