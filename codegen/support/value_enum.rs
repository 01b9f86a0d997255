//! Enums of JSON values that have no other values than those the schema lists.

/// Reads and writes an enum as the JSON value that its variant means.
macro_rules! value_enum {
    ($name:ident { $($variant:ident = $json:expr),+ $(,)? }) => {
        impl $name {
            /// The values, as the schema lists them.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),+];

            /// The value in JSON.
            #[must_use]
            pub fn to_value(&self) -> serde_json::Value {
                self.json().into()
            }

            const fn json(&self) -> support::Constant {
                match self {
                    $(Self::$variant => $json,)+
                }
            }

            fn of<E: serde::de::Error>(value: serde_json::Value) -> Result<Self, E> {
                Self::try_from(value).map_err(support::UnlistedJson::into_error)
            }
        }

        impl std::convert::TryFrom<serde_json::Value> for $name {
            type Error = support::UnlistedJson;

            fn try_from(value: serde_json::Value) -> Result<Self, support::UnlistedJson> {
                let listed = Self::LISTED.iter().find(|listed| listed.json().equals(&value));
                listed.cloned().ok_or_else(|| support::UnlistedJson::new(&value, Self::LISTED))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.json().serialize(serializer)
            }
        }

        support::value_traits!($name);
    };
}
pub(crate) use value_enum;
