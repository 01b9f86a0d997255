//! Checked values that have a rule and that serde would read in another way: the rule is walked over the JSON value first.

macro_rules! read_inner_ruled_lent {
    ($name:ident $(<$life:lifetime>)? by $rule:ident) => {
        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = support::kept(&$rule, deserializer)?;
                let value = support::Lent::lent(value).map_err(serde::de::Error::custom)?;
                Self::fitting(value).map_err(serde::de::Error::custom)
            }
        }

        support::ruled!($name $(<$life>)? by $rule);
    };
}
pub(crate) use read_inner_ruled_lent;
