//! Checked values that have a rule and that serde would read in another way: the rule is walked over what is held first.

macro_rules! read_inner_ruled_lent {
    ($name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut held = support::kept(&$rule, deserializer)?;
                let value = support::Lent::lent(held.replay::<serde_json::Error>(true)).map_err(serde::de::Error::custom)?;
                Self::fitting(value).map_err(serde::de::Error::custom)
            }
        }

        support::ruled!($name $(<$life>)? by $rule);
    };
}
pub(crate) use read_inner_ruled_lent;
