//! Objects whose type their tag tells: the members before it are held, those after it are not.

use super::held::HeldVisitor;
use super::held_members::{HeldMembers, Member};
use super::{Held, Members, Nested, NoMembers, Object, about};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

impl<'de> Members<'de> {
    /// Holds the members before the tag, and gives the tag; null is no tag.
    pub(crate) fn up_to_tag<A: MapAccess<'de>>(
        &mut self,
        tag: &'static str,
        listed: &'static [&'static str],
        map: &mut A,
    ) -> Result<Option<Cow<'de, str>>, A::Error> {
        while let Some(name) = map.next_key_seed(NameUnless(tag))? {
            match name {
                Some(name) => {
                    let value = map.next_value()?;
                    if self.0.capacity() == 0 {
                        self.0 = Vec::with_capacity(8);
                    }
                    self.0.push(Member { name, value });
                }
                None => match map.next_value_seed(HoldTag(listed)).map_err(|error| about(tag, error))? {
                    Held::Text(value) => return Ok(Some(Cow::Borrowed(value))),
                    Held::Owned(value) => return Ok(Some(Cow::Owned(value.into()))),
                    value => self.0.push(Member { name: Cow::Borrowed(tag), value }),
                },
            }
        }
        Ok(None)
    }
}

/// Holds one of these values, another string, or null.
struct HoldTag(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for HoldTag {
    type Value = Held<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Held<'de>, D::Error> {
        let mut held = deserializer.deserialize_any(HeldVisitor(self.0))?;
        if matches!(held, Held::Text(_) | Held::Owned(_) | Held::Null) {
            return Ok(held);
        }
        Err(held.replay(false).invalid_type(&"a string"))
    }
}

/// The name of a member, unless it is the tag.
struct NameUnless(&'static str);

impl<'de> DeserializeSeed<'de> for NameUnless {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameUnless {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok((name != self.0).then_some(Cow::Borrowed(name)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok((name != self.0).then(|| Cow::Owned(name.to_owned())))
    }
}

/// An object of which the tag is known: the held members and the tag, and what is still to be read.
pub(crate) struct Tagged<'h, 'de, A: MapAccess<'de>> {
    pub(super) held: HeldMembers<'h, 'de, A::Error>,
    pub(super) rest: A,
}

impl<'h, 'de, A: MapAccess<'de>> Tagged<'h, 'de, A> {
    pub(crate) fn new(before: &'h mut Members<'de>, name: &'static str, tag: Cow<'de, str>, rest: A) -> Self {
        let mut held = before.as_map(true);
        (held.name, held.tag) = (name, Some(tag));
        Self { held, rest }
    }

    /// The value of the tag.
    pub(crate) fn tag(&self) -> &str {
        self.held.tag.as_deref().unwrap_or_default()
    }

    /// Reads a struct, first of the held members, then of the others.
    pub(crate) fn object<T: Object<'de>>(self) -> Result<T, A::Error> {
        T::read_members(self.held, self.rest)
    }

    /// The error of a tag that is none of those listed.
    #[cold]
    pub(crate) fn unlisted_tag(&self, listed: &'static [&'static str]) -> A::Error {
        Error::custom(format_args!("{}: {}", self.held.name, A::Error::unknown_variant(self.tag(), listed)))
    }
}

impl<'de> Held<'de> {
    /// An object without a tag, of which all members are held. They are read by each branch.
    pub(crate) fn untagged(&mut self) -> Tagged<'_, 'de, NoMembers<serde_json::Error>> {
        let members = match self.nested() {
            Some(Nested::Object(members)) => members.0.as_mut_slice(),
            _ => &mut [],
        };
        Tagged { held: HeldMembers::new(members, false), rest: NoMembers(PhantomData) }
    }
}
