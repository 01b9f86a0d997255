//! Unions whose branches are told apart by what fits.

/// Reads and writes an enum as the value that its variant holds.
macro_rules! untagged_union {
    ($name:ident $(<$life:lifetime>)?, $choice:ident, { $($variant:ident),+ $(,)? }) => {
        impl $(<$life>)? $name $(<$life>)? {
            fn by_fit(value: &serde_json::Value) -> Result<Self, serde_json::Error> {
                support::$choice(stringify!($name), value, &[
                    $((stringify!($variant), |value: serde_json::Value| {
                        serde::Deserialize::deserialize(value).map(Self::$variant)
                    }),)+
                ])
            }
        }

        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                Self::by_fit(&value).map_err(serde::de::Error::custom)
            }
        }

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => branch.serialize(serializer),)+
                }
            }
        }
    };
}
pub(crate) use untagged_union;
