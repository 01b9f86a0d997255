//! Numbers that are kept as they are written.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use clerk_codegen_cases::{amounts_strict_exact as strict, amounts_tolerant_exact as tolerant};
use serde_json::{Value, json};

#[test]
fn what_is_read_is_written_again() {
    let amounts = json!({"price": 0.3, "count": 18_446_744_073_709_551_615_u64, "any": -1.5, "shares": [0, 0.5]});
    let read: strict::Amounts = serde_json::from_value(amounts.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), amounts);
    assert_eq!(read.price.to_string(), "0.3");
    let read: tolerant::Amounts = serde_json::from_value(amounts.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), amounts);
}

#[test]
fn bounds_hold_to_the_last_digit() {
    let wrong: [(Value, &str); 6] = [
        (json!({"price": 0.0}), "price: 0.0 is less than the minimum 0.1"),
        (json!({"price": 0.35}), "price: 0.35 is not a multiple of 0.1"),
        (json!({"price": 1, "count": 2}), "count: 2 is less than the minimum 3"),
        (json!({"price": 1, "count": 3.5}), "count: invalid type: 3.5, expected an integer"),
        (json!({"price": 1, "shares": [0.5, 1]}), "shares: 1 is not less than 1"),
        (json!({"price": 1, "either": 0.5}), "either: no branch of AmountsEither fits"),
    ];
    for (amounts, reason) in wrong {
        let error = serde_json::from_value::<strict::Amounts>(amounts.clone()).unwrap_err().to_string();
        assert!(error.contains(reason), "{amounts}: {error}");
    }
    for amounts in [json!({"price": 0.0}), json!({"price": 0.35, "count": 2, "shares": [1], "others": 1})] {
        assert!(serde_json::from_value::<tolerant::Amounts>(amounts.clone()).is_ok(), "{amounts}");
    }
}
