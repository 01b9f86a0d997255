//! Tuples of which serde would read an element in another way, and the elements beside it, which are read as it does.

use super::{Borrowing, Lent};
use serde::de::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};

macro_rules! lent_tuple {
    ($($part:ident $place:tt),*) => {
        impl<'de, $($part: Lent<'de>),*> Lent<'de> for ($($part,)*) {
            fn lent<Reader: Deserializer<'de>>(deserializer: Reader) -> Result<Self, Reader::Error> {
                let elements: ($(Borrowing<$part>,)*) = Deserialize::deserialize(deserializer)?;
                Ok(($(elements.$place.0,)*))
            }
        }
    };
}

super::each_tuple!(lent_tuple);

macro_rules! lent_by_serde {
    ($($element:ty,)*) => {$(
        impl<'de> Lent<'de> for $element {
            fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )*};
}

lent_by_serde! {
    (),
    bool,
    f64,
    String,
    Number,
    Value,
    Map<String, Value>,
}
