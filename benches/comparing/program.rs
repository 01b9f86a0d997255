//! Reads what the comparison asks for with the types of one tool.

use serde::{Serialize, de::DeserializeOwned};
use std::hint::black_box;
use std::time::{Duration, Instant};

#[allow(dead_code)]
fn probe<T: DeserializeOwned + Serialize>(text: &str) {
    let read = serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    let written = read.and_then(|value| serde_json::to_value(&value).map_err(|error| format!("writing: {error}")));
    println!("{}", serde_json::json!([written.is_ok(), written.unwrap_or_else(Into::into)]));
}

#[inline(never)]
fn counted_by_callgrind(text: &str) -> usize {
    read_orders(text)
}

/// Reads all orders for some time, and prints the nanoseconds of one reading.
fn time(text: &str) {
    let (start, mut times) = (Instant::now(), 0);
    while start.elapsed() < Duration::from_millis(100) {
        black_box(read_orders(black_box(text)));
        times += 1;
    }
    println!("{}", start.elapsed().as_nanos() / times);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("time") => time(&std::fs::read_to_string(&arguments[2]).unwrap()),
        Some("once") => {
            let text = std::fs::read_to_string(&arguments[2]).unwrap();
            black_box(counted_by_callgrind(black_box(&text)));
        }
        _ => probes(),
    }
}

