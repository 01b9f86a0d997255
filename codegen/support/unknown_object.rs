//! Objects whose tag the schema does not know.

use super::{Held, Members, Tagged};
use serde::de::MapAccess;
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// An object whose tag the schema does not know, kept whole.
///
/// It is made by reading alone, and so never has a tag that the schema knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownObject {
    tag: String,
    members: Map<String, Value>,
}

impl UnknownObject {
    pub(crate) fn read<'de, A: MapAccess<'de>>(mut object: Tagged<'de, A>) -> Result<Self, A::Error> {
        let tag = object.tag().to_owned();
        let mut members = Members(object.held.before);
        members.hold(Cow::Borrowed(object.held.name), Held::Text(Cow::Owned(tag.clone())));
        members.hold_all(&mut object.rest)?;
        Ok(Self { tag, members: members.into() })
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
