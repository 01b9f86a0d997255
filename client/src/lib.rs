//! A client for the phone number operations of [Clerk](https://clerk.com)'s Backend API.
//!
//! ```no_run
//! use clerk_client::ClerkClient;
//! use clerk_client::models::{CreatePhoneNumberRequest, OptionalNullable, UpdatePhoneNumberRequest};
//!
//! # async fn run() -> Result<(), clerk_client::Error> {
//! let client = ClerkClient::builder("sk_test_...").build()?;
//! let numbers = client.phone_numbers();
//!
//! let request = CreatePhoneNumberRequest {
//!     verified: OptionalNullable::Value(true),
//!     ..CreatePhoneNumberRequest::new("user_1", "+15551234567")
//! };
//! let created = numbers.create(&request).await?;
//! let id = created.id.unwrap_or_default();
//!
//! let request = UpdatePhoneNumberRequest { primary: true.into(), ..Default::default() };
//! let updated = numbers.update(&id, &request).await?;
//! println!("{} since {} ms", updated.phone_number, updated.updated_at);
//!
//! let gone = numbers.delete(&id).await?;
//! assert!(gone.deleted);
//! # Ok(())
//! # }
//! ```
//!
//! # What goes out
//!
//! Every request carries `Authorization: Bearer <key>`, `Accept: application/json`, `User-Agent` and
//! `Clerk-API-Version`; `Content-Type: application/json` goes only with a body. There is no client
//! without a key, so no request leaves without one. An id is one segment of the path, whatever is in it.
//!
//! # What comes back
//!
//! The model, or an [`Error`] to match on. Statuses 2XX are decoded as the operation's model whatever
//! their content type says; [`Error::Decode`] keeps the body of one that is something else. Redirects
//! are not followed.
//!
//! # When it is tried again
//!
//! See [`RetryPolicy`]. An operation is one future: drop it, and nothing more is sent.
//!
//! # Logs
//!
//! Each awaited operation is a `tracing` span `clerk_call` of level debug with `method` and `path`. Each
//! attempt inside is a span `clerk_request` with `method`, `path`, `attempt` (from 1) and `status`. A retry is
//! a warning with `delay_ms` and the error. The key is in none of them.

mod attempts;
mod body;
mod call;
mod client;
mod decode;
mod display;
mod error;
mod path;
mod phone_numbers;
mod response;
mod retry;
mod tls;

pub use body::Body;
pub use call::Call;
pub use clerk_models as models;
pub use client::{ClerkClient, ClerkClientBuilder};
pub use error::Error;
pub use phone_numbers::PhoneNumbers;
pub use reqwest;
pub use reqwest::StatusCode;
pub use retry::RetryPolicy;
pub use secrecy::SecretString;

/// Where requests go unless [`ClerkClientBuilder::base_url`] says otherwise.
pub const DEFAULT_BASE_URL: &str = "https://api.clerk.com/v1";

/// The version of the API that this crate is written for: the header `Clerk-API-Version`.
pub const API_VERSION: &str = "2025-11-10";

/// The header `User-Agent` unless [`ClerkClientBuilder::user_agent`] says otherwise.
pub const USER_AGENT: &str = concat!("clerk-client/", env!("CARGO_PKG_VERSION"));

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
