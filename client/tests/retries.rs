//! Retries over HTTP. How long the pauses are is tested on a paused clock, beside `attempts.rs`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use clerk_client::{Error, RetryPolicy};
use std::time::{Duration, Instant, SystemTime};
use support::{builder, clerk_errors, client, json_answer, phone_number, quick, sent};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A server that answers so at first, and then with the model.
async fn at_first(times: u64, answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).up_to_n_times(times).mount(&server).await;
    Mock::given(any()).respond_with(json_answer(200, &phone_number())).mount(&server).await;
    server
}

fn status(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status)
}

fn put_off(code: u16, retry_after: &str) -> ResponseTemplate {
    status(code).insert_header("Retry-After", retry_after)
}

/// A date that many seconds from now.
fn date(seconds: u64) -> String {
    httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(seconds))
}

#[tokio::test]
async fn a_5xx_is_tried_again_until_it_passes() {
    for code in [500, 502, 503, 504, 599] {
        let server = at_first(2, status(code)).await;
        let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
        assert!(numbers.get("idn_1").await.is_ok());
        assert_eq!(sent(&server).await.len(), 3);
    }
}

#[tokio::test]
async fn get_update_and_delete_are_tried_again_create_is_not() {
    let server = at_first(100, status(500)).await;
    let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
    assert!(numbers.get("idn_1").await.is_err());
    assert_eq!(sent(&server).await.len(), 3);
    assert!(numbers.update("idn_1", &support::change()).await.is_err());
    assert_eq!(sent(&server).await.len(), 6);
    assert!(numbers.delete("idn_1").await.is_err());
    assert_eq!(sent(&server).await.len(), 9);
    assert!(numbers.create(&support::creation()).await.is_err());
    assert_eq!(sent(&server).await.len(), 10);
}

#[tokio::test]
async fn create_is_tried_again_on_5xx_with_the_named_setting() {
    let server = at_first(2, status(500)).await;
    let numbers = client(server.uri()).phone_numbers();
    let create = numbers.create(&support::creation()).retry(quick().repeat_creates(true));
    assert!(create.await.is_ok());
    let requests = sent(&server).await;
    assert_eq!(requests.len(), 3);
    assert!(requests.iter().all(|request| request.body == requests[0].body && !request.body.is_empty()));
}

#[tokio::test]
async fn create_is_tried_again_where_it_was_surely_not_processed() {
    for (code, retry_after, expected) in [(429, Some("0"), 2), (503, Some("0"), 2), (503, None, 1), (500, Some("0"), 1)]
    {
        let answer = retry_after.map_or_else(|| status(code), |value| put_off(code, value));
        let server = at_first(1, answer).await;
        let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
        assert_eq!(numbers.create(&support::creation()).await.is_ok(), expected == 2, "{code} {retry_after:?}");
        assert_eq!(sent(&server).await.len(), expected, "{code} {retry_after:?}");
    }
}

#[tokio::test]
async fn a_429_is_tried_again_only_with_retry_after() {
    for (answer, expected) in [
        (status(429), 1),
        (json_answer(429, &clerk_errors()), 1),
        (put_off(429, "soon"), 1),
        (put_off(429, "0"), 2),
        (json_answer(429, &clerk_errors()).insert_header("Retry-After", "0"), 2),
    ] {
        let server = at_first(1, answer).await;
        let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
        assert_eq!(numbers.get("idn_1").await.is_ok(), expected == 2);
        assert_eq!(sent(&server).await.len(), expected);
    }
}

#[tokio::test]
async fn clerk_errors_and_unreadable_models_are_not_tried_again() {
    for answer in [json_answer(404, &clerk_errors()), status(404), status(302), status(200)] {
        let server = at_first(1, answer).await;
        let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
        assert!(numbers.get("idn_1").await.is_err());
        assert_eq!(sent(&server).await.len(), 1);
    }
}

#[tokio::test]
async fn retry_after_takes_the_place_of_a_long_pause() {
    let past = date(0);
    for value in ["0", "Sun, 06 Nov 1994 08:49:37 GMT", past.as_str()] {
        let server = at_first(3, put_off(503, value)).await;
        let slow = RetryPolicy::default().initial_interval(Duration::from_secs(50));
        let begin = Instant::now();
        let numbers = builder(server.uri()).retry(slow).build().unwrap().phone_numbers();
        assert!(numbers.get("idn_1").await.is_ok());
        assert!(begin.elapsed() < Duration::from_secs(10), "{value}: {:?}", begin.elapsed());
    }
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    // A date has whole seconds, so up to one of them is already over.
    let values: [(fn() -> String, u64); 2] = [(|| "1".to_owned(), 1000), (|| date(2), 900)];
    for (value, at_least) in values {
        let value = value();
        let server = at_first(1, put_off(503, &value)).await;
        let begin = Instant::now();
        let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
        assert!(numbers.get("idn_1").await.is_ok());
        let elapsed = begin.elapsed();
        assert!(
            elapsed >= Duration::from_millis(at_least) && elapsed < Duration::from_secs(10),
            "{value}: {elapsed:?}"
        );
    }
}

#[tokio::test]
async fn a_retry_after_beyond_the_budget_ends_it_with_the_last_error() {
    let far = date(7200);
    for value in ["3601", "99999999999999999999", far.as_str()] {
        let server = at_first(1, put_off(503, value)).await;
        let numbers = builder(server.uri()).retry(RetryPolicy::default()).build().unwrap().phone_numbers();
        let begin = Instant::now();
        let error = numbers.get("idn_1").await.unwrap_err();
        assert!(matches!(&error, Error::Status { status, .. } if status.as_u16() == 503), "{error:?}");
        assert!(error.retry_after() > Some(Duration::from_secs(3600)), "{error:?}");
        assert!(begin.elapsed() < Duration::from_secs(5));
        assert_eq!(sent(&server).await.len(), 1);
    }
}

#[tokio::test]
async fn the_policy_of_a_call_takes_the_place_of_the_clients() {
    let server = at_first(100, status(500)).await;
    let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
    assert!(numbers.get("idn_1").retry(RetryPolicy::never()).await.is_err());
    assert_eq!(sent(&server).await.len(), 1);
    assert!(numbers.get("idn_1").retry(quick().max_retries(4)).await.is_err());
    assert_eq!(sent(&server).await.len(), 6);
}

#[tokio::test]
async fn a_timeout_is_of_one_attempt() {
    let server = at_first(1, json_answer(200, &phone_number()).set_delay(Duration::from_secs(20))).await;
    let numbers = builder(server.uri()).retry(quick()).build().unwrap().phone_numbers();
    assert!(numbers.get("idn_1").timeout(Duration::from_millis(300)).await.is_ok());
    assert_eq!(sent(&server).await.len(), 2);
}
