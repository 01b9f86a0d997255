//! The schemas of an OpenAPI document.

mod schemas;
mod unread;
mod version;

pub(crate) use schemas::{Component, PLACE, components, definitions};
pub(crate) use unread::not_read;
pub(crate) use version::{is_openapi, refuse_version};
