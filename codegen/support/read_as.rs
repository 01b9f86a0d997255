//! Types that one function reads, and that may have a rule.

/// Reads a type with this function; where it has a rule, a value that keeps it.
macro_rules! read_as {
    ($read:ident, $name:ident $(<$life:lifetime>)?) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::$read(deserializer)
            }
        }
    };
    ($read:ident, $name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::$read(support::kept(&$rule, deserializer)?.replay::<serde_json::Error>(true))
                    .map_err(serde::de::Error::custom)
            }
        }

        support::ruled!($name $(<$life>)? by $rule);
    };
}
pub(crate) use read_as;
