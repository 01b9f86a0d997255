//! The checked-in sources are what the schemas give.
//!
//! This stands here and not in the driver's tests: there the build script has just repaired the tree.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::Leaf;
use std::path::Path;

#[test]
fn the_generated_sources_are_what_the_schemas_give() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut leaf = Leaf::default();
    leaf.schemas = root.join(leaf.schemas);
    leaf.out = root.join(leaf.out);
    let synced = leaf.check().unwrap();
    assert!(synced.changes.is_empty(), "run `cargo build` and review the difference: {:#?}", synced.changes);
}
