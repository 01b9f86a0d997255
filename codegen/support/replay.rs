//! Values that were held, read as a type.

use super::{Held, Nested};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Expected, SeqAccess, Unexpected, Visitor};
use std::marker::PhantomData;
use std::{mem, slice};

impl<'de> Held<'de> {
    fn what(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Other("null"),
            Self::False => Unexpected::Bool(false),
            Self::True => Unexpected::Bool(true),
            Self::Unsigned(value) => Unexpected::Unsigned(*value),
            Self::Signed(value) => Unexpected::Signed(*value),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(value) => Unexpected::Str(value),
            Self::Owned(value) => Unexpected::Str(value),
            Self::Nested(nested) => match &**nested {
                Nested::Array(_) => Unexpected::Seq,
                Nested::Object(_) => Unexpected::Map,
                Nested::Number(_) => Unexpected::Other("number"),
            },
        }
    }

    pub(super) fn nested(&mut self) -> Option<&mut Nested<'de>> {
        match self {
            Self::Nested(nested) => Some(nested),
            _ => None,
        }
    }

    /// The value, to be read as a type. Its strings are given away if nobody reads them again.
    pub(crate) fn replay<E>(&mut self, gives: bool) -> Replay<'_, 'de, E> {
        Replay { held: self, gives, error: PhantomData }
    }
}

/// A held value that is read as a type, with the errors of the input it came from.
pub(crate) struct Replay<'h, 'de, E> {
    held: &'h mut Held<'de>,
    gives: bool,
    error: PhantomData<E>,
}

impl<'de, E: Error> Replay<'_, 'de, E> {
    #[cold]
    pub(super) fn invalid_type(&self, expected: &dyn Expected) -> E {
        E::invalid_type(self.held.what(), expected)
    }

    fn text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Text(text) => visitor.visit_borrowed_str(text),
            Held::Owned(text) if self.gives => visitor.visit_string(mem::take(text).into()),
            Held::Owned(text) => visitor.visit_str(text),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn array<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let Some(Nested::Array(elements)) = self.held.nested() else { return Err(self.invalid_type(&visitor)) };
        let count = elements.len();
        let mut elements = Elements { rest: elements.iter_mut(), gives: self.gives, error: PhantomData };
        let value = visitor.visit_seq(&mut elements)?;
        if elements.rest.len() == 0 { Ok(value) } else { Err(E::invalid_length(count, &"fewer elements in array")) }
    }

    fn object<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let Some(Nested::Object(members)) = self.held.nested() else { return Err(self.invalid_type(&visitor)) };
        let count = members.0.len();
        let mut members = members.as_map(self.gives);
        let value = visitor.visit_map(&mut members)?;
        if members.before.len() == 0 { Ok(value) } else { Err(E::invalid_length(count, &"fewer elements in map")) }
    }
}

/// What asks for a number takes no other value, and may take a number of any kind.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            match &*self.held {
                Held::Unsigned(value) => visitor.visit_u64(*value),
                Held::Signed(value) => visitor.visit_i64(*value),
                Held::Float(value) => visitor.visit_f64(*value),
                Held::Nested(nested) => match &**nested {
                    Nested::Number(number) => number.$method(visitor).map_err(E::custom),
                    _ => Err(self.invalid_type(&visitor)),
                },
                _ => Err(self.invalid_type(&visitor)),
            }
        }
    )*};
}

impl<'de, E: Error> Deserializer<'de> for Replay<'_, 'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match &*self.held {
            Held::Null => visitor.visit_unit(),
            Held::False => visitor.visit_bool(false),
            Held::True => visitor.visit_bool(true),
            Held::Unsigned(value) => visitor.visit_u64(*value),
            Held::Signed(value) => visitor.visit_i64(*value),
            Held::Float(value) => visitor.visit_f64(*value),
            Held::Text(_) | Held::Owned(_) => self.text(visitor),
            Held::Nested(nested) => match &**nested {
                Nested::Array(_) => self.array(visitor),
                Nested::Object(_) => self.object(visitor),
                Nested::Number(number) => number.deserialize_any(visitor).map_err(E::custom),
            },
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match *self.held {
            Held::False => visitor.visit_bool(false),
            Held::True => visitor.visit_bool(true),
            _ => Err(self.invalid_type(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.text(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.array(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, E> {
        self.array(visitor)
    }

    /// Null is no map.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.object(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.held {
            Held::Text(variant) => visitor.visit_enum(StrDeserializer::new(variant)),
            Held::Owned(variant) => visitor.visit_enum(StrDeserializer::new(variant)),
            held => match held.nested() {
                Some(Nested::Object(members)) if members.0.len() == 1 => {
                    visitor.visit_enum(MapAccessDeserializer::new(members.as_map(self.gives)))
                }
                Some(Nested::Object(_)) => Err(E::invalid_value(Unexpected::Map, &"map with a single key")),
                _ => Err(E::invalid_type(held.what(), &"string or map")),
            },
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        char bytes byte_buf unit unit_struct tuple_struct struct identifier
    }
}

/// The elements of an array that was held.
struct Elements<'h, 'de, E> {
    rest: slice::IterMut<'h, Held<'de>>,
    gives: bool,
    error: PhantomData<E>,
}

impl<'de, E: Error> SeqAccess<'de> for Elements<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.rest.next().map(|held| seed.deserialize(held.replay(self.gives))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}
