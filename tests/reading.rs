//! Every way to read: one number by each reader, into types of a user's, and what no reader can do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use clerk_models_driver::{PhoneNumber, from_slice, strict};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt::Debug;

/// Numbers with all kinds of verification, with the tag in the first place, in the last, and absent. Those that only the
/// tolerant reading has come last.
fn numbers() -> Vec<String> {
    let verifications = [
        r#"{"object": "verification_otp", "status": "verified", "strategy": "phone_code", "attempts": 1, "expire_at": null}"#,
        r#"{"status": "ver\u0069fied", "strategy": "later", "attempts": 1, "expire_at": 1716883200000,
            "verified_at_client": "a \"b\"", "object": "verification_otp"}"#,
        r#"{"status": "verified", "strategy": "admin", "attempts": null, "expire_at": null, "verified_at_client": null,
            "object": "verification_admin"}"#,
        r#"{"status": "failed", "strategy": "phone_code", "attempts": null, "expire_at": 1}"#,
        "null",
        r#"{"attempts": [null, -1, 1.5, true, "a \"b\"", {"a": {}}], "object": "verification_scim", "more": 18446744073709551615}"#,
    ];
    let number = |verification| {
        format!(
            r#"{{"object": "phone_number", "phone_number": "+15551234567", "reserved": false,
                 "backup_codes": ["a", "b \"c\""], "verification": {verification},
                 "linked_to": [{{"type": "oauth_google", "id": "idn_1"}}],
                 "created_at": 1716883200000, "updated_at": -1}}"#
        )
    };
    verifications.into_iter().map(number).collect()
}

/// How many of the numbers the strict reading has.
const STRICT: usize = 5;

/// Reads each number in both readings, and asserts that it is what `serde_json::from_str` reads.
macro_rules! each_number_by {
    ($read:expr) => {
        each_by(numbers(), $read as fn(&str) -> PhoneNumber);
        each_by(numbers().into_iter().take(STRICT), $read as fn(&str) -> strict::PhoneNumber);
    };
}

