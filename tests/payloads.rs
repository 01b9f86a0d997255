//! Payloads as Clerk sends them, and as it may come to: what each reading says, and what is written back.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use clerk_models_driver::phone_number::{Otp, OtpStatus, OtpStrategy, PhoneNumberObject, PhoneNumberVerification};
use clerk_models_driver::{OptionalNullable, PhoneNumber, strict};
use serde_json::{Value, json};

/// A number with a verification and nothing optional.
fn number(verification: &Value) -> Value {
    json!({
        "object": "phone_number", "phone_number": "+15551234567", "reserved": false,
        "verification": verification,
        "linked_to": [{"type": "oauth_google", "id": "idn_1"}],
        "created_at": 1_716_883_200_000_i64, "updated_at": 1_716_883_200_001_i64
    })
}

fn otp() -> Value {
    json!({"object": "verification_otp", "status": "verified", "strategy": "phone_code", "attempts": 1,
           "expire_at": 1_716_883_200_000_i64})
}

fn with(mut value: Value, pointer: &str, member: &str, to: Value) -> Value {
    value.pointer_mut(pointer).unwrap()[member] = to;
    value
}

fn without(mut value: Value, pointer: &str, member: &str) -> Value {
    value.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(member).unwrap();
    value
}

/// Reads in the tolerant reading, from text and from a tree, and asserts what is written back.
fn tolerant_back(payload: &Value, back: &Value) -> PhoneNumber {
    let number: PhoneNumber = serde_json::from_str(&payload.to_string()).unwrap();
    assert_eq!(serde_json::from_value::<PhoneNumber>(payload.clone()).unwrap(), number);
    assert_eq!(serde_json::from_reader::<_, PhoneNumber>(payload.to_string().as_bytes()).unwrap(), number);
    assert_eq!(&serde_json::to_value(&number).unwrap(), back);
    number
}

fn tolerant(payload: &Value) -> PhoneNumber {
    tolerant_back(payload, payload)
}

fn strictly(payload: &Value) -> strict::PhoneNumber {
    let number: strict::PhoneNumber = serde_json::from_str(&payload.to_string()).unwrap();
    assert_eq!(&serde_json::to_value(&number).unwrap(), payload);
    number
}

fn tolerant_error(payload: &Value) -> String {
    serde_json::from_value::<PhoneNumber>(payload.clone()).unwrap_err().to_string()
}

fn strict_error(payload: &Value) -> String {
    serde_json::from_value::<strict::PhoneNumber>(payload.clone()).unwrap_err().to_string()
}

#[test]
fn an_otp_number() {
    let payload = number(&otp());
    let read = tolerant(&payload);
    assert_eq!(read.object, PhoneNumberObject::PhoneNumber);
    assert_eq!(read.id, None);
    assert_eq!(read.backup_codes, OptionalNullable::Absent);
    let Some(PhoneNumberVerification::Otp(otp)) = &read.verification else { panic!("{:?}", read.verification) };
    assert_eq!((&otp.status, &otp.strategy, otp.attempts), (&OtpStatus::Verified, &OtpStrategy::PhoneCode, Some(1)));
    let read = strictly(&payload);
    assert!(matches!(read.verification, Some(strict::phone_number::PhoneNumberVerification::Otp(_))));
}

#[test]
fn an_admin_number() {
    let payload = number(&json!({"object": "verification_admin", "status": "verified", "strategy": "admin",
                                "attempts": null, "expire_at": null, "verified_at_client": null}));
    let read = tolerant(&payload);
    let Some(PhoneNumberVerification::Admin(admin)) = read.verification else { panic!("{:?}", read.verification) };
    assert_eq!(admin.attempts, None);
    assert_eq!(admin.verified_at_client, OptionalNullable::Null);
    strictly(&payload);
}

#[test]
fn a_number_without_verification() {
    let payload = number(&Value::Null);
    assert_eq!(tolerant(&payload).verification, None);
    assert_eq!(strictly(&payload).verification, None);
    let missing = without(payload, "", "verification");
    assert_eq!(tolerant_error(&missing), "missing field `verification`");
    assert_eq!(strict_error(&missing), "missing field `verification`");
}

#[test]
fn a_tag_in_any_place_or_absent() {
    let last = r#"{"status": "verified", "strategy": "phone_code", "attempts": 1, "expire_at": 2,
                   "object": "verification_otp"}"#;
    let read: PhoneNumberVerification = serde_json::from_str(last).unwrap();
    assert!(matches!(read, PhoneNumberVerification::Otp(_)));
    let absent = number(&without(otp(), "", "object"));
    assert!(matches!(tolerant(&absent).verification, Some(PhoneNumberVerification::Otp(Otp { object: None, .. }))));
    strictly(&absent);
}

