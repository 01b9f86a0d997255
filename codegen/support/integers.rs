//! How a type that is a JSON integer is read.

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A type that is read from a JSON integer, and from nothing else.
pub(crate) trait FromInteger: Sized {
    /// What an error says was expected.
    const EXPECTED: &'static str;
    /// Whether `1.0` is an integer: it is since draft-06 (JSON Schema 2020-12 core, section 4.2.3).
    const WHOLE: bool;

    fn from_integer<E: Error>(integer: i64) -> Result<Self, E>;
}

/// Whoever holds a value replays a float only where a float is asked for; whole numbers come as integers from all.
pub(crate) fn read_integer<'de, T: FromInteger, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let visitor = IntegerVisitor(PhantomData);
    if T::WHOLE { deserializer.deserialize_f64(visitor) } else { deserializer.deserialize_i64(visitor) }
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: FromInteger> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<T, E> {
        T::from_integer(integer)
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<T, E> {
        let signed = i64::try_from(integer);
        signed.map_or_else(|_| Err(E::invalid_value(Unexpected::Unsigned(integer), &"an i64")), T::from_integer)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        if !T::WHOLE || number.fract() != 0.0 {
            return Err(E::invalid_type(Unexpected::Float(number), &self));
        }
        match whole(number) {
            Some(integer) => T::from_integer(integer),
            None => Err(E::invalid_value(Unexpected::Float(number), &"an i64")),
        }
    }
}

/// A number without a fraction as an integer: `-2^63` is the least, and `2^63` is the first that is too great.
fn whole(number: f64) -> Option<i64> {
    const BOUND: f64 = 9_223_372_036_854_775_808.0;
    #[allow(clippy::cast_possible_truncation, reason = "it has no fraction, and is in the range")]
    (-BOUND..BOUND).contains(&number).then_some(number as i64)
}

/// What the enums have in common that are JSON integers.
macro_rules! integer_traits {
    ($name:ident, whole: $whole:literal) => {
        impl std::convert::From<$name> for i64 {
            fn from(value: $name) -> Self {
                value.as_i64()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl support::FromInteger for $name {
            const EXPECTED: &'static str = concat!("an integer (", stringify!($name), ")");
            const WHOLE: bool = $whole;

            fn from_integer<E: serde::de::Error>(integer: i64) -> Result<Self, E> {
                Self::of(integer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_integer(deserializer)
            }
        }
    };
}
pub(crate) use integer_traits;
