//! JSON pointers (RFC 6901), as text.

/// The pointer to a member or an element of what `parent` points at.
pub(crate) fn join(parent: &str, token: &str) -> String {
    format!("{parent}/{}", token.replace('~', "~0").replace('/', "~1"))
}

/// The tokens of a pointer, unescaped.
pub(crate) fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}

/// The pointer in a local reference (`#/$defs/a%20b`), its percent-encoding undone
/// (RFC 6901, section 6); nothing when the reference leaves the document or names an anchor.
pub(crate) fn of_local_ref(reference: &str) -> Option<String> {
    let fragment = percent_decode(reference.strip_prefix('#')?)?;
    (fragment.is_empty() || fragment.starts_with('/')).then_some(fragment)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let (byte, tail) = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => (hex(*high)? << 4 | hex(*low)?, tail),
            _ => (first, tail),
        };
        bytes.push(byte);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_escaped_and_unescaped() {
        let pointer = join("/properties", "a/b~c");
        assert_eq!(pointer, "/properties/a~1b~0c");
        assert_eq!(tokens(&pointer).collect::<Vec<_>>(), ["properties", "a/b~c"]);
    }

    #[test]
    fn a_local_reference_is_decoded_and_others_are_none() {
        assert_eq!(of_local_ref("#/$defs/a%20b").as_deref(), Some("/$defs/a b"));
        assert_eq!(of_local_ref("#").as_deref(), Some(""));
        assert_eq!(of_local_ref("#anchor"), None);
        assert_eq!(of_local_ref("other.json#/a"), None);
    }
}
