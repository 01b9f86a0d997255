//! An id as one segment of a path.

use crate::Error;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of one phone number.
///
/// Ids that would name another path, as `""`, `"."` and `".."` do, are an [`Error::InvalidRequest`].
pub(crate) fn phone_number(id: &str) -> Result<String, Error> {
    if matches!(id.trim(), "" | "." | "..") {
        return Err(Error::invalid(format!("the id {id:?} names no phone number")));
    }
    Ok(format!("/phone_numbers/{}", utf8_percent_encode(id, RESERVED)))
}
