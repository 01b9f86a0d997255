//! The client, and how it is made.

use crate::{API_VERSION, DEFAULT_BASE_URL, Error, PhoneNumbers, RetryPolicy, USER_AGENT, tls};
use reqwest::Url;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT as USER_AGENT_HEADER};
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use std::time::Duration;

/// A client of Clerk's Backend API. Clones are cheap, and share the key and the connections.
///
/// ```
/// use clerk_client::{ClerkClient, RetryPolicy};
/// use std::time::Duration;
///
/// let client = ClerkClient::builder("sk_test_...")
///     .timeout(Duration::from_secs(2))
///     .retry(RetryPolicy::default().max_elapsed(Duration::from_secs(20)))
///     .build()?;
/// # let _ = client;
/// # Ok::<(), clerk_client::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ClerkClient {
    settings: Arc<Settings>,
}

#[derive(Debug)]
pub(crate) struct Settings {
    key: SecretString,
    /// Without a slash at the end.
    base_url: String,
    user_agent: HeaderValue,
    api_version: HeaderValue,
    pub(crate) http: reqwest::Client,
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_body_bytes: usize,
}

impl ClerkClient {
    /// A client with this secret key, such as `sk_test_...`.
    pub fn builder(secret_key: impl Into<SecretString>) -> ClerkClientBuilder {
        ClerkClientBuilder {
            key: secret_key.into(),
            base_url: DEFAULT_BASE_URL.to_owned(),
            user_agent: USER_AGENT.to_owned(),
            api_version: API_VERSION.to_owned(),
            http: None,
            timeout: Duration::from_secs(5),
            retry: RetryPolicy::default(),
            max_body_bytes: 8 * 1024 * 1024,
        }
    }

    /// The operations on phone numbers.
    #[must_use]
    pub fn phone_numbers(&self) -> PhoneNumbers {
        PhoneNumbers::new(self.clone())
    }

    pub(crate) fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }
}

impl Settings {
    /// The headers of every request.
    pub(crate) fn headers(&self) -> Result<HeaderMap, Error> {
        Ok(HeaderMap::from_iter([
            (AUTHORIZATION, authorization(&self.key)?),
            (ACCEPT, HeaderValue::from_static("application/json")),
            (USER_AGENT_HEADER, self.user_agent.clone()),
            (reqwest::header::HeaderName::from_static("clerk-api-version"), self.api_version.clone()),
        ]))
    }

    /// The URL of a path that is encoded.
    pub(crate) fn url(&self, path: &str) -> Result<Url, Error> {
        Url::parse(&format!("{}{path}", self.base_url))
            .map_err(|source| Error::invalid(format!("{path} is no path")).caused_by(source))
    }
}

/// What a [`ClerkClient`] is made of.
#[derive(Clone, Debug)]
#[must_use = "it is no client until it is built"]
pub struct ClerkClientBuilder {
    key: SecretString,
    base_url: String,
    user_agent: String,
    api_version: String,
    http: Option<reqwest::Client>,
    timeout: Duration,
    retry: RetryPolicy,
    max_body_bytes: usize,
}

impl ClerkClientBuilder {
    /// Where requests go: `http` or `https`, without credentials, query or fragment.
    /// Default: [`DEFAULT_BASE_URL`]. With `http` the key is readable on the way.
    pub fn base_url(self, base_url: impl Into<String>) -> Self {
        Self { base_url: base_url.into(), ..self }
    }

    /// The time that each attempt may take, from connecting to the end of the body. Default: 5 s.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// The header `User-Agent`. Default: [`USER_AGENT`].
    pub fn user_agent(self, user_agent: impl Into<String>) -> Self {
        Self { user_agent: user_agent.into(), ..self }
    }

    /// The header `Clerk-API-Version`. Default: [`API_VERSION`], which the models are written for.
    pub fn api_version(self, api_version: impl Into<String>) -> Self {
        Self { api_version: api_version.into(), ..self }
    }

    /// The HTTP client to use: your proxies, certificates and limits.
    ///
    /// It decides about redirects. The one that is made without this setting follows none. reqwest removes
    /// the key from redirects to another host or port. This crate enables reqwest's feature
    /// `rustls-no-provider`: unless your own dependency on reqwest has `rustls` or `native-tls`, install a
    /// `rustls::crypto::CryptoProvider` before you build yours.
    pub fn http_client(self, http: reqwest::Client) -> Self {
        Self { http: Some(http), ..self }
    }

    /// When operations are tried again. Default: [`RetryPolicy::default`].
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self { retry: policy, ..self }
    }

    /// The most bytes of a body that are read. Default: 8 MiB. The model of a larger one is refused as
    /// [`Error::BodyTooLarge`]; the body of an [`Error::Status`] is cut off there.
    pub fn max_body_bytes(self, max_body_bytes: usize) -> Self {
        Self { max_body_bytes, ..self }
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidRequest`] if the key is blank or cannot be in a header, if the base URL or a header
    /// is not valid, or if TLS cannot be set up.
    pub fn build(self) -> Result<ClerkClient, Error> {
        authorization(&self.key)?;
        let settings = Settings {
            base_url: base_url(&self.base_url)?,
            user_agent: header("user agent", &self.user_agent)?,
            api_version: header("API version", &self.api_version)?,
            http: self.http.map_or_else(tls::http_client, Ok)?,
            key: self.key,
            timeout: self.timeout,
            retry: self.retry,
            max_body_bytes: self.max_body_bytes,
        };
        Ok(ClerkClient { settings: Arc::new(settings) })
    }
}

fn authorization(key: &SecretString) -> Result<HeaderValue, Error> {
    let key = key.expose_secret();
    if key.trim().is_empty() {
        return Err(Error::invalid("the secret key is empty"));
    }
    let mut value = HeaderValue::try_from(format!("Bearer {key}"))
        .map_err(|_| Error::invalid("the secret key has characters that no header may have"))?;
    value.set_sensitive(true);
    Ok(value)
}

fn header(what: &str, value: &str) -> Result<HeaderValue, Error> {
    if value.trim().is_empty() {
        return Err(Error::invalid(format!("the {what} is empty")));
    }
    HeaderValue::from_str(value).map_err(|source| Error::invalid(format!("the {what} is no header")).caused_by(source))
}

fn base_url(text: &str) -> Result<String, Error> {
    let url = Url::parse(text).map_err(|source| Error::invalid("the base URL is no URL").caused_by(source))?;
    let is_bare = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "http" | "https") || !is_bare || url.query().is_some() || url.fragment().is_some() {
        return Err(Error::invalid("the base URL must be http or https, without credentials, query or fragment"));
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}