#[test]
fn an_absent_tag_is_told_by_listed_values() {
    // Both branches have open strategies, so by these alone the first fits as well.
    let admin = number(&json!({"status": "verified", "strategy": "admin", "attempts": 1, "expire_at": 2}));
    assert!(matches!(tolerant(&admin).verification, Some(PhoneNumberVerification::Admin(_))));
    assert!(matches!(strictly(&admin).verification, Some(strict::phone_number::PhoneNumberVerification::Admin(_))));
    let neither = number(&json!({"status": "verified", "strategy": "new", "attempts": 1, "expire_at": 2}));
    assert!(matches!(tolerant(&neither).verification, Some(PhoneNumberVerification::Otp(_))));
    assert_eq!(
        strict_error(&neither),
        "verification: more than one branch of PhoneNumberVerification fits: Otp, Admin"
    );
    let no_branch = number(&json!({"status": "verified"}));
    let reasons = "verification: no branch of PhoneNumberVerification fits \
                   (Otp: missing field `strategy`; Admin: missing field `strategy`)";
    assert_eq!(tolerant_error(&no_branch), reasons);
    assert_eq!(strict_error(&no_branch), reasons);
}

#[test]
fn an_unknown_tag_is_kept_whole() {
    let scim =
        json!({"status": "verified", "attempts": "many", "more": {"a": [1, null]}, "object": "verification_scim"});
    let payload = number(&scim);
    let Some(PhoneNumberVerification::Unknown(unknown)) = tolerant(&payload).verification else { panic!() };
    assert_eq!(unknown.tag(), "verification_scim");
    assert_eq!(Value::Object(unknown.members().clone()), scim);
    assert_eq!(
        strict_error(&payload),
        "verification: object: unknown variant `verification_scim`, expected `verification_otp` or `verification_admin`"
    );
}

#[test]
fn a_known_tag_with_a_bad_body_is_an_error_of_that_branch() {
    let payload = with(number(&otp()), "/verification", "attempts", json!("one"));
    assert_eq!(tolerant_error(&payload), "verification: attempts: invalid type: string \"one\", expected i64");
    assert_eq!(strict_error(&payload), "verification: attempts: invalid type: string \"one\", expected i64");
    let admin_as_otp = with(number(&otp()), "/verification", "object", json!("verification_admin"));
    assert!(serde_json::from_value::<strict::PhoneNumber>(admin_as_otp).is_ok(), "both statuses are `verified`");
    let failed = with(number(&otp()), "/verification", "status", json!("failed"));
    let failed = with(failed, "/verification", "object", json!("verification_admin"));
    assert_eq!(tolerant_error(&failed), "verification: status: unknown variant `failed`, expected `verified`");
    let number_as_tag = with(number(&otp()), "/verification", "object", json!(5));
    assert_eq!(tolerant_error(&number_as_tag), "verification: object: invalid type: integer `5`, expected a string");
}

#[test]
fn an_unknown_strategy_is_kept_in_both_readings() {
    let payload = with(number(&otp()), "/verification", "strategy", json!("carrier_pigeon"));
    let Some(PhoneNumberVerification::Otp(otp)) = tolerant(&payload).verification else { panic!() };
    assert_eq!(otp.strategy.as_str(), "carrier_pigeon");
    assert!(!otp.strategy.is_listed());
    strictly(&payload);
}

#[test]
fn an_unknown_status_is_kept_by_the_tolerant_reading_alone() {
    let payload = with(number(&otp()), "/verification", "status", json!("pending"));
    let Some(PhoneNumberVerification::Otp(otp)) = tolerant(&payload).verification else { panic!() };
    assert!(matches!(otp.status, OtpStatus::Unknown(ref value) if value.as_str() == "pending"));
    assert_eq!(
        strict_error(&payload),
        "verification: status: unknown variant `pending`, expected one of `unverified`, `verified`, `failed`, `expired`"
    );
}

#[test]
fn an_identity_is_closed_in_both_readings() {
    let payload = with(number(&otp()), "", "object", json!("email_address"));
    assert_eq!(tolerant_error(&payload), "object: unknown variant `email_address`, expected `phone_number`");
    assert_eq!(strict_error(&payload), "object: unknown variant `email_address`, expected `phone_number`");
}

#[test]
fn unknown_members_are_ignored_or_refused() {
    let payload = with(number(&otp()), "", "nickname", json!("home"));
    tolerant_back(&payload, &number(&otp()));
    assert!(strict_error(&payload).starts_with("unknown field `nickname`, expected one of `id`, `object`,"));
}

/// Clerk added this member on 2026-06-04 to an object that its schema closes.
#[test]
fn the_channel_of_a_code() {
    let payload = with(number(&otp()), "/verification", "channel", json!("sms"));
    tolerant_back(&payload, &number(&otp()));
    assert!(
        strict_error(&payload)
            .starts_with("verification: unknown field `channel`, expected one of `object`, `status`,")
    );
}

