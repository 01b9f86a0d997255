//! The HTTP client that is used unless the caller brings one.

use crate::Error;
use reqwest::{Client, redirect, retry};
use rustls::ClientConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls_platform_verifier::BuilderVerifierExt;
use std::sync::Arc;

/// No redirects, so that the key goes to the base URL alone, and no retries but our own.
pub(crate) fn http_client() -> Result<Client, Error> {
    Client::builder()
        .tls_backend_preconfigured(config().map_err(|source| Error::invalid("TLS cannot be set up").caused_by(source))?)
        .redirect(redirect::Policy::none())
        .referer(false)
        .retry(retry::never())
        .build()
        .map_err(|source| Error::invalid("the HTTP client cannot be set up").caused_by(source))
}

/// The process's provider of cryptography if it has one, else ring; the system's certificates.
fn config() -> Result<ClientConfig, rustls::Error> {
    let provider = CryptoProvider::get_default().cloned().unwrap_or_else(|| Arc::new(ring::default_provider()));
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth())
}
