//! Reads a text as YAML 1.2, and gives the JSON value that it stands for.
//!
//! `granit-parser` tells what is a scalar, a sequence and a mapping, and where it stands. What they
//! mean is said here: they become nodes, aliases lead from one to another, and all is written out
//! as a value.

mod expand;
mod frame;
mod graph;
mod merge;
mod refuse;
mod scalar;
mod tree;

use super::places::Places;
use crate::diagnostic::Diagnostic;
use serde_json::Value;

/// The value of a text, and where each part of it stands.
pub(super) fn read(text: &str) -> Result<(Value, Places), Vec<Diagnostic>> {
    expand::expand(&tree::of(text)?).map_err(|found| vec![found])
}
