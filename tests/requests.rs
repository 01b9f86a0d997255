//! Requests are built readably, and say exactly what they mean.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use clerk_models_driver::clerk_errors::ClerkError;
use clerk_models_driver::{
    ClerkErrors, CreatePhoneNumberRequest, DeletedObject, OptionalNullable, UpdatePhoneNumberRequest, strict,
};
use serde_json::json;

#[test]
fn a_request_of_its_required_members() {
    let request = CreatePhoneNumberRequest::new("user_1", "+15551234567");
    assert_eq!(serde_json::to_value(&request).unwrap(), json!({"user_id": "user_1", "phone_number": "+15551234567"}));
    let request = CreatePhoneNumberRequest { verified: true.into(), primary: OptionalNullable::Null, ..request };
    let written = json!({"user_id": "user_1", "phone_number": "+15551234567", "verified": true, "primary": null});
    assert_eq!(serde_json::to_value(&request).unwrap(), written);
    assert!(serde_json::from_value::<strict::CreatePhoneNumberRequest>(written).is_ok());
}

#[test]
fn an_update_says_leave_clear_and_set() {
    let leave = UpdatePhoneNumberRequest::default();
    assert_eq!(serde_json::to_string(&leave).unwrap(), "{}");
    let clear = UpdatePhoneNumberRequest { verified: OptionalNullable::Null, ..leave.clone() };
    assert_eq!(serde_json::to_string(&clear).unwrap(), r#"{"verified":null}"#);
    let set = UpdatePhoneNumberRequest { verified: false.into(), ..leave };
    assert_eq!(serde_json::to_string(&set).unwrap(), r#"{"verified":false}"#);
}

#[test]
fn a_deleted_object() {
    let payload = json!({"object": "phone_number", "id": "idn_1", "deleted": true, "external_id": "e"});
    let read: DeletedObject = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!((read.object.as_str(), read.deleted, read.id.as_deref()), ("phone_number", true, Some("idn_1")));
    assert_eq!(serde_json::to_value(&read).unwrap(), payload);
}

/// The schemas of errors are open, so what is not listed is kept.
#[test]
fn errors_keep_what_is_not_listed() {
    let payload = json!({
        "errors": [{"message": "m", "long_message": "l", "code": "c", "meta": {"param_name": "p"}, "new": 1}],
        "clerk_trace_id": "t", "also_new": [null]
    });
    let read: ClerkErrors = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!(read.clerk_trace_id.as_deref(), Some("t"));
    assert_eq!(read.additional_properties.get("also_new"), Some(&json!([null])));
    assert_eq!(serde_json::to_value(&read).unwrap(), payload);
    let built = ClerkErrors::new(vec![ClerkError::new("m", "l", "c")]);
    assert_eq!(
        serde_json::to_value(&built).unwrap(),
        json!({"errors": [{"message": "m", "long_message": "l", "code": "c"}]})
    );
}
