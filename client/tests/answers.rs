//! Every kind of answer that a server may give.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod support;

use clerk_client::models::PhoneNumber;
use clerk_client::models::phone_number::PhoneNumberVerification as Verification;
use clerk_client::{Error, StatusCode};
use serde_json::{Value, json};
use support::{JSON, clerk_errors, client, json_answer, phone_number, raw_answer, serve};
use wiremock::ResponseTemplate;

async fn get(answer: ResponseTemplate) -> Result<PhoneNumber, Error> {
    let server = serve(answer).await;
    client(server.uri()).phone_numbers().get("idn_1").await
}

async fn get_with(member: &str, value: Value) -> Result<PhoneNumber, Error> {
    let mut body = phone_number();
    body[member] = value;
    get(json_answer(200, &body)).await
}

#[tokio::test]
async fn the_four_operations_give_their_models() {
    let server = serve(json_answer(200, &phone_number())).await;
    let numbers = client(server.uri()).phone_numbers();
    let got = numbers.get("idn_1").await.unwrap();
    assert_eq!(got.phone_number, "+15551234567");
    assert_eq!(got.created_at, 1_716_883_200_000);
    assert_eq!(numbers.create(&support::creation()).await.unwrap(), got);
    assert_eq!(numbers.update("idn_1", &support::change()).await.unwrap(), got);

    let server = serve(json_answer(200, &json!({"object": "phone_number", "id": "idn_1", "deleted": true}))).await;
    let gone = client(server.uri()).phone_numbers().delete("idn_1").await.unwrap();
    assert!(gone.deleted);
    assert_eq!(gone.id.as_deref(), Some("idn_1"));
}

#[tokio::test]
async fn any_2xx_with_the_model_will_do() {
    for status in [200, 201, 202] {
        assert_eq!(get(json_answer(status, &phone_number())).await.unwrap().id.as_deref(), Some("idn_1"));
    }
    let mislabelled = raw_answer(200, &phone_number().to_string(), "text/plain");
    assert_eq!(get(mislabelled).await.unwrap().id.as_deref(), Some("idn_1"));
}

#[tokio::test]
async fn documented_statuses_are_clerk_errors_for_every_operation() {
    for code in [400, 401, 403, 404, 422] {
        let server = serve(json_answer(code, &clerk_errors())).await;
        let numbers = client(server.uri()).phone_numbers();
        let errors = [
            numbers.create(&support::creation()).await.unwrap_err(),
            numbers.get("idn_1").await.unwrap_err(),
            numbers.update("idn_1", &support::change()).await.unwrap_err(),
            numbers.delete("idn_1").await.unwrap_err(),
        ];
        for error in errors {
            let Error::Api { status, errors, trace_id, .. } = &error else { panic!("{error:?}") };
            assert_eq!(*status, StatusCode::from_u16(code).unwrap());
            assert_eq!(errors.errors[0].code, "resource_not_found");
            assert_eq!(trace_id.as_deref(), Some("trace_of_body"));
            let line = error.to_string();
            assert!(line.contains("No phone number has this id.") && line.contains("trace_of_body"), "{line}");
            assert!(!line.contains('\n'), "{line}");
        }
    }
}

#[tokio::test]
async fn the_trace_id_is_the_headers_where_the_body_has_none() {
    let body = json!({"errors": [], "new_member": 1});
    let answer = json_answer(404, &body)
        .insert_header("Clerk-Trace-Id", "trace_of_header")
        .insert_header("X-Request-Id", "request_1");
    let Err(Error::Api { errors, trace_id, request_id, .. }) = get(answer).await else { panic!("not Api") };
    assert_eq!(trace_id.as_deref(), Some("trace_of_header"));
    assert_eq!(request_id.as_deref(), Some("request_1"));
    assert_eq!(errors.additional_properties["new_member"], 1);

    let answer = raw_answer(502, "", "text/html").insert_header("Clerk-Trace-Id", "trace_of_header");
    assert_eq!(get(answer).await.unwrap_err().trace_id(), Some("trace_of_header"));
}

