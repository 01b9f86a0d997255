//! Errors in one line.

use crate::Error;
use clerk_models::clerk_errors::ClerkError;
use std::fmt;

/// How much of a body the line shows, in characters.
const EXCERPT: usize = 80;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api { status, errors, .. } => {
                write!(f, "Clerk answered {status}")?;
                errors.errors.iter().try_for_each(|error| write_one(f, error))?;
            }
            Self::Status { status, body, .. } => {
                write!(f, "the server answered {status}: {}", excerpt(&body.text()))?;
            }
            Self::Decode { status, path, source, .. } => {
                let place = if path.is_empty() { "the body" } else { path };
                write!(f, "the answer was {status}, but its body is unexpected: {place}: {source}")?;
            }
            Self::BodyTooLarge { status, limit, .. } => {
                write!(f, "the answer was {status}, but its body has more than {limit} bytes")?;
            }
            Self::Transport { method, path, source } => {
                return write!(f, "no answer to {method} {path}: {}", transport(source));
            }
            Self::InvalidRequest { reason, source } => {
                f.write_str(reason)?;
                return source.iter().try_for_each(|source| write!(f, ": {source}"));
            }
        }
        self.trace_id().map_or(Ok(()), |id| write!(f, " (trace {})", excerpt(id)))
    }
}

fn write_one(f: &mut fmt::Formatter<'_>, error: &ClerkError) -> fmt::Result {
    let message = if error.long_message.is_empty() { &error.message } else { &error.long_message };
    write!(f, "; {}: {}", one_line(&error.code), one_line(message))
}

/// What kind of failure it was, and its innermost cause.
fn transport(source: &reqwest::Error) -> String {
    let kind = match source {
        _ if source.is_timeout() => "it took too long",
        _ if source.is_connect() => "cannot connect",
        _ if source.is_builder() => "the request cannot be made",
        _ => "the connection broke",
    };
    let mut cause: &dyn std::error::Error = source;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    format!("{kind} ({})", one_line(&cause.to_string()))
}

fn excerpt(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(EXCERPT) {
        _ if line.is_empty() => "no body".to_owned(),
        None => line,
        Some((end, _)) => format!("{}...", line.get(..end).unwrap_or_default()),
    }
}

/// White space and control characters become one space.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT, excerpt};

    #[test]
    fn an_excerpt_is_one_line_and_says_that_there_is_none() {
        assert_eq!(excerpt(" \n\t"), "no body");
        assert_eq!(excerpt("a\r\n b"), "a b");
        assert_eq!(excerpt(&"ä".repeat(EXCERPT)), "ä".repeat(EXCERPT));
        assert_eq!(excerpt(&"ä".repeat(EXCERPT + 1)), format!("{}...", "ä".repeat(EXCERPT)));
    }
}
