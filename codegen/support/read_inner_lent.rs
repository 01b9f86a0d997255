//! Checked values that are read as serde would not.

macro_rules! read_inner_lent {
    ($name:ident $(<$life:lifetime>)?) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::Lent::lent(deserializer)
                    .and_then(|value| Self::fitting(value).map_err(serde::de::Error::custom))
            }
        }
    };
}
pub(crate) use read_inner_lent;
