//! The schemas of an OpenAPI or Swagger document: those with names, and those that stand in place in its operations.

mod api;
mod bodies;
mod inline;
mod media;
mod names;
mod operations;
mod parameters;
mod reach;
mod resolve;
mod root;
mod schemas;
mod site;
mod swagger;
mod unread;
mod version;

pub(crate) use api::{Api, Operation};
pub(crate) use operations::list;
pub(crate) use reach::reached;
pub(crate) use root::{Kind, Root};
pub(crate) use schemas::{no_schemas, place};
pub(crate) use site::{Site, SitePart};
pub(crate) use version::{is_openapi, refuse_version};
