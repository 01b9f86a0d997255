//! The types of every case of the generator and of every version of the histories, in both readings.

/// Types with rules, of a Plan that is written by hand.
#[rustfmt::skip]
#[allow(clippy::pedantic, reason = "its users have the lints that clippy begins with")]
pub mod ruled;
/// The same, with borrowed strings.
#[rustfmt::skip]
#[allow(clippy::pedantic, reason = "its users have the lints that clippy begins with")]
pub mod ruled_borrowed;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