#[tokio::test]
async fn every_other_refusal_is_a_status_with_the_raw_body() {
    let errors = clerk_errors().to_string();
    let cases = [
        (404, r#"{"message": "no route"}"#, JSON),
        (404, r#"{"errors": [{"code": "x"}]}"#, JSON),
        (404, "{\"errors\": [", JSON),
        (404, "<html>not found</html>", "text/html"),
        (404, errors.as_str(), "text/plain"),
        (404, "", JSON),
        (429, "slow down", "text/plain"),
        (500, errors.as_str(), JSON),
        (502, "<html>bad gateway</html>", "text/html; charset=utf-8"),
        (503, "", "text/plain"),
        (504, "\u{1b}[31mupstream\n\ntimeout", "text/plain"),
    ];
    for (code, text, content_type) in cases {
        let error = get(raw_answer(code, text, content_type)).await.unwrap_err();
        let line = error.to_string();
        assert!(line.contains(&code.to_string()) && !line.contains(char::is_control), "{line}");
        let Error::Status { status, body, content_type: said, .. } = error else { panic!("{code} {text}: {error:?}") };
        assert_eq!(status.as_u16(), code);
        assert_eq!(body.text(), text);
        assert_eq!(said.as_deref(), Some(content_type));
    }
}

#[tokio::test]
async fn undocumented_4xx_with_clerk_errors_are_clerk_errors() {
    for code in [402, 409, 429] {
        let error = get(json_answer(code, &clerk_errors())).await.unwrap_err();
        assert!(matches!(&error, Error::Api { status, .. } if status.as_u16() == code), "{error:?}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_kept() {
    let answer = ResponseTemplate::new(500).set_body_bytes([0xff, 0x00, 0xfe]);
    let Err(Error::Status { body, content_type, .. }) = get(answer).await else { panic!("not Status") };
    assert_eq!(body.bytes(), [0xff, 0x00, 0xfe]);
    assert!(!body.is_truncated());
    assert_eq!(content_type, None);
}

#[tokio::test]
async fn a_success_that_is_no_model_is_a_decode_error_with_its_place() {
    let cases = [
        ("", "", "EOF"),
        ("<html>hello</html>", "", "expected value"),
        ("null", "", "null"),
        ("[]", "", "sequence"),
        ("{}", "", "missing field"),
        (r#"{"object": "phone_number", "phone_number": 5}"#, "/phone_number", "integer `5`"),
        (r#"{"linked_to": [{"type": "a", "id": "b"}, {"type": "a"}]}"#, "/linked_to/1", "missing field `id`"),
        (r#"{"linked_to": [{"type": "a", "id": true}]}"#, "/linked_to/0/id", "boolean `true`"),
        (r#"{"created_at": "1"}"#, "/created_at", "string \"1\""),
        (r#"{"reserved": "false"}"#, "/reserved", "string \"false\""),
        (r#"{"verification": {"object": "verification_otp", "attempts": 1}}"#, "/verification", "status"),
        (r#"{"verification": {"object": "verification_otp", "attempts": "1"}}"#, "/verification/attempts", "\"1\""),
        (r#"{"verification": {"attempts": "1", "object": "verification_otp"}}"#, "/verification/attempts", "\"1\""),
        (r#"{"verification": {"object": 5}}"#, "/verification/object", "integer `5`"),
        (r#"{"phone_number": "+1"#, "/phone_number", "EOF"),
    ];
    for (text, place, reason) in cases {
        let error = get(raw_answer(200, text, JSON)).await.unwrap_err();
        let Error::Decode { status, path, body, source, .. } = &error else { panic!("{text}: {error:?}") };
        assert_eq!(status.as_u16(), 200);
        assert_eq!(path, place, "{text}: {source}");
        assert!(source.to_string().contains(reason), "{text}: {source}");
        assert_eq!(body.text(), text);
        assert!(error.to_string().contains(reason) && std::error::Error::source(&error).is_some(), "{error}");
    }
}

#[tokio::test]
async fn what_follows_the_model_is_an_error() {
    let text = format!("{} x", phone_number());
    let error = get(raw_answer(200, &text, JSON)).await.unwrap_err();
    assert!(matches!(&error, Error::Decode { path, body, .. } if path.is_empty() && body.text() == text), "{error:?}");
}

#[tokio::test]
async fn no_content_is_a_decode_error() {
    let error = get(ResponseTemplate::new(204)).await.unwrap_err();
    assert!(matches!(&error, Error::Decode { status, .. } if status.as_u16() == 204), "{error:?}");
}

#[tokio::test]
async fn verification_null_unknown_and_without_a_tag() {
    assert_eq!(get_with("verification", Value::Null).await.unwrap().verification, None);

    let unknown = json!({"object": "verification_passkey", "nonce": "n"});
    let Some(Verification::Unknown(object)) = get_with("verification", unknown).await.unwrap().verification else {
        panic!("an unknown tag is kept")
    };
    assert_eq!(object.tag(), "verification_passkey");

    let untagged = json!({"status": "verified", "strategy": "phone_code", "attempts": 1, "expire_at": null});
    let got = get_with("verification", untagged).await.unwrap();
    let Some(Verification::Otp(otp)) = &got.verification else { panic!("{:?}", got.verification) };
    assert_eq!(otp.object, None);
}

#[tokio::test]
async fn an_unknown_field_is_no_error() {
    assert_eq!(get_with("channel", json!("whatsapp")).await.unwrap().id.as_deref(), Some("idn_1"));
}
