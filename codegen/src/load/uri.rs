//! References and what they are resolved against.

use crate::pointer;
use fluent_uri::{Uri, UriRef};

/// The URI of a document that has none.
pub(crate) const NO_URI: &str = "json-schema:///";

/// RFC 3986, section 5.
pub(crate) fn join(base: &str, reference: &str) -> String {
    let resolved = || {
        let base = Uri::parse(base).ok()?;
        Some(UriRef::parse(reference).ok()?.resolve_against(&base).ok()?.as_str().to_owned())
    };
    resolved().unwrap_or_else(|| reference.to_owned())
}

/// Whether a reference without its fragment is a path, absolute or not, and no URL (RFC 3986, section 4.2).
pub(super) fn is_path(reference: &str) -> bool {
    let scheme = reference.split(['/', '?']).next().unwrap_or_default();
    !scheme.contains(':') && !reference.starts_with("//") && !reference.contains('?')
}

/// The URI of the file in which a JSON pointer leads, if it has none of its own.
pub(crate) fn uri_of(at: &str) -> String {
    match pointer::split(at).0 {
        "" => NO_URI.to_owned(),
        file => format!("{NO_URI}files/{}/", encoded(file)),
    }
}

/// A reference from one place to another, of one file or of two (RFC 3986, section 2.1; RFC 6901, section 6).
pub(crate) fn reference_to(from: &str, at: &str) -> String {
    let (file, inside) = pointer::split(at);
    let uri = if pointer::split(from).0 == file { String::new() } else { uri_of(at) };
    format!("{uri}#{}", inside.replace('%', "%25"))
}

/// Where such a reference leads.
pub(crate) fn led_to(from: &str, reference: &str) -> Option<String> {
    let (uri, _) = reference.split_once('#')?;
    let inside = pointer::of_local_ref(reference.get(uri.len()..)?)?;
    let file = match uri {
        "" => pointer::split(from).0.to_owned(),
        NO_URI => String::new(),
        uri => pointer::percent_decode(uri.strip_prefix(NO_URI)?.strip_prefix("files/")?.strip_suffix('/')?)?,
    };
    Some(file + &inside)
}

fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}
