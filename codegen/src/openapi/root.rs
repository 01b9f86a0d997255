//! A schema of an OpenAPI document.

use crate::names::type_ident;
use crate::pointer;
use serde_json::Value;

/// A schema of an OpenAPI document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    pub(crate) at: String,
    pub(crate) schema: Value,
    /// What its type is called, where it stands in place: a component has its own name.
    pub(crate) name: Option<String>,
    pub(crate) kind: Kind,
}

/// What a schema is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It has a name of its own.
    Named,
    /// It is all of what is sent: then an array is a type as well.
    Body,
    /// It is a parameter, or a header.
    Value,
    /// It is made here, of the parameters of an operation.
    Parameters,
}

impl Root {
    /// What its author calls it, or its type where it has no name.
    pub(crate) fn own_name(&self) -> String {
        self.name.clone().or_else(|| pointer::tokens(&self.at).last()).unwrap_or_default()
    }

    /// What its type is called, unless another has that name.
    pub(crate) fn type_name(&self) -> Option<String> {
        let overridden = self.schema.get("x-speakeasy-name-override").and_then(Value::as_str);
        overridden.and_then(type_ident).or_else(|| type_ident(&self.own_name()))
    }
}
