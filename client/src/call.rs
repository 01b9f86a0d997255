//! One operation that is about to be done.

use crate::client::Settings;
use crate::{ClerkClient, Error, RetryPolicy, attempts, response};
use reqwest::{Method, RequestBuilder};
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tracing::Instrument;
use tracing::field::Empty;

/// One operation that is about to be done: nothing is sent until it is awaited.
///
/// Dropping the future that is awaited ends it at once: nothing more is sent, and no retry follows.
/// What was sent before may still be done by the server.
#[must_use = "nothing is sent until it is awaited"]
pub struct Call<T> {
    client: ClerkClient,
    asked: Result<Asked, Error>,
    retry: Option<RetryPolicy>,
    timeout: Option<Duration>,
    answer: PhantomData<fn() -> T>,
}

/// What is asked of the server.
pub(crate) struct Asked {
    pub(crate) method: Method,
    /// Below the base URL, encoded.
    pub(crate) path: String,
    /// JSON.
    pub(crate) body: Option<Vec<u8>>,
    /// Whether doing it twice is not the same as doing it once.
    pub(crate) creates: bool,
}

impl Asked {
    pub(crate) fn new(method: Method, path: String) -> Self {
        Self { method, path, body: None, creates: false }
    }
}

impl<T> Call<T> {
    pub(crate) fn new(client: ClerkClient, asked: Result<Asked, Error>) -> Self {
        Self { client, asked, retry: None, timeout: None, answer: PhantomData }
    }

    /// The policy for this call, in place of the client's.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self { retry: Some(policy), ..self }
    }

    /// The time that each attempt of this call may take, in place of the client's.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout: Some(timeout), ..self }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("asked", &self.asked.as_ref().map(|asked| (&asked.method, &asked.path)))
            .field("retry", &self.retry)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl<T: DeserializeOwned + Send + 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let call = match &self.asked {
            Ok(asked) => tracing::debug_span!("clerk_call", method = %asked.method, path = %asked.path),
            Err(_) => tracing::Span::none(),
        };
        Box::pin(run(self).instrument(call))
    }
}

async fn run<T: DeserializeOwned>(call: Call<T>) -> Result<T, Error> {
    let asked = Arc::new(call.asked?);
    let settings = Arc::clone(call.client.settings());
    let policy = call.retry.unwrap_or_else(|| settings.retry.clone());
    let timeout = call.timeout.unwrap_or(settings.timeout);
    attempts::run(policy, asked.creates, |count| {
        let span = tracing::debug_span!(
            "clerk_request", method = %asked.method, path = %asked.path, attempt = count, status = Empty
        );
        attempt(Arc::clone(&settings), Arc::clone(&asked), timeout).instrument(span)
    })
    .await
}

async fn attempt<T: DeserializeOwned>(
    settings: Arc<Settings>,
    asked: Arc<Asked>,
    timeout: Duration,
) -> Result<T, Error> {
    let result = exchange(request(&settings, &asked)?.timeout(timeout), settings.max_body_bytes).await;
    let result = result.unwrap_or_else(|source| {
        let (method, path) = (asked.method.clone(), asked.path.clone());
        Err(Error::Transport { method, path, source: source.without_url() })
    });
    if let Err(error) = &result {
        tracing::debug!(%error, "failed");
    }
    result
}

async fn exchange<T: DeserializeOwned>(
    request: RequestBuilder,
    limit: usize,
) -> Result<Result<T, Error>, reqwest::Error> {
    let response = request.send().await?;
    tracing::Span::current().record("status", response.status().as_u16());
    response::read(response, limit).await
}

fn request(settings: &Settings, asked: &Asked) -> Result<RequestBuilder, Error> {
    let url = settings.url(&asked.path)?;
    let request = settings.http.request(asked.method.clone(), url).headers(settings.headers()?);
    Ok(match &asked.body {
        Some(body) => request.header(reqwest::header::CONTENT_TYPE, "application/json").body(body.clone()),
        None => request,
    })
}
