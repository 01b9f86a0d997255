//! What is traced, and that the key is not.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use std::io::Write;
use std::sync::{Arc, Mutex};
use support::{KEY, builder, json_answer, phone_number, quick};
use tracing_subscriber::fmt::format::FmtSpan;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn each_attempt_is_a_span_and_each_retry_an_event() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(502)).up_to_n_times(1).mount(&server).await;
    Mock::given(any()).respond_with(json_answer(200, &phone_number())).mount(&server).await;
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    builder(server.uri()).retry(quick()).build().unwrap().phone_numbers().get("idn_1").await.unwrap();

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let closed = |what: &str| log.lines().filter(|line| line.contains(what) && line.contains("close")).count();
    assert_eq!(closed("clerk_request{method=GET path=/phone_numbers/idn_1 attempt=1 status=502}"), 1, "{log}");
    assert_eq!(closed("clerk_request{method=GET path=/phone_numbers/idn_1 attempt=2 status=200}"), 1, "{log}");
    let retry = log.lines().find(|line| line.contains("trying again")).unwrap();
    assert!(retry.contains("WARN") && retry.contains("delay_ms=5") && retry.contains("502"), "{retry}");
    assert!(retry.contains("clerk_call{method=GET path=/phone_numbers/idn_1}"), "{retry}");
    assert!(!log.contains(KEY), "{log}");
}
