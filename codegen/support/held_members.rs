//! Objects whose type their tag tells: the members before it are held, those after it are not.

use super::{Held, Hold, NoMembers, Object, about};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Members that are held, in their order.
#[derive(Clone, Default)]
pub(crate) struct Members<'de>(pub(super) Vec<Member<'de>>);

#[derive(Clone)]
pub(super) struct Member<'de> {
    name: Cow<'de, str>,
    value: Held<'de>,
}

impl<'de> Members<'de> {
    /// Holds the members before the tag, and gives the tag; null is no tag.
    pub(crate) fn up_to_tag<A: MapAccess<'de>>(
        &mut self,
        tag: &'static str,
        listed: &'static [&'static str],
        map: &mut A,
    ) -> Result<Option<Cow<'de, str>>, A::Error> {
        while let Some(name) = map.next_key_seed(NameSeed(tag))? {
            match name {
                Some(name) => {
                    let value = map.next_value_seed(Hold(&[]))?;
                    self.hold(name, value);
                }
                None => match map.next_value_seed(Hold(listed)).map_err(|error| about(tag, error))? {
                    Held::Text(value) => return Ok(Some(value)),
                    other => self.hold(Cow::Borrowed(tag), other),
                },
            }
        }
        Ok(None)
    }

    /// Holds all members; the empty name stands for a tag that there is not, and is held as well.
    pub(crate) fn hold_all<A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        while let Some(value) = self.up_to_tag("", &[], map)? {
            self.hold(Cow::Borrowed(""), Held::Text(value));
        }
        Ok(())
    }

    /// The members, to be read as a type.
    pub(crate) fn into_map<E>(self) -> HeldMembers<'de, E> {
        HeldMembers { before: self.0, given: 0, name: "", tag: None, error: PhantomData }
    }

    pub(super) fn hold(&mut self, name: Cow<'de, str>, value: Held<'de>) {
        if self.0.is_empty() {
            self.0.reserve_exact(8);
        }
        self.0.push(Member { name, value });
    }

    /// The object as it is, where no member is left to be read.
    pub(crate) fn and_no_more(self) -> Tagged<'de, NoMembers<serde_json::Error>> {
        Tagged::new(self, "", None, NoMembers(PhantomData))
    }
}

impl From<Members<'_>> for Map<String, Value> {
    fn from(members: Members<'_>) -> Self {
        members.0.into_iter().map(|member| (member.name.into_owned(), member.value.into())).collect()
    }
}

impl From<Members<'_>> for Value {
    fn from(members: Members<'_>) -> Self {
        Self::Object(members.into())
    }
}

/// The name of a member, unless it is the tag.
pub(super) struct NameSeed(pub(super) &'static str);

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

/// An object of which the tag is known: the held members and the tag, and what is still to be read.
pub(crate) struct Tagged<'de, A: MapAccess<'de>> {
    pub(super) held: HeldMembers<'de, A::Error>,
    pub(super) rest: A,
}

impl<'de, A: MapAccess<'de>> Tagged<'de, A> {
    pub(crate) fn new(before: Members<'de>, name: &'static str, tag: Option<Cow<'de, str>>, rest: A) -> Self {
        Self { held: HeldMembers { name, tag, ..before.into_map() }, rest }
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

/// Members that were held, and a tag, as the members of an object.
pub(crate) struct HeldMembers<'de, E> {
    pub(super) before: Vec<Member<'de>>,
    /// How many names were given, the tag's among them.
    pub(super) given: usize,
    pub(super) name: &'static str,
    pub(super) tag: Option<Cow<'de, str>>,
    error: PhantomData<E>,
}

impl<'de, E: Error> MapAccess<'de> for HeldMembers<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let name = match self.before.get(self.given) {
            Some(member) => &*member.name,
            None if self.tag.is_some() => self.name,
            None => return Ok(None),
        };
        self.given += 1;
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        let value = match self.before.get_mut(self.given.wrapping_sub(1)) {
            Some(member) => std::mem::take(&mut member.value),
            None => self.tag.take().map_or(Held::Null, Held::Text),
        };
        seed.deserialize(value.replay())
    }
}
