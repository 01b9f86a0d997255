//! Rust types for [Clerk](https://clerk.com)'s API, generated from its JSON Schemas.
//!
//! They read what Clerk sends today, and go on when it sends something that is newer than this crate. Only serde and
//! serde_json are compiled: no derive macros, no build script.
//!
//! | type | what it is |
//! |---|---|
//! | [`PhoneNumber`] | a user's phone number, and how it was verified |
//! | [`CreatePhoneNumberRequest`] | the body that adds a phone number to a user |
//! | [`UpdatePhoneNumberRequest`] | the body that changes a phone number |
//! | [`DeletedObject`] | the answer when something was deleted |
//! | [`ClerkErrors`] | the answer when something went wrong |
//!
//! What they consist of stands in the modules, such as [`phone_number`].
//!
//! # Reading
//!
//! ```
//! use clerk_models::PhoneNumber;
//!
//! let body = r#"{
//!     "id": "idn_1", "object": "phone_number", "phone_number": "+15551234567", "reserved": false,
//!     "verification": {"object": "verification_otp", "status": "verified", "strategy": "phone_code",
//!                      "attempts": 1, "expire_at": 1716883200000},
//!     "linked_to": [], "created_at": 1716883200000, "updated_at": 1716883200000
//! }"#;
//! let number: PhoneNumber = serde_json::from_str(body)?; // of bytes: `clerk_models::from_slice`
//! assert_eq!(number.phone_number, "+15551234567");
//!
//! // What is written back equals what was read, and an error says which member it is about.
//! let read: serde_json::Value = serde_json::from_str(body)?;
//! assert_eq!(serde_json::to_value(&number)?, read);
//! let error = serde_json::from_str::<PhoneNumber>(&body.replace("1,", "\"one\",")).unwrap_err();
//! assert!(error.to_string().starts_with("verification: attempts: invalid type"), "{error}");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Matching
//!
//! ```
//! use clerk_models::PhoneNumber;
//! use clerk_models::phone_number::PhoneNumberVerification as Verification;
//!
//! fn say(number: &PhoneNumber) -> String {
//!     match &number.verification {
//!         None => "not verified".to_owned(),
//!         Some(Verification::Otp(otp)) => format!("a code was sent by {}", otp.strategy),
//!         Some(Verification::Admin(_)) => "verified by an administrator".to_owned(),
//!         Some(Verification::Unknown(object)) => format!("verified in a new way, {}", object.tag()),
//!         Some(_) => "verified in a way that is newer than this program".to_owned(),
//!     }
//! }
//! # let number: PhoneNumber = serde_json::from_str(r#"{
//! #     "object": "phone_number", "phone_number": "+15551234567", "reserved": false,
//! #     "verification": {"object": "verification_otp", "status": "verified", "strategy": "phone_code",
//! #                      "attempts": 1, "expire_at": 1716883200000},
//! #     "linked_to": [], "created_at": 1716883200000, "updated_at": 1716883200000
//! # }"#)?;
//! assert_eq!(say(&number), "a code was sent by phone_code");
//!
//! // What all branches have is there without a match, and enums of strings compare with strings.
//! let verification = number.verification.as_ref();
//! assert_eq!(verification.and_then(Verification::attempts), Some(1));
//! assert!(verification.and_then(|it| it.as_otp()).is_some_and(|otp| otp.status == "verified"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Building
//!
//! `new` takes the members that must be there; struct update sets the others.
//!
//! ```
//! use clerk_models::{CreatePhoneNumberRequest, OptionalNullable, UpdatePhoneNumberRequest};
//!
//! let create = CreatePhoneNumberRequest {
//!     verified: true.into(),
//!     ..CreatePhoneNumberRequest::new("user_1", "+15551234567")
//! };
//! let update = UpdatePhoneNumberRequest { primary: OptionalNullable::Null, ..Default::default() };
//! assert_eq!(serde_json::to_string(&create)?, r#"{"user_id":"user_1","phone_number":"+15551234567","verified":true}"#);
//! assert_eq!(serde_json::to_string(&update)?, r#"{"primary":null}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A member that may be absent and may be null is an [`OptionalNullable`] with three states: what is read is written
//! back equal, and an update says exactly what it means.
//!
//! # Two readings
//!
//! The types at the root of this crate are **tolerant**: they read what a server sends, and go on
//! when it sends a member, an enum value or a branch that is newer than its schema. Those of
//! `clerk_models::strict` (feature `strict`) have the same names and read the letter of the schema: for contract tests,
//! and for what you send.
//!
//! ```
//! # #[cfg(feature = "strict")] {
//! use clerk_models::{PhoneNumber, strict};
//!
//! let newer = r#"{
//!     "object": "phone_number", "phone_number": "+15551234567", "reserved": false, "verification": null,
//!     "linked_to": [], "created_at": 1716883200000, "updated_at": 1716883200000, "carrier": "ACME"
//! }"#;
//! assert!(serde_json::from_str::<PhoneNumber>(newer).is_ok());
//! let error = serde_json::from_str::<strict::PhoneNumber>(newer).unwrap_err();
//! assert!(error.to_string().starts_with("unknown field `carrier`"), "{error}");
//! # }
//! ```
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | what |
//! |---|---|
//! | `strict` | the module `strict` |
//! | `schemars` | `schemars::JsonSchema` (1.x) for each type: its own part of Clerk's schema |
//! | `jiff`, `time`, `chrono` | the functions of [`millis`]: Clerk's timestamps as those of the crate |

pub mod millis;
mod read;
#[cfg(feature = "schemars")]
#[rustfmt::skip]
mod source;
#[cfg(feature = "strict")]
#[rustfmt::skip]
pub mod strict;
#[rustfmt::skip]
mod support;
#[rustfmt::skip]
mod tolerant;

pub use read::from_slice;
#[cfg(feature = "strict")]
pub use support::InvalidText;
pub use support::{OptionalNullable, UnknownObject, UnknownValue, UnlistedValue};
pub use tolerant::*;
