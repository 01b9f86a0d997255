//! JSON values that an enum does not list.

use serde::de::Error;
use std::fmt;

/// The error of making an enum of a JSON value that it does not list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlistedJson(Box<str>);

/// How many characters of the value an error shows, and how many of all listed values.
const MOST_GIVEN: usize = 100;
const MOST_LISTED: usize = 300;

impl UnlistedJson {
    #[cold]
    #[inline(never)]
    pub(crate) fn new<T: fmt::Display>(given: &dyn fmt::Display, listed: &[T]) -> Self {
        let (mut values, mut length) = (Vec::new(), 0);
        for value in listed {
            let value = format!("`{}`", shortened(value));
            length += value.len();
            if length > MOST_LISTED && !values.is_empty() {
                break;
            }
            values.push(value);
        }
        let more = match listed.len() - values.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Self(format!("`{}` is none of {}{more}", shortened(given), values.join(", ")).into())
    }

    pub(crate) fn into_error<E: Error>(self) -> E {
        E::custom(format_args!("invalid value: {self}"))
    }
}

fn shortened(value: &dyn fmt::Display) -> String {
    let text = value.to_string();
    match text.char_indices().nth(MOST_GIVEN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

impl fmt::Display for UnlistedJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnlistedJson {}
