//! Each file dropped into `codegen/tests/cases/` is a case: what every stage makes of it is pinned beside it.

use crate::load::Document;
use crate::plan::Reading;
use crate::print::{self, Header};
use crate::refine::{self, Placement, Style};
use crate::{lower, types};
use insta::{assert_snapshot, glob, with_settings};
use std::path::Path;

#[test]
fn every_stage_of_every_case() {
    glob!("../tests/cases", "*.json", |path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let document = Document::parse(format!("{name}.json"), std::fs::read_to_string(path).unwrap()).unwrap();
        for reading in [Reading::Tolerant, Reading::Strict] {
            let settings = format!("{name}.{}", reading.as_str());
            with_settings!({
                snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/snapshots"),
                prepend_module_to_snapshot => false,
                snapshot_suffix => "",
                omit_expression => true,
            }, { pin(&document, reading, &settings) });
        }
        with_settings!({
            snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/snapshots"),
            prepend_module_to_snapshot => false,
            snapshot_suffix => "",
            omit_expression => true,
        }, {
            if let Ok(twin) = lower::strict_twin(&document) {
                assert_snapshot!(format!("{name}.twin"), format!("{twin:#}"));
            }
        });
    });
}

fn pin(document: &Document, reading: Reading, name: &str) {
    let lowered = match lower::lower(document, reading, "Root") {
        Ok(lowered) => lowered,
        Err(found) => return assert_snapshot!(format!("{name}.refused"), document.report(found).to_string()),
    };
    let report = document.report(lowered.diagnostics);
    assert_snapshot!(format!("{name}.1-lower"), format!("{:#}\n\n{:#?}\n\n{report}", lowered.schema, lowered.plan));
    let file = types::types(&lowered.schema).unwrap();
    let header = Header { command: "test", source: document.name() };
    assert_snapshot!(format!("{name}.2-types"), print::print(&file, "", header));
    let style = Style { placement: Placement::Crate, schema_text: None };
    let refined = refine::refine(file, &lowered.plan, &style).unwrap();
    assert_snapshot!(format!("{name}.3-refine"), print::print(&refined.file, "", header));
}
