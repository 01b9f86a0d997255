use super::RetryPolicy;
use crate::{Body, Error};
use reqwest::StatusCode;
use std::time::Duration;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn status(status: u16, retry_after: Option<u64>) -> Error {
    Error::Status {
        status: StatusCode::from_u16(status).unwrap(),
        content_type: None,
        body: Body::new(Vec::new(), false),
        trace_id: None,
        request_id: None,
        retry_after: retry_after.map(Duration::from_secs),
    }
}

#[test]
fn the_default_is_the_documented_formula() {
    let policy = RetryPolicy::default();
    for (n, without, with) in [(0, 500, 1500), (1, 750, 1750), (2, 1125, 2125), (11, 43_248, 44_248)] {
        assert_eq!(policy.interval(n, 0.0).as_millis(), without, "{n}");
        assert_eq!(policy.interval(n, 1.0).as_millis(), with, "{n}");
    }
    for n in [12, 100, 5000, usize::MAX] {
        assert_eq!(policy.interval(n, 0.0), Duration::from_secs(60), "{n}");
    }
}

#[test]
fn jitter_is_random_and_within_its_bounds() {
    let firsts: Vec<_> = (0..200).filter_map(|_| RetryPolicy::default().pauses().next()).collect();
    assert!(firsts.iter().all(|pause| (millis(500)..=millis(1500)).contains(pause)), "{firsts:?}");
    let spread = firsts.iter().max().unwrap().saturating_sub(*firsts.iter().min().unwrap());
    assert!(spread > millis(500), "{spread:?}");
}

#[test]
fn settings_that_make_no_sense_are_the_longest_pause() {
    for exponent in [f64::NAN, f64::INFINITY, -3.0] {
        let policy = RetryPolicy::default().exponent(exponent).jitter(Duration::ZERO).max_interval(millis(7));
        assert_eq!(policy.interval(1, 0.0), millis(7), "{exponent}");
    }
}

#[test]
fn the_exponent_is_the_one_that_is_set() {
    assert_eq!(RetryPolicy::default().exponent(2.0).interval(3, 0.0), millis(4000));
}

#[test]
fn as_many_pauses_as_retries() {
    assert_eq!(RetryPolicy::never().pauses().count(), 0);
    assert_eq!(RetryPolicy::default().max_retries(3).pauses().count(), 3);
}

#[test]
fn which_statuses_are_tried_again() {
    // status, Retry-After, get, create, create like the SDK
    let cases = [
        (500, None, true, false, true),
        (500, Some(1), true, false, true),
        (502, None, true, false, true),
        (503, None, true, false, true),
        (503, Some(0), true, true, true),
        (599, None, true, false, true),
        (429, None, false, false, false),
        (429, Some(1), true, true, true),
        (400, Some(1), false, false, false),
        (404, None, false, false, false),
        (302, Some(1), false, false, false),
    ];
    let like_the_sdk = RetryPolicy::default().repeat_creates(true);
    for (code, retry_after, get, create, create_sdk) in cases {
        let error = status(code, retry_after);
        assert_eq!(RetryPolicy::default().allows(&error, false), get, "get {error}");
        assert_eq!(RetryPolicy::default().allows(&error, true), create, "create {error}");
        assert_eq!(like_the_sdk.allows(&error, true), create_sdk, "create like the SDK {error}");
    }
}

#[test]
fn what_is_no_passing_failure_is_never_tried_again() {
    let like_the_sdk = RetryPolicy::default().repeat_creates(true);
    let errors = [
        Error::invalid("nothing"),
        Error::BodyTooLarge { status: StatusCode::OK, limit: 1, trace_id: None, request_id: None },
    ];
    for error in errors {
        assert!(!like_the_sdk.allows(&error, false), "{error}");
    }
}

#[test]
fn no_pause_ends_after_the_time_that_is_allowed() {
    let policy = RetryPolicy::default().max_elapsed(Duration::from_secs(10));
    let backoff = Some(millis(500));
    let pause = |retry_after, elapsed| policy.pause(&status(503, retry_after), backoff, millis(elapsed));
    assert_eq!(pause(None, 9500), Some(millis(500)));
    assert_eq!(pause(None, 9501), None);
    assert_eq!(pause(Some(0), 10_000), Some(Duration::ZERO));
    assert_eq!(pause(Some(0), 10_001), None);
    assert_eq!(pause(Some(10), 0), Some(Duration::from_secs(10)));
    assert_eq!(pause(Some(11), 0), None);
    assert_eq!(pause(Some(u64::MAX), 1_000), None);
    assert_eq!(policy.pause(&status(503, Some(0)), None, Duration::ZERO), None, "no retries are left");
}
