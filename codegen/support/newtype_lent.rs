//! Types that are read and written as what they hold, which serde would read in another way.

macro_rules! newtype_lent {
    ($name:ident $(<$life:lifetime>)?) => {
        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de $(: $life, $life)?> serde::Deserialize<'de> for $name $(<$life>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::Lent::lent(deserializer).map(Self)
            }
        }
    };
}
pub(crate) use newtype_lent;
