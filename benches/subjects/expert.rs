//! What a senior developer writes by hand for what Clerk sends: serde's derive where it is best, and one visitor that
//! reads the verification in a single pass, wherever its tag stands. Unknown members are ignored, enums are open.

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

#[derive(Debug, Deserialize, Serialize)]
pub struct PhoneNumber {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub object: PhoneNumberObject,
    pub phone_number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_for_second_factor: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_second_factor: Option<bool>,
    pub reserved: bool,
    #[serde(deserialize_with = "Option::deserialize")]
    pub verification: Option<Verification>,
    pub linked_to: Vec<LinkedTo>,
    #[serde(default, skip_serializing_if = "Maybe::is_absent")]
    pub backup_codes: Maybe<Vec<String>>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Debug, Deserialize, Serialize)]
pub enum PhoneNumberObject {
    #[serde(rename = "phone_number")]
    PhoneNumber,
}

#[derive(Debug, Deserialize, Serialize)]
pub struct LinkedTo {
    #[serde(rename = "type")]
    pub kind: String,
    pub id: String,
}

/// A member that may be absent and may be null.
#[derive(Debug, Default)]
pub enum Maybe<T> {
    #[default]
    Absent,
    Null,
    Value(T),
}

impl<T> Maybe<T> {
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_unit(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Verification {
    Otp(Otp),
    Admin(Admin),
    Unknown { object: String },
}

#[derive(Debug, Serialize)]
pub struct Otp {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Tag>,
    pub status: Status,
    pub strategy: Strategy,
    pub attempts: Option<i64>,
    pub expire_at: Option<i64>,
    #[serde(skip_serializing_if = "Maybe::is_absent")]
    pub verified_at_client: Maybe<String>,
}

#[derive(Debug, Serialize)]
pub struct Admin {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Tag>,
    pub status: Status,
    pub strategy: Strategy,
    pub attempts: Option<i64>,
    pub expire_at: Option<i64>,
    #[serde(skip_serializing_if = "Maybe::is_absent")]
    pub verified_at_client: Maybe<String>,
}

/// An enum of strings that keeps those it does not know, and allocates for no other.
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        #[derive(Debug)]
        pub enum $name {
            $($variant,)+
            Unknown(String),
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Strings;

                impl serde::de::Visitor<'_> for Strings {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a string")
                    }

                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok(match text {
                            $($text => $name::$variant,)+
                            _ => $name::Unknown(text.to_owned()),
                        })
                    }
                }

                deserializer.deserialize_str(Strings)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
                })
            }
        }
    };
}

open_enum!(Tag { Otp = "verification_otp", Admin = "verification_admin" });

open_enum!(Status { Unverified = "unverified", Verified = "verified", Failed = "failed", Expired = "expired" });

open_enum!(Strategy {
    PhoneCode = "phone_code",
    EmailCode = "email_code",
    ResetPasswordEmailCode = "reset_password_email_code",
    Admin = "admin",
});

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Member {
    Object,
    Status,
    Strategy,
    Attempts,
    ExpireAt,
    VerifiedAtClient,
    #[serde(other)]
    Unlisted,
}

impl<'de> Deserialize<'de> for Verification {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(VerificationVisitor)
    }
}

struct VerificationVisitor;

impl<'de> Visitor<'de> for VerificationVisitor {
    type Value = Verification;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a verification")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Verification, A::Error> {
        let (mut object, mut status, mut strategy) = (None, None, None);
        let (mut attempts, mut expire_at, mut verified_at_client) = (None, None, None);
        while let Some(member) = map.next_key()? {
            match member {
                Member::Object => once(&mut object, "object", map.next_value()?)?,
                Member::Status => once(&mut status, "status", map.next_value()?)?,
                Member::Strategy => once(&mut strategy, "strategy", map.next_value()?)?,
                Member::Attempts => once(&mut attempts, "attempts", map.next_value()?)?,
                Member::ExpireAt => once(&mut expire_at, "expire_at", map.next_value()?)?,
                Member::VerifiedAtClient => once(&mut verified_at_client, "verified_at_client", map.next_value()?)?,
                Member::Unlisted => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let object: Option<Tag> = match object.flatten() {
            Some(Tag::Unknown(object)) => return Ok(Verification::Unknown { object }),
            object => object,
        };
        let status = status.ok_or_else(|| A::Error::missing_field("status"))?;
        let strategy = strategy.ok_or_else(|| A::Error::missing_field("strategy"))?;
        let attempts = attempts.ok_or_else(|| A::Error::missing_field("attempts"))?;
        let expire_at = expire_at.ok_or_else(|| A::Error::missing_field("expire_at"))?;
        let verified_at_client = verified_at_client.unwrap_or_default();
        match (&object, &strategy) {
            (Some(Tag::Admin), _) | (None, Strategy::Admin) => {
                Ok(Verification::Admin(Admin { object, status, strategy, attempts, expire_at, verified_at_client }))
            }
            _ => Ok(Verification::Otp(Otp { object, status, strategy, attempts, expire_at, verified_at_client })),
        }
    }
}

pub(super) fn once<T, E: Error>(slot: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    if slot.replace(value).is_some() { Err(E::duplicate_field(name)) } else { Ok(()) }
}
