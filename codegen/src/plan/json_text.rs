//! A JSON value as text.

use super::Json;
use std::fmt::{self, Display, Write};

/// Without spaces, as RFC 8259 writes it.
impl Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::String(text) => string(text, f),
            Self::Array(elements) => list(elements, ('[', ']'), f, |element, f| write!(f, "{element}")),
            Self::Object(members) => list(members, ('{', '}'), f, |(name, value), f| {
                string(name, f)?;
                write!(f, ":{value}")
            }),
        }
    }
}

fn list<T>(
    entries: &[T],
    (open, close): (char, char),
    f: &mut fmt::Formatter<'_>,
    write: impl Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_char(open)?;
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            f.write_char(',')?;
        }
        write(entry, f)?;
    }
    f.write_char(close)
}

/// Quotes, backslashes and control characters must be escaped (RFC 8259, section 7).
fn string(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(f, "\\{letter}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
            other => f.write_char(other)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_json() {
        let text = |text: &str| Json::String(text.to_owned());
        let value = Json::Array(vec![
            Json::Null,
            Json::Boolean(true),
            Json::Number("1.50".to_owned()),
            Json::Object(vec![("a\"b".to_owned(), text("\\\n\u{1}é")), ("b".to_owned(), Json::Array(vec![]))]),
        ]);
        assert_eq!(value.to_string(), r#"[null,true,1.50,{"a\"b":"\\\n\u0001é","b":[]}]"#);
    }
}