#[test]
fn every_nullable_is_null_and_every_optional_is_there() {
    let verification = json!({"object": "verification_otp", "status": "unverified", "strategy": "email_code",
                              "attempts": null, "expire_at": null, "verified_at_client": null});
    let mut payload = number(&verification);
    for (member, value) in [
        ("id", json!("idn_2")),
        ("reserved_for_second_factor", json!(true)),
        ("default_second_factor", json!(false)),
        ("backup_codes", Value::Null),
    ] {
        payload = with(payload, "", member, value);
    }
    let read = tolerant(&payload);
    assert_eq!(read.backup_codes, OptionalNullable::Null);
    assert_eq!((read.id.as_deref(), read.reserved_for_second_factor), (Some("idn_2"), Some(true)));
    strictly(&payload);
    let codes = with(payload, "", "backup_codes", json!(["a", "b"]));
    assert_eq!(tolerant(&codes).backup_codes.as_option().map(Vec::len), Some(2));
    strictly(&codes);
}

#[test]
fn null_where_the_schema_does_not_allow_it() {
    let optional = with(number(&otp()), "", "id", Value::Null);
    assert_eq!(tolerant_back(&optional, &number(&otp())).id, None);
    assert_eq!(strict_error(&optional), "id: invalid type: null, expected a string");
    let required = with(number(&otp()), "", "phone_number", Value::Null);
    assert_eq!(tolerant_error(&required), "phone_number: invalid type: null, expected a string");
    assert_eq!(strict_error(&required), "phone_number: invalid type: null, expected a string");
}

#[test]
fn a_pattern_is_checked_by_the_strict_reading_alone() {
    let payload = with(number(&otp()), "/linked_to/0", "type", json!("oauth_Google\n"));
    tolerant(&payload);
    assert_eq!(strict_error(&payload), "linked_to: type: \"oauth_Google\\n\" does not match ^oauth_[a-z]+$");
}

#[test]
fn an_array_is_no_object_and_an_object_no_string() {
    let link = with(number(&otp()), "", "linked_to", json!([["oauth_google", "idn_1"]]));
    assert!(tolerant_error(&link).starts_with("linked_to: invalid type: sequence, expected an object"));
    assert!(strict_error(&link).starts_with("linked_to: invalid type: sequence, expected an object"));
    let branch = number(&json!(["verification_otp", "verified", "phone_code", 1, 2, null]));
    assert!(tolerant_error(&branch).starts_with("verification: invalid type: sequence, expected an object"));
    assert!(strict_error(&branch).starts_with("verification: invalid type: sequence, expected an object"));
    let status = with(number(&otp()), "/verification", "status", json!({"verified": null}));
    assert!(tolerant_error(&status).starts_with("verification: status: invalid type: map, expected a string"));
    assert!(strict_error(&status).starts_with("verification: status: invalid type: map, expected a string"));
}

/// `OpenAPI` 3.0.3, "Data Types": an integer has no fraction part, not even an empty one.
#[test]
fn an_integer_is_written_without_a_fraction() {
    for not_an_integer in [json!(1.0), json!(1.5), json!(9_223_372_036_854_775_808_u64), json!("1")] {
        let payload = with(number(&otp()), "", "created_at", not_an_integer);
        assert!(tolerant_error(&payload).contains(": invalid "), "{payload}");
        assert!(strict_error(&payload).contains(": invalid "), "{payload}");
    }
}

