//! Integers beside borrowed strings, where `1.0` is no integer: they are read as serde does.

use super::Lent;
use serde::de::{Deserialize, Deserializer};

macro_rules! lent_integers {
    ($($integer:ident),*) => {$(
        impl<'de> Lent<'de> for $integer {
            fn lent<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )*};
}

lent_integers!(i8, i16, i32, i64, u8, u16, u32, u64);
