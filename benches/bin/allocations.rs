//! Prints the allocations per object of every subject, a line for each that does it: column, subject, count.

use clerk_models_benches::{COLUMNS, Column, Subject, check_agreement, subjects};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    check_agreement();
    for (column, wanted) in COLUMNS.iter().enumerate() {
        for (subject, measured) in subjects().iter().enumerate() {
            if let Some(count) = allocations(measured, wanted) {
                println!("{column} {subject} {count}");
            }
        }
    }
}

/// Allocations and reallocations, of the second time: the first one may set something up.
fn allocations(subject: &Subject, column: &Column) -> Option<f64> {
    let payload = column.payload();
    let job = subject.measured(column)?;
    job();
    let region = Region::new(ALLOCATOR);
    job();
    let change = region.change();
    let count = u32::try_from(change.allocations + change.reallocations).ok()?;
    Some(f64::from(count) / f64::from(payload.objects))
}
