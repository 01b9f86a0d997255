///Clerk PhoneNumber object.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct ClerkPhoneNumber {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub backup_codes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /**Unix timestamp of creation
*/
    pub created_at: i64,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_second_factor: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    pub linked_to: ::std::vec::Vec<ClerkPhoneNumberLinkedToItem>,
    /**String representing the object's type. Objects of the same type share the same value.
*/
    pub object: ClerkPhoneNumberObject,
    pub phone_number: ::std::string::String,
    pub reserved: bool,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reserved_for_second_factor: ::std::option::Option<bool>,
    /**Unix timestamp of creation
*/
    pub updated_at: i64,
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub verification: ::std::option::Option<ClerkPhoneNumberVerification>,
}
///`ClerkPhoneNumberLinkedToItem`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct ClerkPhoneNumberLinkedToItem {
    pub id: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: ClerkPhoneNumberLinkedToItemType,
}
///`ClerkPhoneNumberLinkedToItemType`
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct ClerkPhoneNumberLinkedToItemType(::std::string::String);
impl ::std::ops::Deref for ClerkPhoneNumberLinkedToItemType {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}
impl ::std::convert::From<ClerkPhoneNumberLinkedToItemType> for ::std::string::String {
    fn from(value: ClerkPhoneNumberLinkedToItemType) -> Self {
        value.0
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberLinkedToItemType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        { ::regress::Regex::new("^oauth_[a-z]+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^oauth_[a-z]+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberLinkedToItemType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberLinkedToItemType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl<'de> ::serde::Deserialize<'de> for ClerkPhoneNumberLinkedToItemType {
    fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        ::std::string::String::deserialize(deserializer)?
            .parse()
            .map_err(|e: self::error::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}
/**String representing the object's type. Objects of the same type share the same value.
*/
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberObject {
    #[serde(rename = "phone_number")]
    PhoneNumber,
}
impl ::std::fmt::Display for ClerkPhoneNumberObject {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::PhoneNumber => f.write_str("phone_number"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberObject {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "phone_number" => Ok(Self::PhoneNumber),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberObject {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ClerkPhoneNumberObject {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerification`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
#[serde(untagged, deny_unknown_fields)]
pub enum ClerkPhoneNumberVerification {
    Variant0 {
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        attempts: ::std::option::Option<i64>,
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        expire_at: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        object: ::std::option::Option<ClerkPhoneNumberVerificationVariant0Object>,
        status: ClerkPhoneNumberVerificationVariant0Status,
        strategy: ClerkPhoneNumberVerificationVariant0Strategy,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        verified_at_client: ::std::option::Option<::std::string::String>,
    },
    Variant1 {
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        attempts: ::std::option::Option<i64>,
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        expire_at: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        object: ::std::option::Option<ClerkPhoneNumberVerificationVariant1Object>,
        status: ClerkPhoneNumberVerificationVariant1Status,
        strategy: ClerkPhoneNumberVerificationVariant1Strategy,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        verified_at_client: ::std::option::Option<::std::string::String>,
    },
}
///`ClerkPhoneNumberVerificationVariant0Object`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant0Object {
    #[serde(rename = "verification_otp")]
    VerificationOtp,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant0Object {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::VerificationOtp => f.write_str("verification_otp"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant0Object {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "verification_otp" => Ok(Self::VerificationOtp),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant0Object {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant0Object {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerificationVariant0Status`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant0Status {
    #[serde(rename = "unverified")]
    Unverified,
    #[serde(rename = "verified")]
    Verified,
    #[serde(rename = "failed")]
    Failed,
    #[serde(rename = "expired")]
    Expired,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant0Status {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Unverified => f.write_str("unverified"),
            Self::Verified => f.write_str("verified"),
            Self::Failed => f.write_str("failed"),
            Self::Expired => f.write_str("expired"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant0Status {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "unverified" => Ok(Self::Unverified),
            "verified" => Ok(Self::Verified),
            "failed" => Ok(Self::Failed),
            "expired" => Ok(Self::Expired),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant0Status {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant0Status {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerificationVariant0Strategy`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant0Strategy {
    #[serde(rename = "phone_code")]
    PhoneCode,
    #[serde(rename = "email_code")]
    EmailCode,
    #[serde(rename = "reset_password_email_code")]
    ResetPasswordEmailCode,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant0Strategy {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::PhoneCode => f.write_str("phone_code"),
            Self::EmailCode => f.write_str("email_code"),
            Self::ResetPasswordEmailCode => f.write_str("reset_password_email_code"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant0Strategy {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "phone_code" => Ok(Self::PhoneCode),
            "email_code" => Ok(Self::EmailCode),
            "reset_password_email_code" => Ok(Self::ResetPasswordEmailCode),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant0Strategy {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant0Strategy {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerificationVariant1Object`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant1Object {
    #[serde(rename = "verification_admin")]
    VerificationAdmin,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant1Object {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::VerificationAdmin => f.write_str("verification_admin"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant1Object {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "verification_admin" => Ok(Self::VerificationAdmin),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant1Object {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant1Object {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerificationVariant1Status`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant1Status {
    #[serde(rename = "verified")]
    Verified,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant1Status {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Verified => f.write_str("verified"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant1Status {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "verified" => Ok(Self::Verified),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant1Status {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant1Status {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ClerkPhoneNumberVerificationVariant1Strategy`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ClerkPhoneNumberVerificationVariant1Strategy {
    #[serde(rename = "admin")]
    Admin,
}
impl ::std::fmt::Display for ClerkPhoneNumberVerificationVariant1Strategy {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Admin => f.write_str("admin"),
        }
    }
}
impl ::std::str::FromStr for ClerkPhoneNumberVerificationVariant1Strategy {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "admin" => Ok(Self::Admin),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ClerkPhoneNumberVerificationVariant1Strategy {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ClerkPhoneNumberVerificationVariant1Strategy {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }
    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }
    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}
