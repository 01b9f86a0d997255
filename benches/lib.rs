//! What the types cost: the subjects, the bytes that they read, and what is done with them.
//!
//! `docs/performance.md` says what is measured and how.

#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot be trusted must stop")]
#![allow(
    missing_docs,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "this library has no users but the benchmark"
)]

pub mod columns;
pub mod payloads;
pub mod subjects;

pub use columns::{COLUMNS, Column, Operation};
pub use payloads::Payload;
pub use subjects::{Job, Subject, subjects};

use serde_json::Value;

/// Stops unless every subject reads each payload as it should, and writes back equal what it says to keep.
pub fn check_agreement() {
    for payload in payloads::all() {
        for subject in subjects() {
            check(&subject, payload);
        }
    }
}

fn check(subject: &Subject, payload: &Payload) {
    let reads = subject.reads(payload);
    for operation in [Operation::FromSlice, Operation::FromStr, Operation::FromReader] {
        if let Some(job) = subject.job(payload, operation) {
            assert_eq!(job(), reads, "{}: {operation:?} of {}", subject.name, payload.name);
        }
    }
    if reads && subject.keeps_all {
        let written = subject.written_back(payload).expect("what was read can be written");
        let written: Value = serde_json::from_slice(&written).expect("what was written is JSON");
        let read: Value = serde_json::from_slice(&payload.bytes).expect("the payload is JSON");
        assert_eq!(written, read, "{}: {} is written back", subject.name, payload.name);
    }
}
