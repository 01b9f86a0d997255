//! The types of every case of the generator and of every version of the histories, in both readings.

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
