//! The hand-written types with the checks of the strict reading: unlisted members are refused, enums are closed unless
//! the schema opens them, the pattern is checked, and null is refused where the schema does not allow it.

use super::expert::{Maybe, Strategy, once};
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneNumber {
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub object: PhoneNumberObject,
    pub phone_number: String,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
    pub reserved_for_second_factor: Option<bool>,
    #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
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
#[serde(deny_unknown_fields)]
pub struct LinkedTo {
    #[serde(rename = "type")]
    pub kind: OauthProvider,
    pub id: String,
}

/// `^oauth_[a-z]+$`
#[derive(Debug, Serialize)]
pub struct OauthProvider(String);

impl<'de> Deserialize<'de> for OauthProvider {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.strip_prefix("oauth_") {
            Some(name) if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()) => Ok(Self(text)),
            _ => Err(D::Error::invalid_value(Unexpected::Str(&text), &"oauth_ and a name in lower case")),
        }
    }
}

fn not_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Verification {
    Otp(Otp),
    Admin(Admin),
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

#[derive(Debug, Deserialize, Serialize)]
pub enum Tag {
    #[serde(rename = "verification_otp")]
    Otp,
    #[serde(rename = "verification_admin")]
    Admin,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Unverified,
    Verified,
    Failed,
    Expired,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Member {
    Object,
    Status,
    Strategy,
    Attempts,
    ExpireAt,
    VerifiedAtClient,
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
            }
        }
        let status = status.ok_or_else(|| A::Error::missing_field("status"))?;
        let strategy = strategy.ok_or_else(|| A::Error::missing_field("strategy"))?;
        let attempts = attempts.ok_or_else(|| A::Error::missing_field("attempts"))?;
        let expire_at = expire_at.ok_or_else(|| A::Error::missing_field("expire_at"))?;
        let verified_at_client = verified_at_client.unwrap_or_default();
        match (&object, &strategy, &status) {
            (Some(Tag::Admin), _, Status::Verified) | (None, Strategy::Admin, Status::Verified) => {
                Ok(Verification::Admin(Admin { object, status, strategy, attempts, expire_at, verified_at_client }))
            }
            (Some(Tag::Admin), ..) => Err(A::Error::custom("an administrator's verification is verified")),
            _ => Ok(Verification::Otp(Otp { object, status, strategy, attempts, expire_at, verified_at_client })),
        }
    }
}
