//! Objects whose tag the schema does not know.

use super::Members;
use super::members::Held;
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

/// An object whose tag the schema does not know, kept whole.
///
/// It is made by reading alone, and so never has a tag that the schema knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownObject {
    tag: String,
    members: Map<String, Value>,
}

impl UnknownObject {
    pub(crate) fn new(tag: String, members: Members<'_>) -> Self {
        let members = members.0.into_iter().map(|(name, value)| (name.0.into_owned(), into_value(value)));
        Self { tag, members: members.collect() }
    }

    /// The tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// All members, the tag among them.
    #[must_use]
    pub fn members(&self) -> &Map<String, Value> {
        &self.members
    }
}

impl Serialize for UnknownObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}

fn into_value(held: Held<'_>) -> Value {
    match held {
        Held::Null => Value::Null,
        Held::Boolean(value) => value.into(),
        Held::Unsigned(value) => value.into(),
        Held::Signed(value) => value.into(),
        Held::Float(value) => value.into(),
        Held::Text(value) => value.0.into(),
        Held::Tree(value) => value,
    }
}
