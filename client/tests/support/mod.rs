//! What the tests share.
#![allow(dead_code, reason = "each test uses a part of it")]

use clerk_client::models::{CreatePhoneNumberRequest, UpdatePhoneNumberRequest};
use clerk_client::{ClerkClient, ClerkClientBuilder, Error, RetryPolicy};
use serde_json::{Value, json};
use std::time::Duration;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

pub(crate) const KEY: &str = "sk_test_never_to_be_seen";
pub(crate) const JSON: &str = "application/json";

pub(crate) fn builder(uri: impl Into<String>) -> ClerkClientBuilder {
    ClerkClient::builder(KEY).base_url(uri).retry(RetryPolicy::never())
}

pub(crate) fn client(uri: impl Into<String>) -> ClerkClient {
    builder(uri).build().unwrap()
}

/// Retries without waiting long.
pub(crate) fn quick() -> RetryPolicy {
    RetryPolicy::default().initial_interval(Duration::from_millis(5)).jitter(Duration::ZERO).max_retries(2)
}

pub(crate) fn creation() -> CreatePhoneNumberRequest {
    CreatePhoneNumberRequest::new("user_1", "+15551234567")
}

pub(crate) fn change() -> UpdatePhoneNumberRequest {
    UpdatePhoneNumberRequest { verified: true.into(), ..Default::default() }
}

pub(crate) fn phone_number() -> Value {
    json!({
        "id": "idn_1", "object": "phone_number", "phone_number": "+15551234567",
        "reserved_for_second_factor": false, "default_second_factor": false, "reserved": false,
        "verification": {
            "object": "verification_otp", "status": "verified", "strategy": "phone_code",
            "attempts": 1, "expire_at": 1_716_883_200_000_i64
        },
        "linked_to": [{"type": "oauth_google", "id": "idn_2"}],
        "backup_codes": null, "created_at": 1_716_883_200_000_i64, "updated_at": 1_716_883_200_001_i64
    })
}

pub(crate) fn clerk_errors() -> Value {
    json!({
        "errors": [{"message": "not found", "long_message": "No phone number has this id.", "code": "resource_not_found"}],
        "clerk_trace_id": "trace_of_body"
    })
}

pub(crate) fn json_answer(status: u16, body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(body)
}

pub(crate) fn raw_answer(status: u16, body: &str, content_type: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, content_type)
}

/// A server that always answers so.
pub(crate) async fn serve(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

pub(crate) async fn sent(server: &MockServer) -> Vec<wiremock::Request> {
    server.received_requests().await.unwrap()
}

/// The error, its causes, and what `Debug` says of it.
pub(crate) fn everything(error: &Error) -> String {
    let mut said = format!("{error} {error:?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        said = format!("{said} {error} {error:?}");
        cause = error.source();
    }
    said
}
