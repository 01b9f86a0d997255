//! Numbers by their digits.

use super::NumberDemand::{self, ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum, MultipleOf};
use super::{InvalidValue, exact, is_whole};
use serde_json::{Number, Value, from_str};

fn number(text: &str) -> Number {
    match from_str(text).unwrap() {
        Value::Number(number) => number,
        _ => panic!("{text}"),
    }
}

#[track_caller]
fn holds(text: &str, demand: NumberDemand, expected: bool) {
    assert_eq!(demand.is_met(&number(text)), expected, "{text} {}", demand.reason());
    assert_eq!(demand.is_met_by_text(text), expected, "{text} as text {}", demand.reason());
}

#[test]
fn multiples_by_digits() {
    for (number, divisor) in [
        ("4.5", "1.5"),
        ("0", "3"),
        ("0.0", "0.01"),
        ("0.0075", "0.0001"),
        ("4.02", "0.01"),
        ("19.99", "0.01"),
        ("1.1", "0.1"),
        ("12391239123", "1e-8"),
        ("1e308", "0.5"),
        ("-9", "3"),
        ("1e-7", "1e-7"),
        ("9007199254740993", "9007199254740993"),
        ("18446744073709551615", "5"),
        ("18446744073709551615", "18446744073709551615"),
        ("1e22", "1e3"),
    ] {
        holds(number, MultipleOf(divisor), true);
    }
    for (number, divisor) in [
        ("0.00751", "0.0001"),
        ("4.025", "0.01"),
        ("35", "1.5"),
        ("9007199254740993", "2"),
        ("9007199254740992", "9007199254740993"),
        ("18446744073709551615", "2"),
        ("1e-8", "1e-7"),
        ("1", "0"),
        ("1e308", "7e-323"),
        ("12345678901234567891", "12345678901234567890"),
    ] {
        holds(number, MultipleOf(divisor), false);
    }
}

#[test]
fn bounds_by_digits() {
    for (number, demand, expected) in [
        ("1.1", Minimum("1.1"), true),
        ("0.6", Minimum("1.1"), false),
        ("-2", Minimum("-2.0"), true),
        ("-2.0001", Minimum("-2"), false),
        ("-3", Minimum("-2"), false),
        ("9223372036854775807", Maximum("9223372036854775806"), false),
        ("18446744073709551615", Maximum("18446744073709551614"), false),
        ("18446744073709551615", Maximum("1e30"), true),
        ("9007199254740993", ExclusiveMinimum("9007199254740992"), true),
        ("0.3", ExclusiveMaximum("0.3"), false),
        ("0.3", ExclusiveMinimum("0.3"), false),
        ("0", Minimum("-0.0"), true),
        ("-0.0", Minimum("0"), true),
        ("1e-300", ExclusiveMinimum("0"), true),
        ("-1e-300", ExclusiveMinimum("0"), false),
        ("300", Maximum("300.0"), true),
        ("100", Maximum("1e2"), true),
        ("99", Maximum("100"), true),
        ("1e3", Maximum("999"), false),
    ] {
        holds(number, demand, expected);
    }
}

#[test]
fn exponents_beyond_all_bounds() {
    assert!(MultipleOf("3").is_met_by_text("3e99999999999999999999"));
    assert!(MultipleOf("12345678901234567891").is_met_by_text("123456789012345678910"));
    assert!(!MultipleOf("3").is_met_by_text("1e99999999999999999999"));
    assert!(!Maximum("1e308").is_met_by_text("1e99999999999999999999"));
    assert!(Minimum("0").is_met_by_text("1e-99999999999999999999"));
    assert!(!Minimum("0").is_met_by_text("NaN") && !Minimum("0").is_met_by_text("inf"));
}

#[test]
fn whole_numbers() {
    assert!(["1", "1.0", "-0.0", "1e22", "1.5e1", "18446744073709551615"].iter().all(|text| is_whole(&number(text))));
    assert!(!["0.5", "1e-7", "15.5e0"].iter().any(|text| is_whole(&number(text))));
}

#[test]
fn numbers_of_rust_by_their_digits() {
    let said = |error: InvalidValue| error.to_string();
    assert_eq!(exact::check(&0.07, MultipleOf("0.01")), Ok(()));
    assert_eq!(exact::check(&1e-7, MultipleOf("1e-8")), Ok(()));
    assert_eq!(
        exact::check(&0.075, MultipleOf("0.01")).map_err(said),
        Err("0.075 is not a multiple of 0.01".to_owned())
    );
    assert_eq!(exact::check(&f64::NAN, Minimum("0")).map_err(said), Err("NaN is less than the minimum 0".to_owned()));
    assert_eq!(exact::check(&i64::MAX, Maximum("1e30")), Ok(()));
}
