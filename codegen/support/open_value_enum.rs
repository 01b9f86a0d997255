//! Enums of JSON values that also have values which the schema does not list.

/// Reads and writes an enum as the JSON value that its variant means, and keeps values that are not listed.
macro_rules! open_value_enum {
    ($name:ident { $($variant:ident = $json:expr),+ $(,)? }, else $unknown:ident) => {
        impl $name {
            /// The values that the schema lists.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),+];

            /// The value in JSON.
            #[must_use]
            pub fn to_value(&self) -> serde_json::Value {
                self.json().map_or_else(serde_json::Value::clone, serde_json::Value::from)
            }

            /// Whether the schema lists this value.
            #[must_use]
            pub const fn is_listed(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }

            /// What the schema lists, or else the value that is kept.
            fn json(&self) -> Result<support::Constant, &serde_json::Value> {
                match self {
                    $(Self::$variant => Ok($json),)+
                    Self::$unknown(value) => Err(value.as_value()),
                }
            }

            fn of<E>(value: serde_json::Value) -> Result<Self, E> {
                Ok(value.into())
            }
        }

        impl std::convert::From<serde_json::Value> for $name {
            fn from(value: serde_json::Value) -> Self {
                let is_it = |listed: &&Self| listed.json().is_ok_and(|json| json.equals(&value));
                let listed = Self::LISTED.iter().find(is_it).cloned();
                listed.unwrap_or_else(|| Self::$unknown(support::UnknownJson::new(value)))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.json() {
                    Ok(json) => json.serialize(serializer),
                    Err(value) => value.serialize(serializer),
                }
            }
        }

        support::value_traits!($name);
    };
}
pub(crate) use open_value_enum;
