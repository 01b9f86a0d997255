//! The raw body of an answer, kept in an error.

use std::borrow::Cow;
use std::fmt;

/// How much of a body `Debug` shows, in characters.
const SHOWN: usize = 1024;

/// The bytes of an answer, as they came.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Body {
    bytes: Vec<u8>,
    truncated: bool,
}

impl Body {
    pub(crate) fn new(bytes: Vec<u8>, truncated: bool) -> Self {
        Self { bytes, truncated }
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Whether the answer had more bytes than the limit of the client, and the rest is not here.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String = self.text().chars().take(SHOWN).collect();
        write!(f, "Body({} bytes{}: {text:?})", self.bytes.len(), if self.truncated { ", truncated" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, SHOWN};

    #[test]
    fn debug_shows_the_beginning_of_the_text() {
        let shown = |text: &str, truncated| format!("{:?}", Body::new(text.as_bytes().to_vec(), truncated));
        assert_eq!(shown("a\"b", false), r#"Body(3 bytes: "a\"b")"#);
        assert_eq!(shown("a", true), r#"Body(1 bytes, truncated: "a")"#);
        let long = "ä".repeat(SHOWN + 1);
        assert_eq!(shown(&long, false), format!("Body(2050 bytes: {:?})", "ä".repeat(SHOWN)));
    }
}
