//! The hand-written types once more, with strings that are borrowed from the input where it allows it.

use super::expert::{Maybe, PhoneNumberObject, once};
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

#[derive(Debug, Deserialize, Serialize)]
pub struct PhoneNumber<'a> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    pub object: PhoneNumberObject,
    #[serde(borrow)]
    pub phone_number: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_for_second_factor: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_second_factor: Option<bool>,
    pub reserved: bool,
    #[serde(borrow, deserialize_with = "Option::deserialize")]
    pub verification: Option<Verification<'a>>,
    #[serde(borrow)]
    pub linked_to: Vec<LinkedTo<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Maybe::is_absent")]
    pub backup_codes: Maybe<Vec<Text<'a>>>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Debug, Deserialize, Serialize)]
pub struct LinkedTo<'a> {
    #[serde(borrow, rename = "type")]
    pub kind: Text<'a>,
    #[serde(borrow)]
    pub id: Text<'a>,
}

/// A string of the input, or an own one where the input has escapes. Serde reads a bare `Cow` as an own one.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Text<'a>(Cow<'a, str>);

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Self)
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Verification<'a> {
    Otp(Otp<'a>),
    Admin(Admin<'a>),
    Unknown { object: Text<'a> },
}

#[derive(Debug, Serialize)]
pub struct Otp<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Tag<'a>>,
    pub status: Status<'a>,
    pub strategy: Strategy<'a>,
    pub attempts: Option<i64>,
    pub expire_at: Option<i64>,
    #[serde(skip_serializing_if = "Maybe::is_absent")]
    pub verified_at_client: Maybe<Text<'a>>,
}

#[derive(Debug, Serialize)]
pub struct Admin<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Tag<'a>>,
    pub status: Status<'a>,
    pub strategy: Strategy<'a>,
    pub attempts: Option<i64>,
    pub expire_at: Option<i64>,
    #[serde(skip_serializing_if = "Maybe::is_absent")]
    pub verified_at_client: Maybe<Text<'a>>,
}

macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        #[derive(Debug)]
        pub enum $name<'a> {
            $($variant,)+
            Unknown(Text<'a>),
        }

        impl<'de: 'a, 'a> Deserialize<'de> for $name<'a> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor).map(|text| match &*text {
                    $($text => Self::$variant,)+
                    _ => Self::Unknown(Text(text)),
                })
            }
        }

        impl Serialize for $name<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => &text.0,
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

impl<'de: 'a, 'a> Deserialize<'de> for Verification<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(VerificationVisitor)
    }
}

struct VerificationVisitor;

impl<'de> Visitor<'de> for VerificationVisitor {
    type Value = Verification<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a verification")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Verification<'de>, A::Error> {
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
        let object: Option<Tag<'de>> = match object.flatten() {
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
