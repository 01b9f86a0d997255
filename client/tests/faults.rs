//! Peers that answer slowly, partly, too much, or not at all.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use clerk_client::{Error, RetryPolicy};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use support::{builder, client, json_answer, phone_number, quick, raw_answer, sent, serve};
use tokio::net::TcpSocket;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A server that writes these bytes and closes, and how many requests it got.
fn closing(listener: TcpListener, bytes: Vec<u8>) -> Arc<AtomicUsize> {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            counter.fetch_add(1, Ordering::SeqCst);
            let _ = stream.write_all(&bytes);
        }
    });
    count
}

/// An address that is taken, and where nobody listens yet: connections are refused.
fn refusing() -> (String, TcpSocket) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    (format!("http://{}", socket.local_addr().unwrap()), socket)
}

fn listen(socket: TcpSocket) -> TcpListener {
    let listener = socket.listen(8).unwrap().into_std().unwrap();
    listener.set_nonblocking(false).unwrap();
    listener
}

fn assert_transport(error: &Error, kind: &str) {
    let line = error.to_string();
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert!(line.contains(kind) && line.contains("/phone_numbers") && !line.contains("127.0.0.1"), "{line}");
    assert!(std::error::Error::source(error).is_some());
}

#[tokio::test]
async fn an_answer_that_is_too_slow_is_a_timeout() {
    let server = serve(json_answer(200, &phone_number()).set_delay(Duration::from_secs(20))).await;
    let client = builder(server.uri()).timeout(Duration::from_millis(100)).build().unwrap();
    let begin = Instant::now();
    let error = client.phone_numbers().get("idn_1").await.unwrap_err();
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
    assert_transport(&error, "too long");
}

#[tokio::test]
async fn the_timeout_of_a_call_is_not_the_clients() {
    let server = serve(json_answer(200, &phone_number()).set_delay(Duration::from_millis(400))).await;
    let numbers = builder(server.uri()).timeout(Duration::from_millis(50)).build().unwrap().phone_numbers();
    assert!(numbers.get("idn_1").await.is_err());
    assert!(numbers.get("idn_1").timeout(Duration::from_secs(20)).await.is_ok());
}

#[tokio::test]
async fn a_body_that_never_ends_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":");
        std::thread::sleep(Duration::from_secs(30));
    });
    let call = client(uri).phone_numbers().get("idn_1").timeout(Duration::from_millis(200));
    assert_transport(&call.await.unwrap_err(), "too long");
}

#[tokio::test]
async fn a_connection_that_is_closed_is_tried_again_except_for_create() {
    for bytes in
        [b"".as_slice(), b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":", b"\x16\x03 no HTTP\r\n\r\n"]
    {
        let (uri, socket) = refusing();
        let count = closing(listen(socket), bytes.to_vec());
        let numbers = builder(uri).retry(quick()).build().unwrap().phone_numbers();
        assert_transport(&numbers.get("idn_1").await.unwrap_err(), "the connection broke");
        assert_eq!(count.swap(0, Ordering::SeqCst), 3);
        assert_transport(&numbers.create(&support::creation()).await.unwrap_err(), "the connection broke");
        assert_eq!(count.swap(0, Ordering::SeqCst), 1);
        let like_the_sdk = quick().repeat_creates(true);
        assert!(numbers.create(&support::creation()).retry(like_the_sdk).await.is_err());
        assert_eq!(count.load(Ordering::SeqCst), 3);
    }
}

