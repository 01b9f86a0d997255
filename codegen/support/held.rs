//! Values that are held until their type is known.
//!
//! They are held as they are read, with strings borrowed where the input allows.

use super::Members;
use serde::de::{DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Value;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::{fmt, vec};

#[derive(Clone, Default)]
pub(crate) enum Held<'de> {
    #[default]
    Null,
    Boolean(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'de, str>),
    Array(Vec<Held<'de>>),
    Object(Members<'de>),
}

impl<'de> Held<'de> {
    fn what(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Other("null"),
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Unsigned(value) => Unexpected::Unsigned(*value),
            Self::Signed(value) => Unexpected::Signed(*value),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(value) => Unexpected::Str(value),
            Self::Array(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }

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
            Held::Array(elements) => elements.into_iter().map(Self::from).collect(),
            Held::Object(members) => members.into(),
        }
    }
}

/// Holds a value; where there are tags, one of them or another string, or null.
pub(crate) struct Hold(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Hold {
    type Value = Held<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Held<'de>, D::Error> {
        let held = deserializer.deserialize_any(HeldVisitor(self.0))?;
        if self.0.is_empty() || matches!(held, Held::Text(_) | Held::Null) {
            return Ok(held);
        }
        Err(held.replay().invalid_type(&"a string"))
    }
}

/// Strings that are one of these are never copied.
struct HeldVisitor(&'static [&'static str]);

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
        let known = self.0.iter().find(|known| **known == text);
        Ok(Held::Text(known.map_or_else(|| Cow::Owned(text.to_owned()), |known| Cow::Borrowed(*known))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Held<'de>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = array.next_element_seed(Hold(&[]))? {
            elements.push(element);
        }
        Ok(Held::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Held<'de>, A::Error> {
        let mut members = Members::default();
        members.hold_all(&mut object)?;
        Ok(Held::Object(members))
    }
}

/// A held value that is read as a type, with the errors of the input it came from.
pub(crate) struct Replay<'de, E> {
    held: Held<'de>,
    error: PhantomData<E>,
}

impl<E: Error> Replay<'_, E> {
    #[cold]
    fn invalid_type(&self, expected: &dyn Expected) -> E {
        E::invalid_type(self.held.what(), expected)
    }
}

/// Each takes what JSON has for it, and nothing else: null is no map.
macro_rules! only {
    ($($method:ident: $($pattern:pat => $visit:ident($value:expr)),+;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match self.held {
                $($pattern => visitor.$visit($value),)+
                _ => Err(self.invalid_type(&visitor)),
            }
        }
    )*};
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
            Held::Array(elements) => visitor.visit_seq(Elements { rest: elements.into_iter(), error: PhantomData }),
            Held::Object(members) => visitor.visit_map(members.into_map()),
        }
    }

    only! {
        deserialize_bool: Held::Boolean(value) => visit_bool(value);
        deserialize_i32: Held::Unsigned(value) => visit_u64(value), Held::Signed(value) => visit_i64(value),
            Held::Float(value) => visit_f64(value);
        deserialize_i64: Held::Unsigned(value) => visit_u64(value), Held::Signed(value) => visit_i64(value),
            Held::Float(value) => visit_f64(value);
        deserialize_f64: Held::Float(value) => visit_f64(value), Held::Unsigned(value) => visit_u64(value),
            Held::Signed(value) => visit_i64(value);
        deserialize_str: Held::Text(Cow::Borrowed(text)) => visit_borrowed_str(text),
            Held::Text(Cow::Owned(text)) => visit_string(text);
        deserialize_string: Held::Text(Cow::Borrowed(text)) => visit_borrowed_str(text),
            Held::Text(Cow::Owned(text)) => visit_string(text);
        deserialize_seq: Held::Array(elements) => visit_seq(Elements { rest: elements.into_iter(), error: PhantomData });
        deserialize_map: Held::Object(members) => visit_map(members.into_map());
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Null => visitor.visit_none(),
            held => visitor.visit_some(held.replay()),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        struct enum identifier ignored_any
    }
}

/// The elements of an array that was held.
struct Elements<'de, E> {
    rest: vec::IntoIter<Held<'de>>,
    error: PhantomData<E>,
}

impl<'de, E: Error> SeqAccess<'de> for Elements<'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.rest.next().map(|held| seed.deserialize(held.replay())).transpose()
    }
}
