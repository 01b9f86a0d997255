//! What is read and what is sent, where a schema gives two types.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use clerk_codegen_cases::{accounts_strict_split as strict, accounts_tolerant_split as tolerant};
use serde_json::{Value, json};

#[test]
fn a_server_answers_without_what_is_only_written() {
    let owner = json!({"email": "a@example.com", "since": "2020"});
    let answer = json!({"id": 7, "name": "Ada", "owner": owner});
    let read: strict::Account = serde_json::from_value(answer.clone()).unwrap();
    assert_eq!((read.id, read.owner.since.as_str()), (7, "2020"));
    assert_eq!(serde_json::to_value(&read).unwrap(), answer);
    let without_id = json!({"name": "Ada", "owner": owner});
    assert!(serde_json::from_value::<strict::Account>(without_id.clone()).is_err(), "it is required there");
    assert!(serde_json::from_value::<tolerant::Account>(without_id).is_err());
    let with_password = json!({"id": 7, "name": "Ada", "owner": owner, "password": "x"});
    assert!(serde_json::from_value::<strict::Account>(with_password.clone()).is_err(), "others are refused");
    assert!(serde_json::from_value::<tolerant::Account>(with_password).is_ok());
}

#[test]
fn a_client_sends_without_what_is_only_read() {
    let sent = strict::AccountWrite {
        name: "Ada".to_owned().try_into().unwrap(),
        password: "secret".to_owned(),
        owner: strict::OwnerWrite::new("a@example.com".to_owned()),
        parent: None,
        plan: Some(strict::Plan::new(strict::PlanKind::Paid)),
    };
    let wanted = json!({
        "name": "Ada", "password": "secret", "owner": {"email": "a@example.com"}, "plan": {"kind": "paid"},
    });
    assert_eq!(serde_json::to_value(&sent).unwrap(), wanted);
    let read: strict::AccountWrite = serde_json::from_value(wanted).unwrap();
    assert_eq!(read, sent);
    let note = strict::SetNoteRequest::new("Hello".to_owned());
    assert_eq!(serde_json::to_value(&note).unwrap(), json!({"text": "Hello"}));
}

#[test]
fn a_union_holds_what_is_read() {
    let read = |value: Value| serde_json::from_value::<strict::Session>(value);
    let owner = json!({"email": "a@example.com", "since": "2020"});
    let session = read(json!({"kind": "Member", "account": {"id": 7, "name": "Ada", "owner": owner}})).unwrap();
    assert_eq!(session.as_member().unwrap().account.id, 7);
    assert!(read(json!({"kind": "Guest"})).is_err(), "`seen` is required there");
}