#[test]
fn a_member_that_stands_there_twice_is_an_error() {
    let twice = number(&otp()).to_string().replacen('{', r#"{"reserved": true, "#, 1);
    let error = serde_json::from_str::<PhoneNumber>(&twice).unwrap_err().to_string();
    assert!(error.starts_with("duplicate field `reserved`"), "{error}");
}

#[test]
fn an_open_enum_is_never_unknown_by_a_listed_name() {
    for listed in OtpStrategy::LISTED {
        assert!(OtpStrategy::from(*listed).is_listed());
        assert!(OtpStrategy::from((*listed).to_owned()).is_listed());
    }
    assert_eq!(OtpStrategy::from("new").to_string(), "new");
}

#[test]
fn an_enum_compares_with_strings_from_both_sides() {
    let (listed, other) = (OtpStatus::Verified, OtpStatus::from("pending"));
    let equal = [listed == "verified", "verified" == listed, listed == *"verified", *"verified" == listed];
    assert_eq!(equal, [true; 4]);
    let other_equal = [other == "pending", "pending" == other, other == "verified", "verified" == other];
    assert_eq!(other_equal, [true, true, false, false]);
    assert!(PhoneNumberObject::PhoneNumber == "phone_number" && "email_address" != PhoneNumberObject::PhoneNumber);
}

#[test]
fn an_enum_is_parsed_and_gives_all_that_is_listed() {
    assert_eq!("expired".parse(), Ok(OtpStatus::Expired));
    assert_eq!("pending".parse(), Ok(OtpStatus::from("pending")));
    let texts: Vec<&str> = OtpStatus::ALL.iter().map(OtpStatus::as_str).collect();
    assert_eq!(texts, OtpStatus::LISTED);
    let error = PhoneNumberObject::try_from("email_address").unwrap_err();
    assert_eq!(error.to_string(), "`email_address` is none of `phone_number`");
    assert_eq!("email_address".parse::<PhoneNumberObject>(), Err(error));
    assert_eq!(PhoneNumberObject::ALL, [PhoneNumberObject::PhoneNumber]);
}

#[test]
fn an_enum_of_units_is_copied_and_has_the_order_of_the_schema() {
    use strict::phone_number::OtpStatus;
    let all = OtpStatus::ALL;
    let first = all[0];
    assert_eq!((first, all.iter().max().copied()), (OtpStatus::Unverified, Some(OtpStatus::Expired)));
    assert!(all.is_sorted());
}

#[test]
fn a_branch_is_looked_at_taken_out_and_made_a_union() {
    let union: PhoneNumberVerification = serde_json::from_value(otp()).unwrap();
    assert_eq!((union.as_otp().map(|otp| otp.attempts), union.attempts()), (Some(Some(1)), Some(1)));
    assert!(union.verified_at_client().is_some_and(OptionalNullable::is_absent));
    assert_eq!((union.as_admin(), union.clone().into_admin()), (None, None));
    let otp: Otp = union.clone().into_otp().unwrap();
    assert_eq!(PhoneNumberVerification::from(otp), union);
    let unknown: PhoneNumberVerification = serde_json::from_value(json!({"object": "verification_scim"})).unwrap();
    assert_eq!((unknown.attempts(), unknown.as_otp()), (None, None));
    assert_eq!(unknown.into_otp(), None);
}

#[test]
fn a_tag_may_stand_anywhere() {
    let mut members = vec![
        r#""object": "verification_otp""#,
        r#""status": "ver\u0069fied""#,
        r#""strategy": "phone_code""#,
        r#""attempts": 1"#,
        r#""expire_at": null"#,
        r#""verified_at_client": "a \"b\"""#,
        r#""later": {"a": [1.5, {"b": -2}], "c": true}"#,
    ];
    let text = |members: &[&str]| {
        let verification = format!("{{{}}}", members.join(", "));
        number(&json!("HERE")).to_string().replace("\"HERE\"", &verification)
    };
    let first: PhoneNumber = serde_json::from_str(&text(&members)).unwrap();
    let Some(PhoneNumberVerification::Otp(otp)) = &first.verification else { panic!() };
    assert_eq!(otp.verified_at_client.as_option().map(String::as_str), Some("a \"b\""));
    for _ in &members.clone() {
        members.rotate_left(1);
        let text = text(&members);
        assert_eq!(serde_json::from_str::<PhoneNumber>(&text).unwrap(), first);
        assert_eq!(serde_json::from_reader::<_, PhoneNumber>(text.as_bytes()).unwrap(), first);
    }
    for twice in [r#""object": "verification_otp""#, r#""object": null"#, r#""attempts": 1"#] {
        members.push(twice);
        let error = serde_json::from_str::<PhoneNumber>(&text(&members)).unwrap_err().to_string();
        assert!(error.starts_with("verification: duplicate field `"), "{error}");
        members.rotate_right(1);
        let error = serde_json::from_str::<PhoneNumber>(&text(&members)).unwrap_err().to_string();
        assert!(error.starts_with("verification: duplicate field `"), "{error}");
        members.remove(0);
    }
}

#[test]
fn an_error_says_where_it_is_and_keeps_its_kind() {
    let text = |attempts: &str| {
        format!("{{\n  \"verification\": {{\"object\": \"verification_otp\",\n    \"attempts\": {attempts}}}\n}}")
    };
    let error = serde_json::from_str::<PhoneNumber>(&text("true")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "verification: attempts: invalid type: boolean `true`, expected i64 at line 3 column 20"
    );
    assert!(error.is_data());
    let whole = number(&otp()).to_string();
    for end in 1..whole.len() {
        let error = serde_json::from_str::<PhoneNumber>(&whole[..end]).unwrap_err();
        assert!(error.is_eof(), "{error} in {}", &whole[..end]);
    }
    let no_number = serde_json::from_str::<PhoneNumber>(&text("tru")).unwrap_err();
    assert!(no_number.is_syntax(), "{no_number}");
    assert!(serde_json::from_reader::<_, PhoneNumber>(Broken).unwrap_err().is_io());
}

struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the pipe is broken"))
    }
}
