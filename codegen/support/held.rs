//! Values that are held until their type is known.
//!
//! They are held as they are read, with strings borrowed where the input allows.

use super::Members;
use serde::de::value::{I128Deserializer, U128Deserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use std::fmt;

/// What is rare stands behind a pointer: so values are moved and dropped in few steps.
pub(crate) enum Held<'de> {
    Null,
    False,
    True,
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(&'de str),
    Owned(Box<str>),
    Nested(Box<Nested<'de>>),
}

pub(crate) enum Nested<'de> {
    Array(Vec<Held<'de>>),
    Object(Members<'de>),
    /// A number that is none of those above, where serde_json keeps numbers as they are written.
    Number(Number),
}

impl<'de> From<Nested<'de>> for Held<'de> {
    fn from(nested: Nested<'de>) -> Self {
        Self::Nested(Box::new(nested))
    }
}

impl<'de> Deserialize<'de> for Held<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeldVisitor(&[]))
    }
}

/// Strings that are one of these are never copied.
pub(super) struct HeldVisitor(pub(super) &'static [&'static str]);

impl<'de> Visitor<'de> for HeldVisitor {
    type Value = Held<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E>(self) -> Result<Held<'de>, E> {
        Ok(Held::Null)
    }

    fn visit_none<E>(self) -> Result<Held<'de>, E> {
        Ok(Held::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Held<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Held<'de>, E> {
        Ok(if value { Held::True } else { Held::False })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Held<'de>, E> {
        Ok(Held::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Held<'de>, E> {
        Ok(Held::Signed(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Held<'de>, E> {
        Number::deserialize(U128Deserializer::new(value)).map(|number| Nested::Number(number).into())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Held<'de>, E> {
        Number::deserialize(I128Deserializer::new(value)).map(|number| Nested::Number(number).into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Held<'de>, E> {
        Ok(Held::Float(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Held<'de>, E> {
        Ok(Held::Text(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Held<'de>, E> {
        let known = self.0.iter().find(|known| **known == text);
        Ok(known.map_or_else(|| Held::Owned(text.into()), |known| Held::Text(known)))
    }

    fn visit_string<E>(self, text: String) -> Result<Held<'de>, E> {
        Ok(Held::Owned(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Held<'de>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = array.next_element()? {
            elements.push(element);
        }
        Ok(Nested::Array(elements).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Held<'de>, A::Error> {
        Members::hold_all(object).map(Members::into_held)
    }
}
