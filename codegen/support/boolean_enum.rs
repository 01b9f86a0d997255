//! Enums of which the schema lists but one of `true` and `false`.

/// Reads and writes an enum as a JSON boolean.
macro_rules! boolean_enum {
    ($name:ident { $($variant:ident = $value:literal),+ $(,)? }) => {
        impl $name {
            /// The values, as the schema lists them.
            pub const LISTED: &'static [bool] = &[$($value),+];

            /// All there are, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The boolean in JSON.
            #[must_use]
            pub const fn as_bool(&self) -> bool {
                match self {
                    $(Self::$variant => $value,)+
                }
            }
        }

        impl std::convert::TryFrom<bool> for $name {
            type Error = support::UnlistedJson;

            fn try_from(boolean: bool) -> Result<Self, support::UnlistedJson> {
                match boolean {
                    $($value => Ok(Self::$variant),)+
                    #[allow(unreachable_patterns, reason = "both may be listed")]
                    _ => Err(support::UnlistedJson::new(&boolean, Self::LISTED)),
                }
            }
        }

        impl std::convert::From<$name> for bool {
            fn from(value: $name) -> Self {
                value.as_bool()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.as_bool(), f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bool(self.as_bool())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let boolean = bool::deserialize(deserializer)?;
                Self::try_from(boolean).map_err(support::UnlistedJson::into_error)
            }
        }
    };
}
pub(crate) use boolean_enum;
