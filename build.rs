//! Regenerates `generated/src` from `schema/`; with `CI` set it only checks.

use clerk_codegen::{Leaf, Report, Severity, Synced};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=schema");
    println!("cargo::rerun-if-changed=generated/src");
    println!("cargo::rerun-if-env-changed=CI");
    let leaf = Leaf::default();
    let done = if std::env::var_os("CI").is_some() { leaf.check().and_then(refuse_drift) } else { leaf.sync() };
    match done {
        Ok(synced) => {
            synced.reports.iter().for_each(warn);
            synced.headlines.iter().for_each(|line| println!("cargo::warning={line}"));
            ExitCode::SUCCESS
        }
        Err(reports) => {
            for report in reports {
                report.to_string().lines().for_each(|line| println!("cargo::error={line}"));
            }
            ExitCode::FAILURE
        }
    }
}

fn refuse_drift(synced: Synced) -> Result<Synced, Vec<Report>> {
    if synced.changes.is_empty() { Ok(synced) } else { Err(synced.changes.reports()) }
}

fn warn(report: &Report) {
    let warnings = report.diagnostics.iter().filter(|found| found.severity >= Severity::Warning);
    for found in warnings {
        println!("cargo::warning={} at {}#{}: {}", found.code.as_str(), report.file, found.pointer, found.message);
    }
}
