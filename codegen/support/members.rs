//! An object whose type is not known yet: its members, in one pass over the input.
//!
//! Scalars are kept as they are read, strings borrowed where the input allows; only arrays and
//! objects inside become trees.

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;

#[derive(Clone)]
pub(crate) struct Members<'de>(Vec<(Text<'de>, Held<'de>)>);

impl<'de> Members<'de> {
    pub(crate) fn read<D: Deserializer<'de>>(deserializer: D, expected: &'static str) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor(expected))
    }

    /// The member that tells the type; null is no tag.
    pub(crate) fn tag<E: Error>(&self, name: &str) -> Result<Option<&str>, E> {
        match self.0.iter().find(|(member, _)| member.0 == name) {
            Some((_, Held::Text(tag))) => Ok(Some(&tag.0)),
            None | Some((_, Held::Null)) => Ok(None),
            Some((_, other)) => {
                Err(E::custom(format_args!("{name}: invalid type: {}, expected a string", other.what())))
            }
        }
    }

    /// The object as a type; errors name the member they are about.
    pub(crate) fn into_type<T: DeserializeOwned>(self) -> Result<T, serde_json::Error> {
        T::deserialize(MapAccessDeserializer::new(Remaining { members: self.0.into_iter(), next: None }))
    }
}

impl From<Members<'_>> for Map<String, Value> {
    fn from(members: Members<'_>) -> Self {
        members.0.into_iter().map(|(name, value)| (name.0.into_owned(), value.into())).collect()
    }
}

impl From<Members<'_>> for Value {
    fn from(members: Members<'_>) -> Self {
        Self::Object(members.into())
    }
}

struct MembersVisitor(&'static str);

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::with_capacity(8);
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

/// A string, borrowed from the input where it can be.
#[derive(Clone)]
struct Text<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

/// The value of a member.
#[derive(Clone)]
enum Held<'de> {
    Null,
    Boolean(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Text<'de>),
    Tree(Value),
}

impl Held<'_> {
    fn what(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Other("null"),
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Unsigned(value) => Unexpected::Unsigned(*value),
            Self::Signed(value) => Unexpected::Signed(*value),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(value) => Unexpected::Str(&value.0),
            Self::Tree(Value::Array(_)) => Unexpected::Seq,
            Self::Tree(_) => Unexpected::Map,
        }
    }
}

impl From<Held<'_>> for Value {
    fn from(held: Held<'_>) -> Self {
        match held {
            Held::Null => Self::Null,
            Held::Boolean(value) => value.into(),
            Held::Unsigned(value) => value.into(),
            Held::Signed(value) => value.into(),
            Held::Float(value) => value.into(),
            Held::Text(value) => value.0.into(),
            Held::Tree(value) => value,
        }
    }
}

impl<'de> Deserialize<'de> for Held<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeldVisitor)
    }
}

struct HeldVisitor;

impl<'de> Visitor<'de> for HeldVisitor {
    type Value = Held<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Held<'de>, E> {
        Ok(Held::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Held<'de>, E> {
        Ok(Held::Boolean(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Held<'de>, E> {
        Ok(Held::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Held<'de>, E> {
        Ok(Held::Signed(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Held<'de>, E> {
        Ok(Held::Float(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Held<'de>, E> {
        Ok(Held::Text(Text(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Held<'de>, E> {
        Ok(Held::Text(Text(Cow::Owned(text.to_owned()))))
    }

    fn visit_string<E>(self, text: String) -> Result<Held<'de>, E> {
        Ok(Held::Text(Text(Cow::Owned(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(elements)).map(Held::Tree)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(members)).map(Held::Tree)
    }
}

impl<'de> Deserializer<'de> for Held<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(value) => visitor.visit_bool(value),
            Self::Unsigned(value) => visitor.visit_u64(value),
            Self::Signed(value) => visitor.visit_i64(value),
            Self::Float(value) => visitor.visit_f64(value),
            Self::Text(Text(Cow::Borrowed(text))) => visitor.visit_borrowed_str(text),
            Self::Text(Text(Cow::Owned(text))) => visitor.visit_string(text),
            Self::Tree(value) => value.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Null => visitor.visit_none(),
            held => visitor.visit_some(held),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The members that are still to be read.
struct Remaining<'de> {
    members: std::vec::IntoIter<(Text<'de>, Held<'de>)>,
    next: Option<(Text<'de>, Held<'de>)>,
}

impl<'de> MapAccess<'de> for Remaining<'de> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        self.next = self.members.next();
        let Some((name, _)) = &self.next else { return Ok(None) };
        seed.deserialize(serde::de::value::StrDeserializer::new(&name.0)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        let (name, value) = self.next.take().ok_or_else(|| Error::custom("a value without a name"))?;
        seed.deserialize(value).map_err(|error: serde_json::Error| Error::custom(format_args!("{}: {error}", name.0)))
    }
}