fn each_by<T: DeserializeOwned + PartialEq + Debug>(numbers: impl IntoIterator<Item = String>, read: fn(&str) -> T) {
    for text in numbers {
        let expected: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(read(&text), expected, "{text}");
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn serde_json_reads_bytes_streams_and_trees() {
    each_number_by!(|text| serde_json::from_slice(text.as_bytes()).unwrap());
    each_number_by!(|text| serde_json::from_reader(text.as_bytes()).unwrap());
    each_number_by!(|text| serde_json::from_value(value(text)).unwrap());
    each_number_by!(|text| Deserialize::deserialize(&value(text)).unwrap());
}

#[test]
fn bytes_are_checked_to_be_utf8_at_once() {
    each_number_by!(|text| from_slice(text.as_bytes()).unwrap());
    for (place, bytes) in [("phone_number", &b"+1\xff"[..]), ("unlisted", b"\xe2\x82")] {
        let text = numbers().remove(0).replacen('{', &format!(r#"{{"{place}": "HERE", "#), 1);
        let (before, after) = text.split_once("HERE").unwrap();
        let bytes = [before.as_bytes(), bytes, after.as_bytes()].concat();
        let error = from_slice::<PhoneNumber>(&bytes).unwrap_err();
        assert!(error.is_syntax(), "{error}");
        assert!(error.to_string().starts_with("invalid unicode code point at line 1 column "), "{error}");
    }
    let error = from_slice::<PhoneNumber>(b"{} \xff").unwrap_err().to_string();
    assert_eq!(error, "trailing characters at line 1 column 4");
}

#[test]
fn sonic_rs_reads_text_bytes_and_streams() {
    each_number_by!(|text| sonic_rs::from_str(text).unwrap());
    each_number_by!(|text| sonic_rs::from_slice(text.as_bytes()).unwrap());
    each_number_by!(|text| sonic_rs::from_reader(text.as_bytes()).unwrap());
}

#[test]
fn simd_json_reads_bytes_and_trees() {
    each_number_by!(|text| simd_json::serde::from_slice(&mut text.to_owned().into_bytes()).unwrap());
    each_number_by!(|text| {
        let tree = simd_json::to_owned_value(&mut text.to_owned().into_bytes()).unwrap();
        simd_json::serde::from_owned_value(tree).unwrap()
    });
}

#[test]
fn yaml_is_read() {
    each_number_by!(|text| serde_saphyr::from_str(text).unwrap());
    let block = "
object: phone_number
phone_number: '+15551234567'
reserved: no longer
";
    let error = serde_saphyr::from_str::<PhoneNumber>(block).unwrap_err().to_string();
    assert!(error.contains("reserved: "), "{error}");
    let block = block.replace("no longer", "false")
        + "
verification:
  status: verified
  strategy: phone_code
  attempts: ~
  expire_at: 0x10
  object: verification_otp
linked_to: []
created_at: 1
updated_at: 2
";
    let json = r#"{"object": "phone_number", "phone_number": "+15551234567", "reserved": false, "linked_to": [],
                   "verification": {"object": "verification_otp", "status": "verified", "strategy": "phone_code",
                                    "attempts": null, "expire_at": 16}, "created_at": 1, "updated_at": 2}"#;
    assert_eq!(serde_saphyr::from_str::<PhoneNumber>(&block).unwrap(), serde_json::from_str(json).unwrap());
}

fn cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// Another program may have written the members in any order; ours writes them in the schema's.
#[test]
fn cbor_is_read_and_written() {
    each_number_by!(|text| ciborium::from_reader(&*cbor(&value(text))).unwrap());
    each_by(numbers(), |text| {
        let number: PhoneNumber = serde_json::from_str(text).unwrap();
        ciborium::from_reader::<PhoneNumber, _>(&*cbor(&number)).unwrap()
    });
    each_number_by!(|text| ciborium::Value::serialized(&value(text)).unwrap().deserialized().unwrap());
}

#[test]
fn message_pack_is_read_and_written() {
    each_number_by!(|text| rmp_serde::from_slice(&rmp_serde::to_vec(&value(text)).unwrap()).unwrap());
    each_number_by!(|text| rmp_serde::from_read(&*rmp_serde::to_vec(&value(text)).unwrap()).unwrap());
    each_by(numbers(), |text| {
        let number: PhoneNumber = serde_json::from_str(text).unwrap();
        rmp_serde::from_slice::<PhoneNumber>(&rmp_serde::to_vec(&number).unwrap()).unwrap()
    });
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flattened<T> {
    user: String,
    #[serde(flatten)]
    number: T,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Count(u32),
    Number(T),
    Other(Value),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged<T> {
    Number(T),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
enum Adjacent<T> {
    Number(T),
}

/// Reads the number with a member before it and one that is called `user` or `kind` after it, and back.
fn around<T: Serialize + DeserializeOwned + PartialEq + Debug>(text: &str, read: impl Fn(&str) -> T) -> T {
    let around = read(text);
    let written = serde_json::to_string(&around).unwrap();
    assert_eq!(serde_json::from_str::<T>(&written).unwrap(), around, "{written}");
    around
}

#[test]
fn a_struct_flattens_it() {
    each_number_by!(|text| {
        let text = text.replacen('{', r#"{"user": "user_1", "#, 1);
        let Flattened { user, number } = around(&text, |text| serde_json::from_str(text).unwrap());
        assert_eq!(user, "user_1");
        number
    });
    let error = serde_json::from_str::<Flattened<PhoneNumber>>(r#"{"user": "user_1"}"#).unwrap_err().to_string();
    assert!(error.starts_with("missing field `object`"), "{error}");
    let verification = json!({"object": "verification_scim", "user": "user_1", "since": 1});
    let flattened: Flattened<clerk_models_driver::phone_number::PhoneNumberVerification> =
        serde_json::from_value(verification.clone()).unwrap();
    assert_eq!(serde_json::to_value(&flattened).unwrap(), verification);
}

#[test]
fn an_enum_of_a_user_holds_it() {
    each_number_by!(|text| {
        match around(text, |text| serde_json::from_str(text).unwrap()) {
            Untagged::Number(number) => number,
            other => panic!("{other:?}"),
        }
    });
    each_number_by!(|text| {
        let text = text.trim_end_matches('}').to_owned() + r#", "kind": "Number"}"#;
        let Tagged::Number(number) = around(&text, |text| serde_json::from_str(text).unwrap());
        number
    });
    each_number_by!(|text| {
        let text = format!(r#"{{"data": {text}, "kind": "Number"}}"#);
        let Adjacent::Number(number) = around(&text, |text| serde_json::from_str(text).unwrap());
        number
    });
    let other: Untagged<PhoneNumber> = serde_json::from_str(r#"{"object": "phone_number"}"#).unwrap();
    assert_eq!(other, Untagged::Other(json!({"object": "phone_number"})));
}

/// Objects are told by the names of their members, and values by what they are: these formats write neither.
#[test]
fn a_format_that_does_not_describe_itself_is_an_error() {
    for text in numbers() {
        let number: PhoneNumber = serde_json::from_str(&text).unwrap();
        let bytes = postcard::to_allocvec(&number).unwrap();
        let error = postcard::from_bytes::<PhoneNumber>(&bytes).unwrap_err().to_string();
        assert_eq!(error, "This is a feature that PostCard will never implement");
    }
}
