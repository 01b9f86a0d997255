//! Values that are held until their type is known.
//!
//! Scalars are held as they are read, strings borrowed where the input allows; only arrays and
//! objects become trees.

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

#[derive(Clone, Default)]
pub(crate) enum Held<'de> {
    #[default]
    Null,
    Boolean(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'de, str>),
    Tree(Box<Value>),
}

impl<'de> Held<'de> {
    /// The value, to be read as a type.
    pub(crate) fn replay<E>(self) -> Replay<'de, E> {
        Replay { held: self, error: PhantomData }
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
            Held::Text(value) => value.into(),
            Held::Tree(value) => *value,
        }
    }
}

impl<'de> Deserialize<'de> for Held<'de> {
    #[inline]
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
        Ok(Held::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Held<'de>, E> {
        Ok(Held::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Held<'de>, E> {
        Ok(Held::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(array)).map(|tree| Held::Tree(Box::new(tree)))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(object)).map(|tree| Held::Tree(Box::new(tree)))
    }
}

/// A held value that is read as a type, with the errors of the input it came from.
pub(crate) struct Replay<'de, E> {
    held: Held<'de>,
    error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Replay<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Null => visitor.visit_unit(),
            Held::Boolean(value) => visitor.visit_bool(value),
            Held::Unsigned(value) => visitor.visit_u64(value),
            Held::Signed(value) => visitor.visit_i64(value),
            Held::Float(value) => visitor.visit_f64(value),
            Held::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Held::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Held::Tree(value) => value.deserialize_any(visitor).map_err(E::custom),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Null => visitor.visit_none(),
            held => visitor.visit_some(held.replay()),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
