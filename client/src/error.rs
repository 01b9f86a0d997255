//! What can go wrong.

use crate::Body;
use clerk_models::ClerkErrors;
use reqwest::{Method, StatusCode};
use std::error::Error as StdError;
use std::time::Duration;

/// What went wrong. `Display` is one line; the key is in none of it.
///
/// ```no_run
/// # async fn run(client: clerk_client::ClerkClient) -> Result<(), clerk_client::Error> {
/// use clerk_client::Error;
///
/// match client.phone_numbers().get("idn_1").await {
///     Ok(number) => println!("{}", number.phone_number),
///     Err(Error::Api { status, errors, .. }) if status.as_u16() == 404 => {
///         println!("no such number: {}", errors.errors.first().map_or("", |error| &error.long_message));
///     }
///     Err(Error::Decode { path, body, .. }) => println!("unexpected at {path}: {}", body.text()),
///     Err(error) => return Err(error),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Clerk says what is wrong: a status 4XX with `application/json` that is [`ClerkErrors`].
    #[non_exhaustive]
    Api {
        /// The status, 400 to 499.
        status: StatusCode,
        /// What Clerk says.
        errors: Box<ClerkErrors>,
        /// By which Clerk's support finds the request: from the body, else from the header `Clerk-Trace-Id`.
        trace_id: Option<String>,
        /// The header `X-Request-Id`.
        request_id: Option<String>,
        /// What the header `Retry-After` asked for, counted from the answer.
        retry_after: Option<Duration>,
    },
    /// Any other status that is not 2XX.
    #[non_exhaustive]
    Status {
        /// The status.
        status: StatusCode,
        /// The header `Content-Type`.
        content_type: Option<String>,
        /// The body, cut off at the client's limit.
        body: Body,
        /// The header `Clerk-Trace-Id`.
        trace_id: Option<String>,
        /// The header `X-Request-Id`.
        request_id: Option<String>,
        /// What the header `Retry-After` asked for, counted from the answer.
        retry_after: Option<Duration>,
    },
    /// A status 2XX with a body that is not what the model says. Whatever was asked for is done.
    #[non_exhaustive]
    Decode {
        /// The status, 200 to 299.
        status: StatusCode,
        /// Where in the body: a JSON Pointer (RFC 6901), `""` for the whole.
        path: String,
        /// The whole body.
        body: Body,
        /// The header `Clerk-Trace-Id`.
        trace_id: Option<String>,
        /// The header `X-Request-Id`.
        request_id: Option<String>,
        /// What is wrong there.
        source: serde_json::Error,
    },
    /// A status 2XX with a body of more bytes than the client's limit. Whatever was asked for is done.
    #[non_exhaustive]
    BodyTooLarge {
        /// The status, 200 to 299.
        status: StatusCode,
        /// The limit, in bytes.
        limit: usize,
        /// The header `Clerk-Trace-Id`.
        trace_id: Option<String>,
        /// The header `X-Request-Id`.
        request_id: Option<String>,
    },
    /// No answer, or not all of it: not connected, cut off, or too slow.
    #[non_exhaustive]
    Transport {
        /// The method that was asked for.
        method: Method,
        /// The path that was asked for, below the base URL.
        path: String,
        /// What the HTTP client says, without the URL.
        source: reqwest::Error,
    },
    /// Nothing was sent: the client or the request is not well made.
    #[non_exhaustive]
    InvalidRequest {
        /// What is wrong.
        reason: String,
        /// What says so, if something else does.
        source: Option<Box<dyn StdError + Send + Sync>>,
    },
}

impl Error {
    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self::InvalidRequest { reason: reason.into(), source: None }
    }

    pub(crate) fn caused_by(mut self, cause: impl StdError + Send + Sync + 'static) -> Self {
        if let Self::InvalidRequest { source, .. } = &mut self {
            *source = Some(Box::new(cause));
        }
        self
    }

    /// The status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api { status, .. }
            | Self::Status { status, .. }
            | Self::Decode { status, .. }
            | Self::BodyTooLarge { status, .. } => Some(*status),
            Self::Transport { source, .. } => source.status(),
            Self::InvalidRequest { .. } => None,
        }
    }

    /// By which Clerk's support finds the request.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        match self {
            Self::Api { trace_id, .. }
            | Self::Status { trace_id, .. }
            | Self::Decode { trace_id, .. }
            | Self::BodyTooLarge { trace_id, .. } => trace_id.as_deref(),
            Self::Transport { .. } | Self::InvalidRequest { .. } => None,
        }
    }

    /// What the header `Retry-After` asked for, counted from the answer.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api { retry_after, .. } | Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Decode { source, .. } => Some(source),
            Self::Transport { source, .. } => Some(source),
            Self::InvalidRequest { source, .. } => source.as_deref().map(|source| source as _),
            Self::Api { .. } | Self::Status { .. } | Self::BodyTooLarge { .. } => None,
        }
    }
}
