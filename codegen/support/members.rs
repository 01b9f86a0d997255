//! Objects whose type their tag tells: the members before it are held, those after it are not.

use super::{Held, about};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::{fmt, vec};

/// Members that are held, in their order.
#[derive(Clone, Default)]
pub(crate) struct Members<'de>(Vec<(Cow<'de, str>, Held<'de>)>);

impl<'de> Members<'de> {
    /// Holds the members before the tag, and gives the tag; null is no tag.
    pub(crate) fn up_to_tag<A: MapAccess<'de>>(
        &mut self,
        tag: &'static str,
        map: &mut A,
    ) -> Result<Option<Cow<'de, str>>, A::Error> {
        while let Some(name) = map.next_key_seed(NameSeed(tag))? {
            match name {
                Some(name) => self.hold(name, map.next_value()?),
                None => match map.next_value().map_err(|error| about(tag, error))? {
                    Tag(None) => self.hold(Cow::Borrowed(tag), Held::Null),
                    Tag(value) => return Ok(value),
                },
            }
        }
        Ok(None)
    }

    fn hold(&mut self, name: Cow<'de, str>, value: Held<'de>) {
        if self.0.is_empty() {
            self.0.reserve(8);
        }
        self.0.push((name, value));
    }

    /// The object as a type, where no member is left to be read.
    pub(crate) fn into_type<T: Deserialize<'de>>(self) -> Result<T, serde_json::Error> {
        Tagged::new(self, "", None, End(PhantomData)).read()
    }
}

impl From<Members<'_>> for Value {
    fn from(members: Members<'_>) -> Self {
        members.0.into_iter().map(|(name, value)| (name.into_owned(), Self::from(value))).collect()
    }
}

/// The name of a member, unless it is the tag.
struct NameSeed(&'static str);

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
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

/// The value of a tag: a string, or null.
struct Tag<'de>(Option<Cow<'de, str>>);

impl<'de> Deserialize<'de> for Tag<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(TagVisitor)
    }
}

struct TagVisitor;

impl<'de> Visitor<'de> for TagVisitor {
    type Value = Tag<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_none<E>(self) -> Result<Tag<'de>, E> {
        Ok(Tag(None))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tag<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Tag<'de>, E> {
        Ok(Tag(Some(Cow::Borrowed(value))))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tag<'de>, E> {
        Ok(Tag(Some(Cow::Owned(value.to_owned()))))
    }
}

/// An object of which the tag is known: the held members, the tag, and those still to be read.
pub(crate) struct Tagged<'de, A> {
    before: vec::IntoIter<(Cow<'de, str>, Held<'de>)>,
    name: &'static str,
    tag: Option<Cow<'de, str>>,
    after: A,
    next: Option<Held<'de>>,
}

impl<'de, A: MapAccess<'de>> Tagged<'de, A> {
    pub(crate) fn new(before: Members<'de>, name: &'static str, tag: Option<Cow<'de, str>>, after: A) -> Self {
        Self { before: before.0.into_iter(), name, tag, after, next: None }
    }

    /// The value of the tag.
    pub(crate) fn tag(&self) -> &str {
        self.tag.as_deref().unwrap_or_default()
    }

    pub(crate) fn read<T: Deserialize<'de>>(self) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(self))
    }

    /// The error of a tag that is none of those listed.
    pub(crate) fn unlisted_tag(&self, listed: &'static [&'static str]) -> A::Error {
        Error::custom(format_args!("{}: {}", self.name, A::Error::unknown_variant(self.tag(), listed)))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Tagged<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((name, value)) = self.before.next() {
            self.next = Some(value);
            return seed.deserialize(StrDeserializer::new(&name)).map(Some);
        }
        if let Some(tag) = self.tag.take() {
            self.next = Some(Held::Text(tag));
            return seed.deserialize(StrDeserializer::new(self.name)).map(Some);
        }
        self.after.next_key_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.next.take() {
            Some(held) => seed.deserialize(held.replay()),
            None => self.after.next_value_seed(seed),
        }
    }
}

/// No more members.
struct End<E>(PhantomData<E>);

impl<'de, E: Error> MapAccess<'de> for End<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, _: V) -> Result<V::Value, E> {
        Err(E::custom("a value without a name"))
    }
}
