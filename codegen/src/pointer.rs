//! JSON pointers (RFC 6901), as text.
//!
//! A pointer into another file than the main one has the name of that file before it, written as a token is:
//! `sub~1b.yaml/$defs/Pet`. Into the main one it begins with `/` or is empty.

/// The pointer to a member or an element of what `parent` points at.
pub(crate) fn join(parent: &str, token: &str) -> String {
    let mut joined = String::with_capacity(parent.len() + 1 + token.len());
    joined.push_str(parent);
    joined.push('/');
    for letter in token.chars() {
        match letter {
            '~' => joined.push_str("~0"),
            '/' => joined.push_str("~1"),
            letter => joined.push(letter),
        }
    }
    joined
}

/// What stands before the pointers into a file.
pub(crate) fn of_file(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What stands before a pointer, which is nothing in the main file, and the pointer.
pub(crate) fn split(at: &str) -> (&str, &str) {
    at.split_at(at.find('/').unwrap_or(at.len()))
}

/// The name of the other file that a pointer leads into.
pub(crate) fn other_file(at: &str) -> Option<String> {
    let (file, _) = split(at);
    (!file.is_empty()).then(|| file.replace("~1", "/").replace("~0", "~"))
}

/// A pointer as it is written for people: `#/$defs/Pet`, or `sub/b.yaml#/$defs/Pet`.
pub(crate) fn reference(at: &str) -> String {
    format!("{}#{}", other_file(at).unwrap_or_default(), split(at).1)
}

/// A pointer into one of all files, where the others are definitions of the main one by their names.
pub(crate) fn in_bundle(at: &str) -> String {
    if split(at).0.is_empty() { at.to_owned() } else { format!("/$defs/{at}") }
}

/// What a schema is called by its place in another file: the last name that leads to it, else the file's without its
/// suffix.
pub(crate) fn own_name(at: &str) -> Option<String> {
    let stem = |name: String| {
        let name = name.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        stem.strip_suffix(".schema").unwrap_or(stem).to_owned()
    };
    tokens(at).last().or_else(|| other_file(at).map(stem))
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

/// Undoes percent-encoding (RFC 3986, section 2.1); nothing where that gives no text.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
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
    fn a_pointer_into_another_file_says_so() {
        let at = join(&of_file("sub/b~.yaml"), "$defs");
        assert_eq!(at, "sub~1b~0.yaml/$defs");
        assert_eq!(reference(&at), "sub/b~.yaml#/$defs");
        assert_eq!(reference("/$defs"), "#/$defs");
        assert_eq!(tokens(&at).collect::<Vec<_>>(), ["$defs"]);
        assert_eq!((split("b.yaml"), split("")), (("b.yaml", ""), ("", "")));
        assert_eq!(own_name("sub~1pet.schema.json").as_deref(), Some("pet"));
        assert_eq!((own_name("b.yaml/Pet").as_deref(), own_name("")), (Some("Pet"), None));
    }

    #[test]
    fn a_local_reference_is_decoded_and_others_are_none() {
        assert_eq!(of_local_ref("#/$defs/a%20b").as_deref(), Some("/$defs/a b"));
        assert_eq!(of_local_ref("#").as_deref(), Some(""));
        assert_eq!(of_local_ref("#anchor"), None);
        assert_eq!(of_local_ref("other.json#/a"), None);
    }
}
