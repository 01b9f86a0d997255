//! Types that stand in tuples beside values that serde would read in another way.

/// Reads a type there as it is read anywhere.
macro_rules! lent_as_it_is {
    ($name:ident $(<$life:lifetime>)?) => {
        impl<'de $(: $life, $life)?> support::Lent<'de> for $name $(<$life>)? {
            fn lent<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use lent_as_it_is;
