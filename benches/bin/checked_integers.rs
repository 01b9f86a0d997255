//! What it costs that an integer is checked: objects of eight, with bounds and without, read in turn.
//!
//! Prints the median ratio of many short rounds. With `plain` or `checked` it only reads, for callgrind.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be trusted must stop")]

use serde::de::DeserializeOwned;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[allow(dead_code, unreachable_pub, unused_imports, clippy::pedantic, reason = "generated")]
mod integers {
    include!(concat!(env!("OUT_DIR"), "/integers.rs"));
}

const PAYLOAD: &[u8] = br#"{"attempts":3,"created_at":1721000000000,"expires_at":1721000600000,"height":480,"limit":10,"size":123456,"updated_at":1721000000001,"width":640}"#;

const ROUNDS: usize = 101;
const READ: u32 = 20_000;

#[inline(never)]
fn read<T: DeserializeOwned>(times: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        black_box(serde_json::from_slice::<T>(black_box(PAYLOAD)).expect("the payload fits"));
    }
    start.elapsed()
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("plain") => drop(read::<integers::Plain>(READ)),
        Some("checked") => drop(read::<integers::Checked>(READ)),
        _ => println!("a checked integer costs {:.3} of an unchecked one", ratio()),
    }
}

fn ratio() -> f64 {
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let plain = read::<integers::Plain>(READ);
            read::<integers::Checked>(READ).as_secs_f64() / plain.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ROUNDS / 2).copied().expect("there is a round in the middle")
}
