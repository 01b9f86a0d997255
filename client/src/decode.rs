//! JSON as a model, with the place of what is wrong.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// What is wrong with a body, and where.
pub(crate) struct Misfit {
    /// A JSON Pointer.
    pub(crate) path: String,
    pub(crate) source: serde_json::Error,
}

/// The body as a model; nothing but white space may follow it.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Misfit> {
    clerk_models::from_slice(body).or_else(|_| decode_with_path(body))
}

/// The same, noting where it is: that takes time, and is done once there is something to say.
#[cold]
fn decode_with_path<T: DeserializeOwned>(body: &[u8]) -> Result<T, Misfit> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| misfit(body, error))?;
    deserializer.end().map_err(|source| Misfit { path: String::new(), source })?;
    Ok(value)
}

fn misfit(body: &[u8], error: serde_path_to_error::Error<serde_json::Error>) -> Misfit {
    let mut path = pointer(error.path());
    let source = error.into_inner();
    if source.is_data() {
        descend(body, &mut path, &source.to_string());
    }
    Misfit { path, source }
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Map { key } => push(&mut pointer, key),
            Segment::Seq { index } => push(&mut pointer, &index.to_string()),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// The models hold what stands before the tag of a union, where no path leads, and put the members that an error is
/// about before the message, as in `verification: attempts: invalid type`. Those that the path does not have yet are
/// followed as long as the body has them.
fn descend(body: &[u8], path: &mut String, message: &str) {
    let Ok(whole) = serde_json::from_slice::<Value>(body) else { return };
    let Some(mut value) = whole.pointer(path) else { return };
    let known = path.clone();
    let mut known = known.split('/');
    let mut rest = message;
    while let Some((member, after)) = rest.split_once(": ") {
        rest = after;
        let segment = escape(member);
        if known.any(|name| name == segment) {
            continue;
        }
        let Some(inner) = value.get(member) else { return };
        push(path, member);
        value = inner;
    }
}

fn push(pointer: &mut String, name: &str) {
    pointer.push('/');
    pointer.push_str(&escape(name));
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
