//! The pauses between attempts, on tokio's paused clock: time passes by sleeping alone.

use super::run;
use crate::{Body, Error, RetryPolicy};
use reqwest::StatusCode;
use std::cell::RefCell;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

fn failure(retry_after: Option<u64>) -> Error {
    Error::Status {
        status: StatusCode::SERVICE_UNAVAILABLE,
        content_type: None,
        body: Body::new(Vec::new(), false),
        trace_id: None,
        request_id: None,
        retry_after: retry_after.map(Duration::from_secs),
    }
}

/// Attempts that always fail so: when each began, in milliseconds.
async fn begins(policy: RetryPolicy, retry_after: Option<u64>) -> (Vec<u128>, Error) {
    let begin = Instant::now();
    let begins = RefCell::new(Vec::new());
    let result: Result<(), Error> = run(policy, false, |_| {
        begins.borrow_mut().push(begin.elapsed().as_millis());
        async move { Err(failure(retry_after)) }
    })
    .await;
    (begins.into_inner(), result.unwrap_err())
}

fn exact() -> RetryPolicy {
    RetryPolicy::default().jitter(Duration::ZERO)
}

#[tokio::test(start_paused = true)]
async fn pauses_grow_by_half() {
    let (begins, _) = begins(exact().max_retries(4), None).await;
    let gaps: Vec<u128> = begins.windows(2).map(|pair| pair[1] - pair[0]).collect();
    for (gap, expected) in gaps.iter().zip([500, 750, 1125, 1687]) {
        assert!((expected..=expected + 2).contains(gap), "{gaps:?}");
    }
    assert_eq!(gaps.len(), 4);
}

#[tokio::test(start_paused = true)]
async fn the_default_policy_goes_on_for_an_hour_and_no_longer() {
    let begin = Instant::now();
    let (begins, error) = begins(RetryPolicy::default(), None).await;
    let last = Duration::from_secs(3600 - 61)..=Duration::from_secs(3600);
    assert!(last.contains(&begin.elapsed()), "{:?}", begin.elapsed());
    assert!(begins.windows(2).all(|pair| pair[1] - pair[0] <= 60_001), "{begins:?}");
    assert!((65..85).contains(&begins.len()), "{}", begins.len());
    assert!(matches!(error, Error::Status { .. }));
}

#[tokio::test(start_paused = true)]
async fn retry_after_takes_the_place_of_the_pause() {
    let (begins, _) = begins(exact().max_retries(2), Some(90)).await;
    assert!((90_000..=90_002).contains(&begins[1]), "{begins:?}");
    assert!((180_000..=180_004).contains(&begins[2]), "{begins:?}");
}

#[tokio::test(start_paused = true)]
async fn retry_after_of_zero_is_at_once() {
    let (begins, _) = begins(exact().max_retries(3), Some(0)).await;
    assert_eq!(begins.len(), 4);
    assert!(begins[3] <= 3, "{begins:?}");
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_beyond_the_budget_is_not_slept() {
    let begin = Instant::now();
    let (begins, error) = begins(RetryPolicy::default(), Some(3601)).await;
    assert_eq!(begins.len(), 1);
    assert_eq!(begin.elapsed(), Duration::ZERO);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3601)));
}

#[tokio::test(start_paused = true)]
async fn time_spent_in_attempts_counts() {
    let policy = exact().max_elapsed(Duration::from_secs(10));
    let count = RefCell::new(0);
    let result: Result<(), Error> = run(policy, false, |_| {
        *count.borrow_mut() += 1;
        async {
            sleep(Duration::from_secs(4)).await;
            Err(failure(None))
        }
    })
    .await;
    assert!(result.is_err());
    assert_eq!(count.into_inner(), 3, "attempts at 0 s, 4.5 s and 9.25 s; the next pause would be over");
}

#[tokio::test(start_paused = true)]
async fn success_ends_it_and_attempts_are_counted_from_one() {
    let counts = RefCell::new(Vec::new());
    let result = run(exact(), false, |count| {
        counts.borrow_mut().push(count);
        async move { if count < 3 { Err(failure(None)) } else { Ok(count) } }
    })
    .await;
    assert_eq!(result.unwrap(), 3);
    assert_eq!(counts.into_inner(), [1, 2, 3]);
}

#[tokio::test(start_paused = true)]
async fn dropped_in_a_pause_it_sends_nothing_more() {
    let count = RefCell::new(0);
    let endless = run::<(), _, _>(exact(), false, |_| {
        *count.borrow_mut() += 1;
        async { Err(failure(None)) }
    });
    assert!(timeout(Duration::from_millis(600), endless).await.is_err());
    sleep(Duration::from_secs(3600)).await;
    assert_eq!(count.into_inner(), 2);
}
