//! The types of every case of the generator and of every version of the histories, in both readings.

/// Types with rules, of a Plan that is written by hand.
#[rustfmt::skip]
#[allow(clippy::pedantic, reason = "its users have the lints that clippy begins with")]
pub mod ruled;
/// The same, with borrowed strings.
#[rustfmt::skip]
#[allow(clippy::pedantic, reason = "its users have the lints that clippy begins with")]
pub mod ruled_borrowed;

pub mod own;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
mod customised;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