#[tokio::test]
async fn a_refused_connection_is_a_transport_error() {
    let (uri, _socket) = refusing();
    let error = client(uri).phone_numbers().get("idn_1").await.unwrap_err();
    assert_transport(&error, "cannot connect");
    assert!(error.to_string().contains("refused"), "{error}");
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_even_for_create() {
    let (uri, socket) = refusing();
    let policy = quick().initial_interval(Duration::from_millis(50)).exponent(1.0).max_retries(200);
    let client = builder(uri).retry(policy).build().unwrap();
    let created = tokio::spawn(client.phone_numbers().create(&support::creation()).into_future());
    tokio::time::sleep(Duration::from_millis(150)).await;
    assert!(!created.is_finished());
    let body = phone_number().to_string();
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
    let count = closing(listen(socket), answer.into_bytes());
    assert_eq!(created.await.unwrap().unwrap().id.as_deref(), Some("idn_1"));
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_connection_that_is_reset_is_a_transport_error() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let uri = format!("http://{}", listener.local_addr().unwrap());
    // A connection that is closed before all of it was read is reset.
    std::thread::spawn(move || listener.incoming().for_each(|stream| drop(stream.unwrap().read(&mut [0; 1]))));
    let error = client(uri).phone_numbers().get("idn_1").await.unwrap_err();
    assert_transport(&error, "the connection broke");
    assert!(error.to_string().contains("reset"), "{error}");
}

#[tokio::test]
async fn a_model_over_the_limit_is_refused_and_one_at_it_is_not() {
    let body = phone_number().to_string();
    let server = serve(raw_answer(200, &body, support::JSON)).await;
    let get = |limit: usize| {
        builder(server.uri()).retry(quick()).max_body_bytes(limit).build().unwrap().phone_numbers().get("idn_1")
    };
    assert!(get(body.len()).await.is_ok());
    let error = get(body.len() - 1).await.unwrap_err();
    assert!(matches!(&error, Error::BodyTooLarge { limit, .. } if *limit == body.len() - 1), "{error:?}");
    assert!(error.to_string().contains(&format!("{} bytes", body.len() - 1)), "{error}");
    assert_eq!(sent(&server).await.len(), 2, "it is not tried again");
}

#[tokio::test]
async fn the_default_limit_is_8_mib() {
    let mut body = phone_number();
    body["more"] = json!("x".repeat(8 * 1024 * 1024));
    let server = serve(json_answer(200, &body)).await;
    let call = client(server.uri()).phone_numbers().get("idn_1").timeout(Duration::from_secs(60));
    let error = call.await.unwrap_err();
    assert!(matches!(&error, Error::BodyTooLarge { limit: 8_388_608, .. }), "{error:?}");
}

#[tokio::test]
async fn the_body_of_a_refusal_is_cut_off_at_the_limit() {
    let server = serve(raw_answer(404, &support::clerk_errors().to_string(), support::JSON)).await;
    let client = builder(server.uri()).max_body_bytes(9).build().unwrap();
    let Err(Error::Status { body, .. }) = client.phone_numbers().get("idn_1").await else { panic!("not Status") };
    assert!(body.is_truncated());
    assert_eq!(body.bytes().len(), 9);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let other = serve(json_answer(200, &phone_number())).await;
    for to in [format!("{}/phone_numbers/idn_1", other.uri()), "/elsewhere".to_owned()] {
        let server = serve(ResponseTemplate::new(307).insert_header("location", to.as_str())).await;
        let error = client(server.uri()).phone_numbers().get("idn_1").await.unwrap_err();
        assert!(matches!(&error, Error::Status { status, .. } if status.as_u16() == 307), "{error:?}");
        assert_eq!(sent(&server).await.len(), 1);
    }
    assert!(sent(&other).await.is_empty());
}

#[tokio::test]
async fn an_own_client_that_follows_redirects_does_not_take_the_key_elsewhere() {
    let other = serve(json_answer(200, &phone_number())).await;
    let server = serve(ResponseTemplate::new(307).insert_header("location", format!("{}/x", other.uri()))).await;
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = clerk_client::reqwest::Client::new();
    builder(server.uri()).http_client(http).build().unwrap().phone_numbers().get("idn_1").await.unwrap();
    let requests = sent(&other).await;
    assert_eq!(requests.len(), 1);
    assert!(!requests[0].headers.contains_key("authorization"));
}

#[tokio::test]
async fn a_request_that_cannot_be_made_is_not_tried_again() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = clerk_client::reqwest::Client::builder().https_only(true).build().unwrap();
    let (uri, _socket) = refusing();
    let patient = RetryPolicy::default().initial_interval(Duration::from_secs(60));
    let call = builder(uri).http_client(http).retry(patient).build().unwrap().phone_numbers().get("idn_1");
    let error = tokio::time::timeout(Duration::from_secs(20), call.into_future()).await.unwrap().unwrap_err();
    assert_transport(&error, "the request cannot be made");
}

#[tokio::test]
async fn dropping_the_future_stops_it() {
    let server = MockServer::start().await;
    Mock::given(path("/phone_numbers/failing")).respond_with(ResponseTemplate::new(500)).mount(&server).await;
    let slow = json_answer(200, &phone_number()).set_delay(Duration::from_secs(20));
    Mock::given(path("/phone_numbers/slow")).respond_with(slow).mount(&server).await;
    let endless =
        RetryPolicy::default().initial_interval(Duration::from_millis(40)).jitter(Duration::ZERO).exponent(1.0);
    let numbers = builder(server.uri()).retry(endless).build().unwrap().phone_numbers();
    for id in ["failing", "slow"] {
        let call = numbers.get(id).into_future();
        assert!(tokio::time::timeout(Duration::from_millis(500), call).await.is_err());
    }
    let before = sent(&server).await.len();
    assert!(before > 2, "{before}");
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(sent(&server).await.len(), before);
}

#[tokio::test]
async fn nothing_is_sent_until_it_is_awaited() {
    let server = serve(json_answer(200, &phone_number())).await;
    drop(client(server.uri()).phone_numbers().get("idn_1"));
    drop(client(server.uri()).phone_numbers().get("idn_1").into_future());
    assert!(sent(&server).await.is_empty());
}
