//! JSON values that are written in code.

use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};

/// A JSON value, as the schema writes it.
#[allow(dead_code, reason = "a schema need not list values of every kind")]
#[derive(Clone, Copy)]
pub(crate) enum Constant {
    Null,
    Boolean(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Text(&'static str),
    Array(&'static [Constant]),
    Object(&'static [(&'static str, Constant)]),
}

impl Constant {
    /// Whether a value is this one: numbers by their value, objects without order (JSON Schema 2020-12 core,
    /// section 4.2.2).
    pub(crate) fn equals(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Boolean(own), Value::Bool(other)) => own == *other,
            (Self::Signed(own), Value::Number(other)) => Amount::Whole(own.into()) == Amount::of(other),
            (Self::Unsigned(own), Value::Number(other)) => Amount::Whole(own.into()) == Amount::of(other),
            (Self::Float(own), Value::Number(other)) => Amount::of_float(own) == Amount::of(other),
            (Self::Text(own), Value::String(other)) => own == other,
            (Self::Array(own), Value::Array(other)) => {
                own.len() == other.len() && own.iter().zip(other).all(|(own, other)| own.equals(other))
            }
            (Self::Object(own), Value::Object(other)) => {
                let has = |(name, own): &(&str, Self)| other.get(*name).is_some_and(|other| own.equals(other));
                own.len() == other.len() && own.iter().all(has)
            }
            _ => false,
        }
    }
}

/// How much a number is.
#[derive(PartialEq)]
enum Amount {
    Whole(i128),
    /// With a fraction, or greater than any integer that is read.
    Float(f64),
}

impl Amount {
    fn of(number: &Number) -> Self {
        let whole = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
        whole.map_or_else(|| Self::of_float(number.as_f64().unwrap_or(f64::NAN)), Self::Whole)
    }

    fn of_float(number: f64) -> Self {
        const BOUND: f64 = 18_446_744_073_709_551_616.0;
        if number.fract() != 0.0 || number.abs() >= BOUND {
            return Self::Float(number);
        }
        #[allow(clippy::cast_possible_truncation, reason = "it has no fraction, and is in the range")]
        Self::Whole(number as i128)
    }
}

impl From<Constant> for Value {
    fn from(json: Constant) -> Self {
        match json {
            Constant::Null => Self::Null,
            Constant::Boolean(value) => value.into(),
            Constant::Signed(value) => value.into(),
            Constant::Unsigned(value) => value.into(),
            Constant::Float(value) => value.into(),
            Constant::Text(value) => value.into(),
            Constant::Array(elements) => elements.iter().map(|element| Self::from(*element)).collect(),
            Constant::Object(members) => members.iter().map(|(name, value)| (*name, Self::from(*value))).collect(),
        }
    }
}

impl Serialize for Constant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::Signed(value) => serializer.serialize_i64(value),
            Self::Unsigned(value) => serializer.serialize_u64(value),
            Self::Float(value) => serializer.serialize_f64(value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(members) => serializer.collect_map(members.iter().copied()),
        }
    }
}

/// What the enums have in common that are JSON values of any kind.
macro_rules! value_traits {
    ($name:ident) => {
        impl std::convert::From<$name> for serde_json::Value {
            fn from(value: $name) -> Self {
                value.to_value()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.to_value(), f)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::of(serde_json::Value::deserialize(deserializer)?)
            }
        }
    };
}
pub(crate) use value_traits;
