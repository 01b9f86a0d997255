//! Checked values that are read as they stand.

macro_rules! read_inner {
    ($name:ident $(<$life:lifetime>)?) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
                    .and_then(|value| Self::fitting(value).map_err(serde::de::Error::custom))
            }
        }
    };
}
pub(crate) use read_inner;
