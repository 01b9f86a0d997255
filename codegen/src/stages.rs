//! Each file dropped into `codegen/tests/cases/` is a case: what every stage makes of it is pinned beside it.

mod agreement;
mod any_schema;
mod any_value;
mod integers;
mod keywords;
mod random;
mod ruled;
mod told;
mod twins;
mod values;
mod version;

use crate::custom::Customisation;
use crate::generate::understand;
use crate::load::Document;
use crate::model::Choices;
use crate::plan::{Reading, Strings};
use crate::print::{self, Header};
use crate::project::{Selection, Subject, Wanted};
use crate::refine::{self, Placement, Style};
use crate::types;
use insta::{Settings, assert_snapshot, glob};

#[test]
fn every_stage_of_every_case() {
    let mut beside = Settings::clone_current();
    beside.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/snapshots"));
    beside.set_prepend_module_to_snapshot(false);
    beside.set_omit_expression(true);
    glob!("../tests/cases", "*.{json,yaml}", |path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let document =
            Document::parse(path.file_name().unwrap().to_string_lossy(), std::fs::read_to_string(path).unwrap())
                .unwrap();
        beside.bind(|| {
            pin(&document, Reading::Tolerant, &format!("{name}.tolerant"));
            pin(&document, Reading::Strict, &format!("{name}.strict"));
            if let Ok(twin) = crate::generate::twin(&document, Reading::Strict) {
                assert_snapshot!(format!("{name}.twin"), format!("{twin:#}"));
            }
        });
    });
}

fn pin(document: &Document, reading: Reading, name: &str) {
    let subject = Selection::of(document, &Wanted::default()).unwrap();
    let subject = match subject {
        Selection::Api(_) => subject,
        Selection::Document(_) => Selection::Document("Root".to_owned()),
    };
    let custom = Customisation::default();
    let subject = Subject { document, selection: &subject, custom: &custom };
    let projected = match understand(subject, Choices::of(reading)) {
        Ok(projected) => projected,
        Err(report) => return assert_snapshot!(format!("{name}.refused"), report.to_string()),
    };
    let report = document.report(projected.diagnostics);
    assert_snapshot!(format!("{name}.1-plan"), format!("{:#}\n\n{:#?}\n\n{report}", projected.schema, projected.plan));
    let text = types::as_typify_writes(projected.schema.clone()).unwrap();
    let header = Header { command: "test", source: document.name() };
    assert_snapshot!(format!("{name}.2-types"), print::print(text, "", header));
    let types = types::types(projected.schema, &[]).unwrap();
    for (strings, stage) in [(Strings::Owned, "3-refine"), (Strings::Borrowed, "4-borrowed")] {
        let style = Style { placement: Placement::Crate, schema_text: None, strings, setters: false };
        let refined = refine::refine(types.clone(), &projected.plan, &style).unwrap();
        let walks_rules = refined.pieces.has("ruled");
        assert!(reading == Reading::Strict || !walks_rules, "{name}: tolerant types have rules");
        assert_snapshot!(format!("{name}.{stage}"), print::print(refined.file, "", header));
    }
}
