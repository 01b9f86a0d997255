//! The words of Swagger 2.0 that OpenAPI 3.0 has otherwise.

use super::read::Reader;
use super::vocabulary::{Word, find, near};
use serde_json::Value;

impl Reader<'_> {
    /// What is known of a keyword. Swagger 2.0 has no `nullable`, but the extension, and its `discriminator` names a
    /// member of all that a schema is a part of (Swagger 2.0, "Schema Object"), which no type can tell by.
    pub(super) fn word(&self, keyword: &str, value: &Value) -> Option<&'static Word> {
        match keyword {
            "x-nullable" if self.is_swagger => find("nullable"),
            "nullable" if self.is_swagger => None,
            "discriminator" if self.is_swagger && value.is_string() => None,
            _ => find(keyword),
        }
    }

    /// The keyword that somebody may have meant by an unknown one.
    pub(super) fn meant(&self, keyword: &str) -> Option<&'static str> {
        match keyword {
            "nullable" if self.is_swagger => Some("x-nullable"),
            "discriminator" if self.is_swagger => None,
            _ => near(keyword),
        }
    }
}
