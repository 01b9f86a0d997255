//! Types of a user's own, in place of schemas.

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

/// An identifier: its text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Id(pub String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Money: hundredths of some currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Money(pub f64, pub String);

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let cents = value.get("cents").and_then(serde_json::Value::as_f64);
        let currency = value.get("currency").and_then(serde_json::Value::as_str);
        let (Some(cents), Some(currency)) = (cents, currency) else { return Err(D::Error::custom("no money")) };
        Ok(Self(cents / 100.0, currency.to_owned()))
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cents = (self.0 * 100.0).round();
        serde_json::json!({"cents": cents, "currency": self.1}).serialize(serializer)
    }
}

/// What was paid in cash: the object as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Cash(pub serde_json::Value);

impl<'de> Deserialize<'de> for Cash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_json::Value::deserialize(deserializer).map(Self)
    }
}

impl Serialize for Cash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// How something is wrapped, as serde derives it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Wrap {
    /// Not at all.
    None,
    /// In so many layers.
    Paper(u8),
}

/// A number, as serde derives it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Code(pub u32);
