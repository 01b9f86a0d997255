//! What is sent, and what is refused before anything is.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use clerk_client::models::{CreatePhoneNumberRequest, OptionalNullable, UpdatePhoneNumberRequest};
use clerk_client::{ClerkClient, Error, RetryPolicy};
use serde_json::{Value, json};
use support::{KEY, builder, client, everything, json_answer, phone_number, sent, serve};
use wiremock::{MockServer, Request};

async fn server() -> MockServer {
    let mut body = phone_number();
    body["deleted"] = json!(true);
    serve(json_answer(200, &body)).await
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn methods_paths_and_headers_are_the_documented_ones() {
    let server = server().await;
    let numbers = client(server.uri()).phone_numbers();
    numbers.create(&support::creation()).await.unwrap();
    numbers.get("idn_1").await.unwrap();
    numbers.update("idn_1", &support::change()).await.unwrap();
    numbers.delete("idn_1").await.unwrap();

    let expected = [
        ("POST", "/phone_numbers", true),
        ("GET", "/phone_numbers/idn_1", false),
        ("PATCH", "/phone_numbers/idn_1", true),
        ("DELETE", "/phone_numbers/idn_1", false),
    ];
    let requests = sent(&server).await;
    assert_eq!(requests.len(), expected.len());
    for (request, (method, path, has_body)) in requests.iter().zip(expected) {
        assert_eq!((request.method.as_str(), request.url.path()), (method, path));
        assert_eq!(header(request, "authorization"), Some(format!("Bearer {KEY}").as_str()));
        assert_eq!(header(request, "accept"), Some("application/json"));
        assert_eq!(header(request, "user-agent"), Some(concat!("clerk-client/", env!("CARGO_PKG_VERSION"))));
        assert_eq!(header(request, "clerk-api-version"), Some("2025-11-10"));
        assert_eq!(header(request, "content-type"), has_body.then_some("application/json"));
        assert_eq!(request.body.is_empty(), !has_body);
        let mut names: Vec<_> = request.headers.keys().map(wiremock::http::HeaderName::as_str).collect();
        names.retain(|name| !matches!(*name, "host" | "content-length" | "content-type"));
        names.sort_unstable();
        assert_eq!(names, ["accept", "authorization", "clerk-api-version", "user-agent"]);
    }
}

#[tokio::test]
async fn absent_null_and_value_are_sent_as_such() {
    let server = server().await;
    let numbers = client(server.uri()).phone_numbers();
    let create =
        CreatePhoneNumberRequest { primary: OptionalNullable::Null, verified: true.into(), ..support::creation() };
    numbers.create(&create).await.unwrap();
    let update = UpdatePhoneNumberRequest { reserved_for_second_factor: OptionalNullable::Null, ..Default::default() };
    numbers.update("idn_1", &update).await.unwrap();
    numbers.update("idn_1", &UpdatePhoneNumberRequest::default()).await.unwrap();

    let bodies: Vec<Value> = sent(&server).await.iter().map(|request| request.body_json().unwrap()).collect();
    assert_eq!(
        bodies,
        [
            json!({"user_id": "user_1", "phone_number": "+15551234567", "verified": true, "primary": null}),
            json!({"reserved_for_second_factor": null}),
            json!({}),
        ]
    );
}

#[tokio::test]
async fn settings_go_into_headers_and_path() {
    let server = server().await;
    for base in [format!("{}/v1", server.uri()), format!("{}/v1/", server.uri())] {
        let client = builder(base).user_agent("my-app/1").api_version("2026-05-12").build().unwrap();
        client.phone_numbers().get("idn_1").await.unwrap();
    }
    for request in sent(&server).await {
        assert_eq!(request.url.path(), "/v1/phone_numbers/idn_1");
        assert_eq!(header(&request, "user-agent"), Some("my-app/1"));
        assert_eq!(header(&request, "clerk-api-version"), Some("2026-05-12"));
    }
}

#[tokio::test]
async fn an_own_http_client_is_used_and_gets_the_key() {
    let server = server().await;
    let mut headers = clerk_client::reqwest::header::HeaderMap::new();
    headers.insert("x-own", "yes".parse().unwrap());
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = clerk_client::reqwest::Client::builder().default_headers(headers).build().unwrap();
    builder(server.uri()).http_client(http).build().unwrap().phone_numbers().get("idn_1").await.unwrap();
    let requests = sent(&server).await;
    assert_eq!(header(&requests[0], "x-own"), Some("yes"));
    assert_eq!(header(&requests[0], "authorization"), Some(format!("Bearer {KEY}").as_str()));
}

#[tokio::test]
async fn an_id_is_one_segment_of_the_path() {
    let server = server().await;
    let numbers = client(server.uri()).phone_numbers();
    let cases = [
        ("a/b c?x=1#e", "/phone_numbers/a%2Fb%20c%3Fx%3D1%23e"),
        ("../users", "/phone_numbers/..%2Fusers"),
        ("%2e%2e", "/phone_numbers/%252e%252e"),
        ("...", "/phone_numbers/..."),
        ("a\\b", "/phone_numbers/a%5Cb"),
        ("é\n", "/phone_numbers/%C3%A9%0A"),
        ("Az09-._~", "/phone_numbers/Az09-._~"),
    ];
    for (id, _) in cases {
        numbers.get(id).await.unwrap();
        numbers.update(id, &support::change()).await.unwrap();
        numbers.delete(id).await.unwrap();
    }
    let requests = sent(&server).await;
    for (three, (id, path)) in requests.chunks(3).zip(cases) {
        for request in three {
            assert_eq!(request.url.path(), path, "{id}");
            assert_eq!(request.url.query(), None, "{id}");
        }
    }
    assert_eq!(requests.len(), 3 * cases.len());
}

#[tokio::test]
async fn ids_that_name_another_path_are_refused_before_anything_is_sent() {
    let server = server().await;
    let numbers = client(server.uri()).phone_numbers();
    for id in ["", ".", "..", " ", "\t", " .. "] {
        let errors = [
            numbers.get(id).await.unwrap_err(),
            numbers.update(id, &support::change()).await.unwrap_err(),
            numbers.delete(id).retry(RetryPolicy::default()).await.unwrap_err(),
        ];
        assert!(errors.iter().all(|error| matches!(error, Error::InvalidRequest { .. })), "{id:?} {errors:?}");
    }
    assert!(sent(&server).await.is_empty());
}

#[test]
fn no_client_without_a_key() {
    for key in ["", " ", "\t\n", "sk_\nX-Evil: 1", "sk_\u{0}"] {
        let error = ClerkClient::builder(key).build().unwrap_err();
        assert!(matches!(error, Error::InvalidRequest { .. }), "{key:?}: {error:?}");
        assert!(!everything(&error).contains("sk_"), "{error:?}");
    }
}

#[test]
fn settings_that_cannot_be_are_refused() {
    for base in ["", "api.clerk.com", "ftp://a", "http://u:p@a", "http://u@a", "http://a?b", "http://a#b"] {
        let error = builder(base).build().unwrap_err();
        assert!(matches!(error, Error::InvalidRequest { .. }), "{base}: {error:?}");
    }
    for header in ["", " ", "a\nb"] {
        assert!(matches!(builder("http://a").user_agent(header).build(), Err(Error::InvalidRequest { .. })));
        assert!(matches!(builder("http://a").api_version(header).build(), Err(Error::InvalidRequest { .. })));
    }
}

#[tokio::test]
async fn the_key_is_in_no_output() {
    let refused = builder("http://127.0.0.1:9");
    assert!(!format!("{refused:?}").contains(KEY));
    let client = refused.build().unwrap();
    let numbers = client.phone_numbers();
    let creation = format!("{:?}", numbers.create(&support::creation()));
    assert!(creation.contains("POST") && creation.contains("/phone_numbers"), "{creation}");
    assert!(!format!("{client:?} {numbers:?} {creation}").contains(KEY));
    assert!(!everything(&numbers.get("idn_1").await.unwrap_err()).contains(KEY));
    for status in [200, 404, 500] {
        let server = serve(json_answer(status, &support::clerk_errors())).await;
        let error = support::client(server.uri()).phone_numbers().get("idn_1").await.unwrap_err();
        assert!(!everything(&error).contains(KEY), "{error:?}");
    }
}

#[tokio::test]
async fn calls_can_be_spawned() {
    let server = server().await;
    let call = client(server.uri()).phone_numbers().get("idn_1").into_future();
    assert_eq!(tokio::spawn(call).await.unwrap().unwrap().id.as_deref(), Some("idn_1"));
}
