//! The checked-in sources are what the schemas give.
//!
//! This stands here and not in the driver's tests: there the build script has just repaired the tree.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_codegen::Leaf;
use std::fs;
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

#[test]
fn an_engine_for_patterns_is_a_dependency_only_where_a_type_needs_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let is_needed = root.join("generated/src/support/pattern.rs").exists();
    for manifest in ["generated/Cargo.toml", "Cargo.toml"] {
        let depends = fs::read_to_string(root.join(manifest)).unwrap().contains("\nregress = ");
        assert_eq!(depends, is_needed, "{manifest}: `strict = [\"dep:regress\"]` if and only if it is needed");
    }
}

#[test]
fn the_front_page_lists_each_type_that_is_exported() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("generated/src");
    let page = fs::read_to_string(sources.join("lib.rs")).unwrap();
    let exports = fs::read_to_string(sources.join("tolerant/mod.rs")).unwrap();
    let types =
        exports.lines().filter_map(|line| line.strip_prefix("pub use ")?.strip_suffix(';')?.rsplit("::").next());
    let missing: Vec<&str> = types.clone().filter(|name| !page.contains(&format!("//! | [`{name}`] |"))).collect();
    assert!(types.count() > 0 && missing.is_empty(), "the table in generated/src/lib.rs lacks {missing:?}");
}
