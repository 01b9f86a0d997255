//! A tuple uses only what the schema lists where each of its elements does.

use super::Listed;

macro_rules! listed_tuple {
    ($($part:ident $place:tt),*) => {
        impl<$($part: Listed),*> Listed for ($($part,)*) {
            fn is_listed(&self) -> bool {
                true $(&& self.$place.is_listed())*
            }
        }
    };
}

super::each_tuple!(listed_tuple);
