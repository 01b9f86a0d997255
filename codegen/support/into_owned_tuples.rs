//! Tuples that borrow, made to borrow nothing, and the elements beside strings, which are kept as they are.

use super::IntoOwned;
use serde_json::{Map, Number, Value};

macro_rules! owned_tuple {
    ($($part:ident $place:tt),*) => {
        impl<$($part: IntoOwned),*> IntoOwned for ($($part,)*) {
            type Owned = ($($part::Owned,)*);

            fn into_owned(self) -> Self::Owned {
                ($(self.$place.into_owned(),)*)
            }
        }
    };
}

super::each_tuple!(owned_tuple);

macro_rules! kept {
    ($($element:ty,)*) => {$(
        impl IntoOwned for $element {
            type Owned = Self;

            fn into_owned(self) -> Self {
                self
            }
        }
    )*};
}

kept! {
    (),
    bool,
    i8,
    i16,
    i32,
    i64,
    u8,
    u16,
    u32,
    u64,
    f64,
    Number,
    Value,
    Map<String, Value>,
}
