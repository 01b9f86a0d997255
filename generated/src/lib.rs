//! Rust types for [Clerk](https://clerk.com)'s API, generated from its JSON Schemas.
//!
//! ```
//! use clerk_models::PhoneNumber;
//! use clerk_models::phone_number::PhoneNumberVerification;
//!
//! let number: PhoneNumber = serde_json::from_str(r#"{
//!     "object": "phone_number", "phone_number": "+15551234567", "reserved": false,
//!     "verification": {"object": "verification_otp", "status": "verified", "strategy": "phone_code",
//!                      "attempts": 1, "expire_at": 1716883200000},
//!     "linked_to": [], "created_at": 1716883200000, "updated_at": 1716883200000
//! }"#)?;
//! let said = match &number.verification {
//!     None => "not verified".to_owned(),
//!     Some(PhoneNumberVerification::Otp(otp)) => format!("a code was sent by {}", otp.strategy),
//!     Some(PhoneNumberVerification::Admin(_)) => "verified by an administrator".to_owned(),
//!     Some(_) => "verified in a way that is newer than this program".to_owned(),
//! };
//! assert_eq!(said, "a code was sent by phone_code");
//! // What all branches have is there without a match, and enums of strings compare with strings.
//! let verification = number.verification.as_ref();
//! assert_eq!(verification.and_then(PhoneNumberVerification::attempts), Some(1));
//! assert!(verification.and_then(|it| it.as_otp()).is_some_and(|otp| otp.status == "verified"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Two readings
//!
//! The types at the root of this crate are **tolerant**: they read what a server sends, and go on
//! when it sends a member, an enum value or a branch that is newer than its schema. Those of
//! `clerk_models::strict` (feature `strict`) read the letter of the schema: for contract tests,
//! and for what you send.
//!
//! # Three states
//!
//! A member that may be absent and may be null is an [`OptionalNullable`]: what is read is written
//! back equal, and an update says exactly what it means.
//!
//! # Features
//!
//! None is on by default: `strict`, `schemars` (each type gives back its own part of Clerk's schema),
//! and `jiff`, `time`, `chrono` (the functions of [`millis`]).

pub mod millis;
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

#[cfg(feature = "strict")]
pub use support::InvalidText;
pub use support::{OptionalNullable, UnknownObject, UnknownValue, UnlistedValue};
pub use tolerant::*;
