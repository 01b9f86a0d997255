//! The types of every case of the generator, in both readings.

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
