//! Checked values that have a rule: it is walked over what is held first.

macro_rules! read_inner_ruled {
    ($name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut held = support::kept(&$rule, deserializer)?;
                let value = serde::Deserialize::deserialize(held.replay::<serde_json::Error>(true)).map_err(serde::de::Error::custom)?;
                Self::fitting(value).map_err(serde::de::Error::custom)
            }
        }

        support::ruled!($name $(<$life>)? by $rule);
    };
}
pub(crate) use read_inner_ruled;
