//! Measures all subjects side by side and prints one table. `--instructions` leaves out the times.
//!
//! Without `--bench`, as from `cargo test --all-targets`, it only checks that the subjects agree.

#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot be trusted must stop")]

mod allocations;
mod instructions;
mod rounds;
mod table;

use clerk_models_benches::{COLUMNS, check_agreement, subjects};
use std::env;
use std::process::Command;

/// What a process that this one starts is to measure.
const TASK: &str = "CLERK_MODELS_BENCHES_TASK";

/// What was measured, by column and subject.
type Cells = Vec<Vec<Option<f64>>>;

fn main() {
    match env::var(TASK) {
        Ok(task) if rounds::TASKS.contains(&task.as_str()) => rounds::measure(&task),
        Ok(task) => instructions::measure(&task),
        Err(_) => lead(&env::args().skip(1).collect::<Vec<_>>()),
    }
}

fn lead(args: &[String]) {
    let asked = |flag: &str| args.iter().any(|arg| arg == flag);
    check_agreement();
    if !asked("--bench") {
        return;
    }
    let allocations = allocations::count();
    let instructions = instructions::count();
    let times = if asked("--instructions") { None } else { Some(rounds::run()) };
    table::print(times.as_ref(), instructions.as_ref(), &allocations);
}

/// This program again, for one task. Memory that is given back to the system between two readings would be a matter of
/// chance, so glibc keeps it.
fn this_program(command: &mut Command, task: &str) {
    command
        .env(TASK, task)
        .env("MALLOC_TRIM_THRESHOLD_", "1073741824")
        .env("MALLOC_MMAP_THRESHOLD_", "33554432")
        .env("LD_BIND_NOW", "1");
}

/// A cell for each column and subject.
fn cells(mut measure: impl FnMut(usize, usize) -> Option<f64>) -> Cells {
    let count = subjects().len();
    (0..COLUMNS.len()).map(|column| (0..count).map(|subject| measure(column, subject)).collect()).collect()
}
