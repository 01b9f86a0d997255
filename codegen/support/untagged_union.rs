//! Unions whose branches are told apart by what fits.

/// Reads and writes an enum as the value that its variant holds.
macro_rules! untagged_union {
    ($name:ident, $choice:ident, { $($variant:ident),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                support::$choice(stringify!($name), &value, &[
                    $((stringify!($variant), |value| serde_json::from_value(value).map(Self::$variant)),)+
                ])
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => branch.serialize(serializer),)+
                }
            }
        }
    };
}
pub(crate) use untagged_union;
