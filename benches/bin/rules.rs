//! What rules cost: an order with a rule and without, and a shipment that a rule tells and the branch that it is, read in
//! turn.
//!
//! Prints the median ratios of many short rounds. With `ruled`, `plain`, `told`, `branch` or `value` it only reads, for
//! callgrind.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be trusted must stop")]

use serde::de::DeserializeOwned;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[allow(dead_code, unreachable_pub, unused_imports, clippy::pedantic, reason = "generated")]
mod tolerant {
    include!(concat!(env!("OUT_DIR"), "/rules_tolerant.rs"));
}

#[allow(dead_code, unreachable_pub, unused_imports, clippy::pedantic, reason = "generated")]
mod strict {
    include!(concat!(env!("OUT_DIR"), "/rules_strict.rs"));
}

const ITEMS: u32 = 25;
const ROUNDS: usize = 101;
const READ: u32 = 500;

fn document(begin: &str) -> String {
    let item =
        |n| format!(r#"{{"sku":"SKU-{n:05}","title":"A thing, number {n}","count":{n},"price":{n}.25,"gift":null}}"#);
    let items: Vec<String> = (0..ITEMS).map(item).collect();
    format!(r#"{{{begin},"items":[{}]}}"#, items.join(","))
}

#[inline(never)]
fn read<T: DeserializeOwned>(text: &str) -> Duration {
    let start = Instant::now();
    for _ in 0..READ {
        black_box(serde_json::from_str::<T>(black_box(text)).expect("the document fits"));
    }
    start.elapsed()
}

fn main() {
    let order = document(r#""id":"order_1","status":"paid","paid_at":1721000000,"note":"Ring twice.","more":"text""#);
    let shipment = document(r#""id":"l_1""#);
    match std::env::args().nth(1).as_deref() {
        Some("plain") => drop(read::<tolerant::Order>(&order)),
        Some("ruled") => drop(read::<strict::Order>(&order)),
        Some("branch") => drop(read::<tolerant::Letter>(&shipment)),
        Some("told") => drop(read::<tolerant::Shipment>(&shipment)),
        Some("value") => drop(read::<serde_json::Value>(&order)),
        _ => {
            let ruled = ratio(|| read::<strict::Order>(&order), || read::<tolerant::Order>(&order));
            let told = ratio(|| read::<tolerant::Shipment>(&shipment), || read::<tolerant::Letter>(&shipment));
            println!("an order of {} bytes with a rule costs {ruled:.2} of one without", order.len());
            println!("a shipment of {} bytes that a rule tells costs {told:.2} of its branch alone", shipment.len());
        }
    }
}

fn ratio(costly: impl Fn() -> Duration, plain: impl Fn() -> Duration) -> f64 {
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let plain = plain();
            costly().as_secs_f64() / plain.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ROUNDS / 2).copied().expect("there is a round in the middle")
}
