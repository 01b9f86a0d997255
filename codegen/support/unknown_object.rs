//! Objects whose tag the schema does not know.

use super::Tagged;
use serde::de::MapAccess;
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
    pub(crate) fn read<'de, A: MapAccess<'de>>(mut object: Tagged<'_, 'de, A>) -> Result<Self, A::Error> {
        let tag = object.tag().to_owned();
        let mut members = Map::new();
        for member in object.held.before {
            members.insert(member.name.to_string(), Value::from(&member.value));
        }
        members.insert(object.held.name.to_owned(), tag.as_str().into());
        while let Some((name, value)) = object.rest.next_entry()? {
            members.insert(name, value);
        }
        Ok(Self { tag, members })
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
