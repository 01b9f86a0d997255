//! Types that borrow nothing and stand in tuples beside values that do.

/// Keeps a type as it is where all else is made to borrow nothing.
macro_rules! owned_as_it_is {
    ($name:ident) => {
        impl support::IntoOwned for $name {
            type Owned = Self;

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}
pub(crate) use owned_as_it_is;
