//! The generated code of every schema, in both readings: a schema update is a reviewed diff.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use insta::{assert_snapshot, glob};
use std::fs;
use std::path::Path;

#[test]
fn the_code_of_every_schema_in_both_readings() {
    for reading in ["tolerant", "strict"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated/src").join(reading);
        glob!(&folder, "*.rs", |path| {
            let name = path.file_stem().unwrap().to_string_lossy();
            insta::with_settings!({ snapshot_suffix => "", omit_expression => true, prepend_module_to_snapshot => false }, {
                assert_snapshot!(format!("{reading}.{name}"), fs::read_to_string(path).unwrap());
            });
        });
    }
}

#[test]
fn every_schema_has_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let count = |folder: &str, extension: &str| {
        let paths = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        paths.filter(|path| path.extension().is_some_and(|found| found == extension)).count()
    };
    let schemas = count("schema", "json");
    assert!(schemas > 0);
    for reading in ["tolerant", "strict"] {
        // One module for each schema, and their index.
        assert_eq!(count(&format!("generated/src/{reading}"), "rs"), schemas + 1, "{reading}");
    }
}
