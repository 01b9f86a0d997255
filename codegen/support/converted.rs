//! Types that are made of a string when they are read.

/// Reads a type that a `&str` converts into.
macro_rules! converted {
    ($name:ident) => {
        impl support::FromText for $name {
            const EXPECTED: &'static str = concat!("a string (", stringify!($name), ")");

            fn from_text<E: serde::de::Error>(text: &str) -> Result<Self, E> {
                Self::try_from(text).map_err(E::custom)
            }
        }

        support::read_as_text!($name);
    };
}
pub(crate) use converted;
